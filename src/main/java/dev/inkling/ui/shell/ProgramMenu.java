package dev.inkling.ui.shell;

import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.InklingFile;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.io.File;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What concerns the whole program: models and runs in files, and what it is made of. */
final class ProgramMenu {
  private final PackedFiles packed;
  private final ReadOnlyProperty<Entry> model;
  private final Texts texts;
  private final MenuButton button;

  /**
   * Fills a menu.
   *
   * @param model that can be packed: the one on the pad
   * @param about opens the dialog about Inkling
   */
  ProgramMenu(
      MenuButton button,
      PackedFiles packed,
      ReadOnlyProperty<Entry> model,
      Texts texts,
      Runnable about) {
    this.button = button;
    this.packed = packed;
    this.model = model;
    this.texts = texts;
    MenuItem open = item("open", this::open);
    open.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+O"));
    MenuItem pack = item("pack", this::pack);
    button.setOnShowing(_ -> pack.setDisable(model.getValue() == null));
    button.getItems().addAll(open, pack, new SeparatorMenuItem(), item("about", about));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId("program-" + key);
    item.textProperty().bind(texts.bind("program." + key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Window window() {
    Scene scene = button.getScene();
    return scene.getWindow();
  }

  private void open() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("program.open"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                texts.get("program.files"), "*" + InklingFile.EXTENSION));
    File chosen = chooser.showOpenDialog(window());
    if (chosen != null) {
      packed.open(chosen.toPath());
    }
  }

  private void pack() {
    Entry shown = model.getValue();
    SaveDialog.ask(
            window(),
            texts.get("program.pack"),
            texts.get("program.files"),
            shown.name(),
            InklingFile.EXTENSION)
        .ifPresent(file -> packed.pack(shown, file));
  }
}
