package dev.inkling.ui.builder;

import dev.inkling.model.Architecture;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
    getChildren().addAll(name(), begin(), copies(), gap, undo(), redo(), text());
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
    for (Architecture network : Architecture.all()) {
      MenuItem item = new MenuItem(network.name());
      item.setOnAction(_ -> builder.copy(network));
      copies.getItems().add(item);
    }
    return copies;
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
