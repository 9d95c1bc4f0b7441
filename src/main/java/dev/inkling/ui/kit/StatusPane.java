package dev.inkling.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a screen shows while it has no images: how far they are read, or why there are none and what
 * to do. Its parts have ids that begin with the screen's name, such as {@code data-status}.
 */
public final class StatusPane extends VBox {
  private final String name;

  /**
   * A pane with words and progress.
   *
   * @param name of the screen
   * @param icon above the words
   * @param working while there is progress to be seen
   */
  public StatusPane(
      String name,
      String icon,
      ObservableValue<String> words,
      ReadOnlyBooleanProperty working,
      ReadOnlyDoubleProperty done) {
    this.name = name;
    setId(name + "-status");
    getStyleClass().addAll("panel", "status");
    setAlignment(Pos.CENTER);
    Label text = new Label();
    text.setId(name + "-status-text");
    text.setWrapText(true);
    text.getStyleClass().add("status-text");
    text.textProperty().bind(words);
    ProgressBar progress = new ProgressBar();
    progress.setId(name + "-progress");
    progress.setPrefWidth(320);
    progress.progressProperty().bind(done);
    showWhile(progress, working);
    getChildren().addAll(new FontIcon(icon), text, progress);
  }

  /**
   * Adds what to do without images.
   *
   * @param missing while they can be downloaded
   * @param shown while there is something to do at all
   */
  public void addWays(
      Texts texts,
      ObservableBooleanValue missing,
      ObservableBooleanValue shown,
      Runnable download,
      Runnable chooseFolder,
      Runnable useSynthetic) {
    Button fetch = button(texts, "download", "results.download", download);
    fetch.setGraphic(new FontIcon("bi-download"));
    fetch.getStyleClass().add(Styles.ACCENT);
    showWhile(fetch, missing);
    Button folder = button(texts, "choose-folder", "results.chooseFolder", chooseFolder);
    folder.setGraphic(new FontIcon("bi-folder2-open"));
    addWays(shown, fetch, folder, button(texts, "synthetic", "results.useSynthetic", useSynthetic));
  }

  /** Adds other controls in a row, there while something is so. */
  public void addWays(ObservableBooleanValue shown, Node... controls) {
    HBox ways = new HBox(10, controls);
    ways.setAlignment(Pos.CENTER);
    showWhile(ways, shown);
    getChildren().add(ways);
  }

  private Button button(Texts texts, String id, String key, Runnable action) {
    Button button = new Button();
    button.setId(name + "-" + id);
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static void showWhile(Node node, ObservableBooleanValue shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
  }
}
