package dev.inkling.ui.signs;

import dev.inkling.data.Classes;
import dev.inkling.data.SignCollection;
import dev.inkling.ui.kit.NameDialog;
import dev.inkling.ui.kit.SaveDialog;
import dev.inkling.ui.kit.Texts;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The collections of signs: which is drawn, and what can be done with it. */
public final class SignsMenu extends MenuButton {
  private static final String EXTENSION = ".jsonl";

  private final SignsViewModel signs;
  private final Texts texts;

  /** The menu. */
  public SignsMenu(SignsViewModel signs, Texts texts) {
    super(null, new FontIcon("bi-triangle"));
    this.signs = signs;
    this.texts = texts;
    setId("pad-signs");
    setMinWidth(USE_PREF_SIZE);
    accessibleTextProperty().bind(texts.bind("signs.menu"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind("signs.menu"));
    setTooltip(tooltip);
    signs.allProperty().subscribe(this::make);
    signs.openProperty().subscribe(this::make);
    signs.removedProperty().subscribe(this::make);
    texts.messagesProperty().subscribe(this::make);
    make();
  }

  private void make() {
    SignCollection open = signs.openProperty().get();
    List<MenuItem> items = new ArrayList<>();
    items.add(item("signs.new", () -> ask(null)));
    items.add(item("signs.join", this::join));
    List<SignCollection> all = signs.allProperty().get();
    if (!all.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    ToggleGroup group = new ToggleGroup();
    for (SignCollection each : all) {
      RadioMenuItem item = new RadioMenuItem(each.name());
      item.setMnemonicParsing(false); // a name may have what is none
      item.setToggleGroup(group);
      item.setSelected(open != null && open.name().equals(each.name()));
      item.setOnAction(_ -> signs.open(each.name()));
      items.add(item);
    }
    if (open != null) {
      items.add(new SeparatorMenuItem());
      items.add(item("signs.add", () -> ask(open)));
      items.add(item("signs.rename", () -> rename(open)));
      items.add(renameSign(open));
      items.add(item("signs.export", () -> export(open)));
      items.add(item("signs.remove", signs::remove));
      items.add(item("signs.close", signs::close));
    }
    String removed = signs.removedProperty().get();
    if (removed != null) {
      MenuItem restore = item("signs.restore", signs::restore);
      restore.setText(texts.get("signs.restore", removed));
      items.add(restore);
    }
    getItems().setAll(items);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** A new collection, or more signs for one. */
  private void ask(@Nullable SignCollection open) {
    new SignsDialog(getScene().getWindow(), texts, signs.allProperty().get(), open)
        .showAndWait()
        .ifPresent(
            answer -> {
              if (open == null) {
                signs.begin(answer.name(), answer.classes());
              } else {
                signs.add(answer.classes());
              }
            });
  }

  private void rename(SignCollection open) {
    new NameDialog(
            getScene().getWindow(),
            texts,
            "signs.rename",
            "signs.name",
            open.name(),
            typed -> problem(open, typed))
        .showAndWait()
        .ifPresent(signs::rename);
  }

  private String problem(SignCollection open, String typed) {
    if (!SignCollection.isName(typed)) {
      return texts.get("problem.signs.name", typed, SignCollection.MOST_LETTERS);
    }
    boolean isTaken =
        !typed.equalsIgnoreCase(open.name())
            && signs.allProperty().get().stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(typed));
    return isTaken ? texts.get("problem.signs.exists", typed) : "";
  }

  private Menu renameSign(SignCollection open) {
    Menu menu = new Menu(texts.get("signs.renameSign"));
    menu.setId("signs-renameSign");
    for (String sign : open.classes()) {
      MenuItem item = new MenuItem(sign);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> renameSign(open, sign));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void renameSign(SignCollection open, String sign) {
    int label = open.classes().indexOf(sign);
    new NameDialog(
            getScene().getWindow(),
            texts,
            "signs.renameSign",
            "signs.sign",
            sign,
            typed ->
                Classes.arePossible(open.renamed(label, typed).classes())
                    ? ""
                    : texts.get("problem.signs.sign", Classes.LONGEST))
        .showAndWait()
        .ifPresent(to -> signs.renameSign(sign, to));
  }

  private void export(SignCollection open) {
    SaveDialog.ask(
            getScene().getWindow(),
            texts.get("signs.export"),
            texts.get("signs.files"),
            open.name(),
            EXTENSION)
        .ifPresent(signs::export);
  }

  /** Into the collection that is open, or one that is called as the first file. */
  private void join() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("signs.join"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("signs.files"), "*" + EXTENSION));
    List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (chosen != null && !chosen.isEmpty()) {
      signs.join(chosen.stream().map(File::toPath).toList());
    }
  }
}
