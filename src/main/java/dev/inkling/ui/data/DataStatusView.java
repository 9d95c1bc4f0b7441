package dev.inkling.ui.data;

import atlantafx.base.theme.Styles;
import dev.inkling.data.DataSource;
import dev.inkling.ui.kit.DataNames;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown while there are no images: how far they are read, or why there are none. */
final class DataStatusView extends VBox {
  private final DataViewModel data;
  private final Texts texts;

  /**
   * The view.
   *
   * @param chooseFolder asks for a folder with images
   */
  DataStatusView(DataViewModel data, Texts texts, Runnable chooseFolder) {
    this.data = data;
    this.texts = texts;
    setId("data-status");
    getStyleClass().addAll("panel", "status");
    setAlignment(Pos.CENTER);
    Label text = new Label();
    text.setId("data-status-text");
    text.setWrapText(true);
    text.getStyleClass().add("status-text");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::text,
                data.workingProperty(),
                data.missingProperty(),
                data.failureProperty(),
                data.dataProperty(),
                texts.messagesProperty()));
    ProgressBar progress = new ProgressBar();
    progress.setPrefWidth(320);
    progress.progressProperty().bind(data.progressProperty());
    progress.visibleProperty().bind(data.workingProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    getChildren().addAll(new FontIcon("bi-images"), text, progress, ways(chooseFolder));
  }

  private String text() {
    if (data.failureProperty().get() != null) {
      return texts.get(data.failureProperty().get());
    }
    return data.missingProperty().get()
        ? texts.get("data.missing", DataNames.whole(texts, data.dataProperty().get()))
        : texts.get("results.working");
  }

  /** What to do without images. */
  private HBox ways(Runnable chooseFolder) {
    Button download = new Button(null, new FontIcon("bi-download"));
    download.setId("data-download");
    download.textProperty().bind(texts.bind("data.download"));
    download.getStyleClass().add(Styles.ACCENT);
    download.setOnAction(_ -> data.load());
    download.visibleProperty().bind(data.missingProperty());
    download.managedProperty().bind(download.visibleProperty());
    Button folder = new Button(null, new FontIcon("bi-folder2-open"));
    folder.setId("data-choose-folder");
    folder.textProperty().bind(texts.bind("results.chooseFolder"));
    folder.setOnAction(_ -> chooseFolder.run());
    Button synthetic = new Button();
    synthetic.setId("data-synthetic");
    synthetic.textProperty().bind(texts.bind("results.useSynthetic"));
    synthetic.setOnAction(_ -> data.dataProperty().set(DataSource.SYNTHETIC));
    HBox ways = new HBox(10, download, folder, synthetic);
    ways.setAlignment(Pos.CENTER);
    ways.visibleProperty().bind(data.missingProperty().or(data.failureProperty().isNotNull()));
    ways.managedProperty().bind(ways.visibleProperty());
    return ways;
  }
}
