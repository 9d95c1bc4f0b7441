package dev.inkling.ui.results;

import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.data.ImageSource;
import dev.inkling.ui.kit.Texts;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What can be done with all drawings of one's own: out of Inkling, into it, and undo. */
final class DrawingsPanel extends VBox {
  private final Texts texts;

  DrawingsPanel(ResultsViewModel results, Texts texts) {
    DrawingsViewModel drawings = results.drawings();
    this.texts = texts;
    getStyleClass().add("filters");
    Label title = new Label();
    title.textProperty().bind(texts.bind("results.data.drawings"));
    title.getStyleClass().add("card-title");
    DrawingsControls controls = new DrawingsControls(drawings, texts, "drawings-");
    getChildren()
        .addAll(new Separator(), title, controls.imports(), controls.exports(), controls.undo());
    visibleProperty().bind(results.dataProperty().map(name -> ImageSource.of(name).isDrawnHere()));
    managedProperty().bind(visibleProperty());
    drawings.importedProperty().addListener((_, _, now) -> tell(now));
  }

  /** What came in, and the lines that did not. */
  private void tell(@Nullable Import imported) {
    if (imported == null || getScene() == null) {
      return;
    }
    Alert alert = new Alert(AlertType.INFORMATION);
    alert.initOwner(getScene().getWindow());
    alert.setTitle("Inkling");
    alert.setHeaderText(texts.get("results.drawings.imported", imported.added(), imported.known()));
    if (!imported.broken().isEmpty()) {
      alert.setAlertType(AlertType.WARNING);
      alert.setContentText(texts.get("results.drawings.broken", imported.broken().size()));
      TextArea lines =
          new TextArea(
              imported.broken().stream().map(texts::get).collect(Collectors.joining("\n")));
      lines.setId("drawings-broken");
      lines.setEditable(false);
      lines.setWrapText(true);
      alert.getDialogPane().setExpandableContent(lines);
      alert.getDialogPane().setExpanded(true);
    }
    alert.show();
  }
}
