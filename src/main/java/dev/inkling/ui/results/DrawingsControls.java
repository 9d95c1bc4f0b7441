package dev.inkling.ui.results;

import dev.inkling.ui.kit.FolderDialog;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Controls for all drawings of one's own, wherever they stand: into Inkling, out of it, and undo.
 *
 * @param place begins the controls' ids, as there may be several of each
 */
record DrawingsControls(DrawingsViewModel drawings, Texts texts, String place) {
  /** How files with strokes are named, in capitals too where a system tells them apart. */
  private static final List<String> STROKES = List.of("jsonl", "json", "txt");

  MenuButton imports() {
    MenuButton menu = new MenuButton(null, new FontIcon("bi-box-arrow-in-down"));
    menu.getItems()
        .addAll(
            item("import.strokes", () -> importStrokes(menu)),
            item("import.idx", () -> importIdx(menu)));
    return named(menu, "import");
  }

  MenuButton exports() {
    MenuButton menu = new MenuButton(null, new FontIcon("bi-box-arrow-up"));
    menu.getItems()
        .addAll(
            item("export.strokes", () -> exportStrokes(menu)),
            item("export.idx", () -> exportIdx(menu)));
    return named(menu, "export");
  }

  private MenuButton named(MenuButton menu, String key) {
    menu.setId(place + key);
    menu.textProperty().bind(texts.bind("results.drawings." + key));
    menu.accessibleTextProperty().bind(menu.textProperty()); // JavaFX tells no text of menus
    menu.setMaxWidth(Double.MAX_VALUE);
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId(place + key.replace('.', '-'));
    item.textProperty().bind(texts.bind("results.drawings." + key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** Brings back what was deleted; there while something is. */
  Button undo() {
    Button undo = new Button(null, new FontIcon("bi-arrow-counterclockwise"));
    undo.setId(place + "undo");
    undo.textProperty().bind(texts.bind("results.drawings.undo"));
    undo.setMaxWidth(Double.MAX_VALUE);
    undo.setOnAction(_ -> drawings.undoDelete());
    undo.visibleProperty().bind(drawings.undoableProperty());
    undo.managedProperty().bind(undo.visibleProperty());
    return undo;
  }

  private static Window window(Control control) {
    Scene scene = control.getScene();
    return scene.getWindow();
  }

  private void importStrokes(Control from) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("results.drawings.import.strokes"));
    List<String> patterns =
        STROKES.stream()
            .flatMap(end -> List.of("*." + end, "*." + end.toUpperCase(Locale.ROOT)).stream())
            .toList();
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("JSON lines", patterns),
            new FileChooser.ExtensionFilter(texts.get("pad.files"), "*.*", "*"));
    File file = chooser.showOpenDialog(window(from));
    if (file != null) {
      drawings.importFrom(file.toPath());
    }
  }

  private void importIdx(Control from) {
    FolderDialog.ask(window(from), texts.get("results.drawings.import.idx"))
        .ifPresent(drawings::importFrom);
  }

  private void exportStrokes(Control from) {
    SaveDialog.ask(
            window(from),
            texts.get("results.drawings.export.strokes"),
            "JSON lines",
            "drawings",
            ".jsonl")
        .ifPresent(drawings::exportStrokes);
  }

  private void exportIdx(Control from) {
    SaveDialog.askFolder(window(from), texts.get("results.drawings.export.idx"), "drawings")
        .ifPresent(drawings::exportIdx);
  }
}
