package dev.inkling.ui.pad;

import dev.inkling.ui.kit.FolderDialog;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;

/** The button that opens pictures; its arrow has those that were opened last. */
final class OpenMenu {
  /** Longer paths are cut in the middle, in characters. */
  private static final int LONGEST = 60;

  private final PadViewModel pad;
  private final Texts texts;
  private final SplitMenuButton button = new SplitMenuButton();

  private OpenMenu(PadViewModel pad, Texts texts) {
    this.pad = pad;
    this.texts = texts;
  }

  /** The button. */
  static SplitMenuButton of(
      PadViewModel pad, Texts texts, ShortcutButtons commands, Runnable choose) {
    OpenMenu menu = new OpenMenu(pad, texts);
    menu.button.setOnAction(_ -> choose.run());
    ObservableList<Path> files = pad.recent().files();
    files.addListener((InvalidationListener) _ -> menu.fill(files));
    menu.fill(files);
    return commands.dress(menu.button, "pad.open", "bi-image", "Shortcut+O");
  }

  private void fill(List<Path> files) {
    List<MenuItem> items = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      MenuItem item = new MenuItem(shortened(file.toString()));
      item.setId("pad-recent-" + i);
      item.setMnemonicParsing(false); // an underscore is one
      item.setOnAction(_ -> pad.openRecent(file));
      items.add(item);
    }
    if (files.isEmpty()) {
      MenuItem none = item("pad.recent.none");
      none.setDisable(true);
      items.add(none);
    } else {
      MenuItem clear = item("pad.recent.clear");
      clear.setOnAction(_ -> pad.recent().clear());
      items.add(new SeparatorMenuItem());
      items.add(clear);
    }
    MenuItem pile = item("pad.pile");
    pile.setOnAction(_ -> openPile());
    items.addAll(List.of(new SeparatorMenuItem(), pile));
    button.getItems().setAll(items);
  }

  private void openPile() {
    FolderDialog.ask(button.getScene().getWindow(), texts.get("pad.pile"))
        .ifPresent(folder -> pad.pictures().pileProperty().set(List.of(folder)));
  }

  private MenuItem item(String key) {
    MenuItem item = new MenuItem();
    item.setId(key.replace('.', '-'));
    item.textProperty().bind(texts.bind(key));
    return item;
  }

  /** The end has the name, the beginning the disk. */
  static String shortened(String path) {
    int half = LONGEST / 2;
    return path.length() <= LONGEST
        ? path
        : path.substring(0, half - 1) + "…" + path.substring(path.length() - half);
  }
}
