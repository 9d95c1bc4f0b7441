package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.io.File;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with all drawings of one's own: out of Inkling, into it, and undo. */
final class DrawingsPanel extends VBox {
  private final DrawingsViewModel drawings;
  private final Texts texts;

  DrawingsPanel(ResultsViewModel results, Texts texts) {
    this.drawings = results.drawings();
    this.texts = texts;
    getStyleClass().add("filters");
    Label title = new Label();
    title.textProperty().bind(texts.bind("results.data.drawings"));
    title.getStyleClass().add("card-title");
    getChildren().addAll(new Separator(), title, imports(), exports(), undo());
    visibleProperty().bind(results.dataProperty().map(DataSource.DRAWINGS::equals));
    managedProperty().bind(visibleProperty());
    drawings.importedProperty().addListener((_, _, now) -> tell(now));
  }

  private MenuButton imports() {
    return menu(
        "import",
        "bi-box-arrow-in-down",
        item("import.strokes", this::importStrokes),
        item("import.idx", this::importIdx));
  }

  private MenuButton exports() {
    return menu(
        "export",
        "bi-box-arrow-up",
        item("export.strokes", this::exportStrokes),
        item("export.idx", this::exportIdx));
  }

  private MenuButton menu(String key, String icon, MenuItem... items) {
    MenuButton menu = new MenuButton(null, new FontIcon(icon), items);
    menu.setId("drawings-" + key);
    menu.textProperty().bind(texts.bind("results.drawings." + key));
    menu.setMaxWidth(Double.MAX_VALUE);
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId("drawings-" + key.replace('.', '-'));
    item.textProperty().bind(texts.bind("results.drawings." + key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Button undo() {
    Button undo = new Button(null, new FontIcon("bi-arrow-counterclockwise"));
    undo.setId("drawings-undo");
    undo.textProperty().bind(texts.bind("results.drawings.undo"));
    undo.setMaxWidth(Double.MAX_VALUE);
    undo.setOnAction(_ -> drawings.undoDelete());
    undo.visibleProperty().bind(drawings.undoableProperty());
    undo.managedProperty().bind(undo.visibleProperty());
    return undo;
  }

  private Window window() {
    return getScene().getWindow();
  }

  private void importStrokes() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("results.drawings.import.strokes"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("JSON lines", "*.jsonl", "*.json", "*.txt"));
    File file = chooser.showOpenDialog(window());
    if (file != null) {
      drawings.importFrom(file.toPath());
    }
  }

  private void importIdx() {
    File folder = askFolder("results.drawings.import.idx");
    if (folder != null) {
      drawings.importFrom(folder.toPath());
    }
  }

  private void exportStrokes() {
    SaveDialog.ask(
            window(),
            texts.get("results.drawings.export.strokes"),
            "JSON lines",
            "drawings",
            ".jsonl")
        .ifPresent(drawings::exportStrokes);
  }

  private void exportIdx() {
    SaveDialog.askFolder(window(), texts.get("results.drawings.export.idx"), "drawings")
        .ifPresent(drawings::exportIdx);
  }

  private File askFolder(String key) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get(key));
    return chooser.showDialog(window());
  }

  /** What came in, and the lines that did not. */
  private void tell(@Nullable Import imported) {
    if (imported == null || getScene() == null) {
      return;
    }
    Alert alert = new Alert(AlertType.INFORMATION);
    alert.initOwner(window());
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
