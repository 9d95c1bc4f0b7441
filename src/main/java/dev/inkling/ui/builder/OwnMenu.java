package dev.inkling.ui.builder;

import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore.Own;
import dev.inkling.pack.InklingFile;
import dev.inkling.ui.kit.NameDialog;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.NetworkShelf;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The networks that a person kept: one is opened, renamed, removed, brought back, and packed. */
final class OwnMenu extends MenuButton {
  private final BuilderViewModel builder;
  private final NetworkShelf shelf;
  private final Texts texts;

  OwnMenu(BuilderViewModel builder, Texts texts) {
    super(null, new FontIcon("bi-bookmarks"));
    this.builder = builder;
    shelf = builder.shelf();
    this.texts = texts;
    setId("builder-own");
    textProperty().bind(texts.bind("builder.own"));
    setMinWidth(USE_PREF_SIZE);
    builder.draftProperty().map(draft -> draft.network().name()).subscribe(_ -> remake());
    shelf.ownProperty().subscribe(_ -> remake());
    shelf.unreadableProperty().subscribe(_ -> remake());
    shelf.removedProperty().subscribe(_ -> remake());
    texts.messagesProperty().subscribe(_ -> remake());
  }

  private String present() {
    return builder.draftProperty().get().network().name();
  }

  private void remake() {
    List<MenuItem> items = new ArrayList<>();
    shelf.ownProperty().get().forEach(network -> items.add(network(network)));
    shelf.unreadableProperty().get().forEach(broken -> items.add(unreadable(broken)));
    if (items.isEmpty()) {
      items.add(named(new MenuItem(texts.get("builder.own.none")), "none", () -> {}));
      items.getFirst().setDisable(true);
    }
    items.add(new SeparatorMenuItem());
    String name = present();
    boolean isKept = shelf.has(name);
    items.add(item("rename", isKept, name, () -> rename(name)));
    items.add(item("remove", isKept, name, () -> shelf.remove(name)));
    items.add(item("pack", isKept, name, () -> pack(name)));
    NetworkShelf.Removed gone = shelf.removedProperty().get();
    if (gone != null) {
      items.add(item("restore", true, gone.name(), shelf::restore));
    }
    getItems().setAll(items);
  }

  private MenuItem network(Architecture network) {
    RadioMenuItem item = new RadioMenuItem(network.name());
    item.setSelected(network.name().equals(present()));
    return named(item, "open-" + network.name(), () -> builder.open(network));
  }

  private MenuItem unreadable(Own broken) {
    String text = texts.get("builder.own.unreadable", broken.name());
    return named(new MenuItem(text), "broken-" + broken.name(), () -> shelf.tell(broken));
  }

  private MenuItem item(String key, boolean isPossible, String name, Runnable action) {
    MenuItem item =
        named(
            new MenuItem(
                isPossible
                    ? texts.get("builder.own." + key, name)
                    : texts.get("builder.own." + key + ".none")),
            key,
            action);
    item.setDisable(!isPossible);
    return item;
  }

  private static MenuItem named(MenuItem item, String id, Runnable action) {
    item.setId("builder-own-" + id);
    item.setMnemonicParsing(false); // a name may have what is none
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** As it is kept, for somebody else. */
  private void pack(String name) {
    SaveDialog.ask(
            getScene().getWindow(),
            texts.get("builder.own.pack", name),
            texts.get("program.files"),
            name,
            InklingFile.EXTENSION)
        .ifPresent(file -> shelf.pack(name, file));
  }

  private void rename(String name) {
    new NameDialog(
            getScene().getWindow(),
            texts,
            "builder.own.rename.ask",
            "builder.keep.name",
            name,
            to -> shelf.refusal(to, name).map(texts::get).orElse(""))
        .showAndWait()
        .filter(to -> !to.equals(name))
        .ifPresent(to -> shelf.rename(name, to));
  }
}
