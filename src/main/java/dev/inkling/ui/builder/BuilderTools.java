package dev.inkling.ui.builder;

import dev.inkling.model.Architecture;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.NameDialog;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the layers: which network, back and forth, and its text. */
final class BuilderTools extends HBox {
  private final BuilderViewModel builder;
  private final Texts texts;

  BuilderTools(BuilderViewModel builder, Texts texts) {
    super(8);
    this.builder = builder;
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            name(),
            begin(),
            copies(),
            new OwnMenu(builder, texts),
            keep(),
            gap,
            undo(),
            redo(),
            text());
  }

  private Label name() {
    Label name = new Label();
    name.setId("builder-network");
    name.getStyleClass().add("builder-network");
    name.setMinWidth(60);
    name.textProperty().bind(builder.draftProperty().map(draft -> draft.network().name()));
    return Whole.of(name);
  }

  private Button begin() {
    Button begin = new Button(null, new FontIcon("bi-plus"));
    begin.setId("builder-new");
    begin.textProperty().bind(texts.bind("builder.new"));
    begin.setMinWidth(USE_PREF_SIZE);
    begin.setOnAction(_ -> builder.begin());
    return begin;
  }

  private MenuButton copies() {
    MenuButton copies = new MenuButton(null, new FontIcon("bi-files"));
    copies.setId("builder-copy");
    copies.textProperty().bind(texts.bind("builder.copy"));
    copies.setMinWidth(USE_PREF_SIZE);
    builder.shelf().ownProperty().subscribe(own -> fill(copies, own));
    return copies;
  }

  private void fill(MenuButton menu, List<Architecture> own) {
    menu.getItems().clear();
    for (List<Architecture> all : List.of(own, Architecture.all(), TeachingNetworks.ALL)) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      all.forEach(network -> menu.getItems().add(item(network, () -> builder.copy(network))));
    }
  }

  private static MenuItem item(Architecture network, Runnable action) {
    MenuItem item = new MenuItem(network.name());
    item.setId("builder-from-" + network.name());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Button keep() {
    Button keep = new Button(null, new FontIcon("bi-bookmark-plus"));
    keep.setId("builder-keep");
    keep.textProperty().bind(texts.bind("builder.keep"));
    keep.setMinWidth(USE_PREF_SIZE);
    keep.setOnAction(_ -> askName());
    return keep;
  }

  private void askName() {
    new NameDialog(
            getScene().getWindow(),
            texts,
            "builder.keep.ask",
            "builder.keep.name",
            builder.draftProperty().get().network().name(),
            name -> builder.refusal(name).map(texts::get).orElse(""))
        .showAndWait()
        .ifPresent(builder::keep);
  }

  private IconButton undo() {
    IconButton undo =
        new IconButton(texts, "builder.undo", "bi-arrow-counterclockwise", builder::undo);
    undo.disableProperty().bind(builder.undoableProperty().not());
    return undo;
  }

  private IconButton redo() {
    IconButton redo = new IconButton(texts, "builder.redo", "bi-arrow-clockwise", builder::redo);
    redo.disableProperty().bind(builder.redoableProperty().not());
    return redo;
  }

  private IconButton text() {
    IconButton text = new IconButton(texts, "builder.text", "bi-clipboard", this::copyText);
    text.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> builder.draftProperty().get().layers().isEmpty(), builder.draftProperty()));
    return text;
  }

  /** As the command line reads it. */
  void copyText() {
    ClipboardContent content = new ClipboardContent();
    content.putString(builder.text());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
