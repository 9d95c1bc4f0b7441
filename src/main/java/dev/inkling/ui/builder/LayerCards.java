package dev.inkling.ui.builder;

import dev.inkling.check.Finding;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The layers as cards, from the picture to the outputs. All together are one stop of the Tab key:
 * the card that is looked at. Arrow keys go to the others, Enter into what can be set.
 */
final class LayerCards extends VBox {
  private final BuilderViewModel builder;
  private final Texts texts;
  private final InputCard input;

  LayerCards(BuilderViewModel builder, Texts texts) {
    this.builder = builder;
    this.texts = texts;
    input = new InputCard(builder, texts);
    setId("builder-layers");
    getStyleClass().add("layer-cards");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    accessibleTextProperty().bind(texts.bind("builder.layers"));
    getChildren().add(input);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    builder.draftProperty().subscribe(_ -> show());
    builder.comparedProperty().addListener((_, _, _) -> show());
    texts.messagesProperty().subscribe(_ -> show());
    CardDrag.of(this, builder);
  }

  private void show() {
    Draft draft = builder.draftProperty().get();
    boolean hadFocus = holdsFocus();
    List<Costs.Item> items = builder.costsProperty().get().items();
    for (int i = getChildren().size() - 1; i < items.size(); i++) {
      getChildren().add(new LayerCard(builder, texts, i));
    }
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      List<Finding> found =
          builder.findingsProperty().get().stream()
              .filter(finding -> finding.place() == place)
              .toList();
      Marks marks = builder.marks();
      card(i).show(items.get(i), found, i == draft.selected(), marks.of(i), marks.behind(i));
    }
    input.show(draft, builder.marks().pixels());
    if (hadFocus && !isWithin(focusOwner(), selected())) {
      selected().requestFocus();
    }
    getChildren().remove(items.size() + 1, getChildren().size());
    reveal();
  }

  private LayerCard card(int index) {
    return (LayerCard) getChildren().get(index + 1);
  }

  /** The card that is looked at. */
  private Node selected() {
    return getChildren().get(builder.draftProperty().get().selected() + 1);
  }

  /** The place of a card that is at a height, or nearest to it; that of the picture is −1. */
  int placeAt(double y) {
    for (int i = 1; i < getChildren().size(); i++) {
      if (y < getChildren().get(i).getBoundsInParent().getMinY()) {
        return i - 2;
      }
    }
    return getChildren().size() - 2;
  }

  /** Lets keys go to the card that is looked at. */
  void focusSelected() {
    selected().requestFocus();
  }

  private @Nullable Node focusOwner() {
    Scene scene = getScene();
    return scene == null ? null : scene.getFocusOwner();
  }

  private boolean holdsFocus() {
    return isWithin(focusOwner(), this);
  }

  private static boolean isWithin(@Nullable Node node, Node parent) {
    Node each = node;
    while (each != null && each != parent) {
      each = each.getParent();
    }
    return each != null;
  }

  /** Scrolls as little as is needed, once the new cards have their places. */
  private void reveal() {
    Platform.runLater(
        () -> {
          Node parent = this;
          while (parent != null && !(parent instanceof ScrollPane)) {
            parent = parent.getParent();
          }
          if (parent instanceof LivePane pane) {
            reveal(pane, selected().getBoundsInParent());
          }
        });
  }

  private void reveal(ScrollPane pane, Bounds card) {
    double room = pane.getViewportBounds().getHeight();
    double spare = getHeight() - room;
    if (spare <= 0) {
      return;
    }
    double top = pane.getVvalue() * spare;
    double wanted =
        Math.clamp(top, Math.min(card.getMaxY() - room, card.getMinY()), card.getMinY());
    pane.setVvalue(Math.clamp(wanted / spare, 0, 1));
  }

  private void press(MouseEvent event) {
    Node node = event.getTarget() instanceof Node target ? target : null;
    while (node != null && node.getParent() != this) {
      node = node.getParent();
    }
    if (node == null) {
      return;
    }
    boolean isOnControl = isWithinControl(event);
    builder.select(getChildren().indexOf(node) - 1);
    if (!isOnControl) {
      selected().requestFocus();
    }
  }

  private static boolean isWithinControl(MouseEvent event) {
    Node node = event.getTarget() instanceof Node target ? target : null;
    while (node != null && !(node instanceof LayerCard) && !(node instanceof InputCard)) {
      if (node.isFocusTraversable()) {
        return true;
      }
      node = node.getParent();
    }
    return false;
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean isOnCard = event.getTarget() == selected();
    if (isOnCard && go(event.getCode())) {
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE
        || (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextInputControl)) {
      if (!isOnCard) {
        selected().requestFocus();
        event.consume();
      }
    }
  }

  private boolean go(KeyCode key) {
    int now = builder.draftProperty().get().selected();
    switch (key) {
      case UP -> builder.select(now - 1);
      case DOWN -> builder.select(now + 1);
      case HOME -> builder.select(Draft.INPUT);
      case END -> builder.select(Integer.MAX_VALUE);
      case ENTER -> edit();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void edit() {
    switch (selected()) {
      case LayerCard card -> card.edit();
      case InputCard card -> card.edit();
      default -> throw new IllegalStateException();
    }
  }
}
