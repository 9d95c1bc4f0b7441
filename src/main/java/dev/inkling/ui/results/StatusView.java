package dev.inkling.ui.results;

import atlantafx.base.theme.Styles;
import dev.inkling.data.DataSource;
import dev.inkling.data.ImageSource;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown while there are no results: how far they are, or why there are none. */
final class StatusView extends VBox {
  private final ResultsViewModel results;
  private final Texts texts;

  /**
   * The view.
   *
   * @param chooseFolder asks for a folder with images
   */
  StatusView(ResultsViewModel results, Texts texts, Runnable chooseFolder) {
    this.results = results;
    this.texts = texts;
    setId("results-status");
    getStyleClass().addAll("panel", "status");
    setAlignment(Pos.CENTER);
    Label text = new Label();
    text.setId("results-status-text");
    text.setWrapText(true);
    text.getStyleClass().add("status-text");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::text,
                results.workingProperty(),
                results.missingProperty(),
                results.failureProperty(),
                results.modelProperty(),
                results.dataProperty(),
                texts.messagesProperty()));
    ProgressBar progress = new ProgressBar();
    progress.setId("results-progress");
    progress.setPrefWidth(320);
    progress.progressProperty().bind(results.progressProperty());
    progress.visibleProperty().bind(results.workingProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    getChildren()
        .addAll(new FontIcon("bi-grid-3x3"), text, progress, ways(chooseFolder), drawings());
  }

  private String text() {
    if (results.workingProperty().get()) {
      return texts.get("results.working");
    }
    if (results.failureProperty().get() != null) {
      return texts.get(results.failureProperty().get());
    }
    return results.missingProperty().get()
        ? texts.get(
            "results.missing", texts.get(ImageSource.of(results.dataProperty().get()).title()))
        : texts.get("results.noModel");
  }

  /** What to do without drawings of one's own. */
  private HBox drawings() {
    DrawingsControls controls = new DrawingsControls(results.drawings(), texts, "no-drawings-");
    HBox ways = new HBox(10, controls.undo(), controls.imports());
    ways.setAlignment(Pos.CENTER);
    ways.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    ImageSource.of(results.dataProperty().get()).isDrawnHere()
                        && !results.workingProperty().get(),
                results.dataProperty(),
                results.workingProperty()));
    ways.managedProperty().bind(ways.visibleProperty());
    return ways;
  }

  /** What to do without the images. */
  private HBox ways(Runnable chooseFolder) {
    Button download = new Button(null, new FontIcon("bi-download"));
    download.setId("results-download");
    download.textProperty().bind(texts.bind("results.download"));
    download.getStyleClass().add(Styles.ACCENT);
    download.setOnAction(_ -> results.download());
    Button folder = new Button(null, new FontIcon("bi-folder2-open"));
    folder.setId("results-choose-folder");
    folder.textProperty().bind(texts.bind("results.chooseFolder"));
    folder.setOnAction(_ -> chooseFolder.run());
    Button synthetic = new Button();
    synthetic.setId("results-synthetic");
    synthetic.textProperty().bind(texts.bind("results.useSynthetic"));
    synthetic.setOnAction(_ -> results.dataProperty().set(DataSource.SYNTHETIC));
    HBox ways = new HBox(10, download, folder, synthetic);
    ways.setAlignment(Pos.CENTER);
    ways.visibleProperty().bind(results.missingProperty());
    ways.managedProperty().bind(ways.visibleProperty());
    return ways;
  }
}
