package dev.inkling.ui.signs;

import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.InkPainter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was drawn, the newest first: each can be deleted, or be another sign. */
final class SignStrip extends ListView<Kept> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double SIDE = 34;
  private static final double HEIGHT = 74;

  private final SignsViewModel signs;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final ContextMenu menu = new ContextMenu();

  SignStrip(SignsViewModel signs, Texts texts, ObservableValue<Boolean> dark) {
    this.signs = signs;
    this.texts = texts;
    this.dark = dark;
    setId("signs-strip");
    getStyleClass().add("sign-strip");
    setOrientation(Orientation.HORIZONTAL);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    accessibleTextProperty().bind(texts.bind("signs.strip"));
    setCellFactory(_ -> new Cell());
    signs.drawnProperty().subscribe(this::show);
    dark.addListener(_ -> refresh());
    texts.messagesProperty().addListener(_ -> refresh());
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(signs.drawnProperty().map(drawn -> !drawn.isEmpty()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void show(List<Kept> drawn) {
    List<Kept> newest = new ArrayList<>(drawn);
    Collections.reverse(newest);
    getItems().setAll(newest);
  }

  private void press(KeyEvent event) {
    Kept chosen = getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      signs.delete(chosen);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      ask(chosen, this);
      event.consume();
    }
  }

  private List<String> classes() {
    SignCollection open = signs.openProperty().get();
    return open == null ? List.of() : open.classes();
  }

  private String name(Kept kept) {
    List<String> classes = classes();
    return kept.label() < classes.size() ? classes.get(kept.label()) : "";
  }

  /** Asks what is to become of a drawing. */
  private void ask(Kept kept, Node at) {
    List<MenuItem> items = new ArrayList<>();
    List<String> classes = classes();
    for (int label = 0; label < classes.size(); label++) {
      int other = label;
      if (label != kept.label()) {
        MenuItem item =
            item(texts.get("signs.relabel", classes.get(label)), "signs-relabel-" + label);
        item.setOnAction(_ -> signs.relabel(kept, other));
        items.add(item);
      }
    }
    items.add(new SeparatorMenuItem());
    MenuItem look = item(texts.get("signs.look"), "signs-look");
    look.setOnAction(_ -> signs.look(kept));
    MenuItem delete = item(texts.get("signs.delete"), "signs-delete");
    delete.setOnAction(_ -> signs.delete(kept));
    items.addAll(List.of(look, delete));
    menu.getItems().setAll(items);
    menu.show(at, Side.TOP, 0, 0);
  }

  private static MenuItem item(String text, String id) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false);
    return item;
  }

  private final class Cell extends ListCell<Kept> {
    private final Canvas canvas = new Canvas(SIDE, SIDE);
    private final Label name = new Label();
    private final VBox both = new VBox(canvas, name);

    Cell() {
      both.setAlignment(Pos.CENTER);
      name.getStyleClass().add("sign-name");
      name.setMaxWidth(SIDE + 14);
      getStyleClass().add("sign-tile");
      setAccessibleRole(AccessibleRole.LIST_ITEM);
      addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    private void click(MouseEvent event) {
      if (getItem() != null && event.getButton() != MouseButton.MIDDLE) {
        ask(getItem(), this);
      }
    }

    @Override
    protected void updateItem(@Nullable Kept kept, boolean isEmpty) {
      super.updateItem(kept, isEmpty);
      boolean isWrong = false;
      if (kept == null || isEmpty) {
        setGraphic(null);
      } else {
        setGraphic(both);
        InkPainter.on(canvas, dark.getValue()).paint(kept.drawing().marks());
        name.setText(name(kept));
        setAccessibleText(
            kept.writer() == null
                ? texts.get("signs.tile", name(kept))
                : texts.get("signs.tile.by", name(kept), kept.writer()));
        isWrong = kept.read() != null && !kept.isReadRight();
      }
      pseudoClassStateChanged(WRONG, isWrong);
    }
  }
}
