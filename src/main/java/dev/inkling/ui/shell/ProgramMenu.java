package dev.inkling.ui.shell;

import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.pack.InklingFile;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.io.File;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
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
   * @param window whose program menu it is
   * @param model that can be packed: the one on the pad
   * @param about opens the dialog about Inkling
   */
  ProgramMenu(
      MainWindow window,
      PackedFiles packed,
      ReadOnlyProperty<Entry> model,
      Texts texts,
      Runnable about) {
    button = window.programMenu();
    this.packed = packed;
    this.model = model;
    this.texts = texts;
    MenuItem open = item("program.open", this::open, "Shortcut+Shift+O");
    window.everywhere().tell("program.open", open.getAccelerator().getDisplayText());
    MenuItem pack = item("program.pack", this::pack);
    button.setOnShowing(_ -> pack.setDisable(model.getValue() == null));
    TextSize size = window.textSize();
    Menu text = new Menu();
    text.setId("window-text");
    text.textProperty().bind(texts.bind("window.text"));
    text.getItems()
        .addAll(
            item("window.text.larger", size::larger, WindowKeys.LARGER),
            item("window.text.smaller", size::smaller, WindowKeys.SMALLER),
            item("window.text.normal", size::normal, WindowKeys.NORMAL));
    button
        .getItems()
        .addAll(
            open,
            pack,
            new SeparatorMenuItem(),
            text,
            item("window.fullScreen", window::toggleFullScreen, WindowKeys.FULL_SCREEN),
            new SeparatorMenuItem(),
            item("window.shortcuts", window::showShortcuts, WindowKeys.SHORTCUTS),
            item("program.about", about));
  }

  private MenuItem item(String key, Runnable action, String... keys) {
    MenuItem item = new MenuItem();
    item.setId(key.replace('.', '-'));
    item.textProperty().bind(texts.bind(key));
    item.setOnAction(_ -> action.run());
    if (keys.length > 0) {
      item.setAccelerator(KeyCombination.valueOf(keys[0]));
    }
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
