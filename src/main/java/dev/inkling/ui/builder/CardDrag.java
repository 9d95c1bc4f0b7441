package dev.inkling.ui.builder;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Moves a card by the mouse. While it is drawn, a line stands where it would be put; what is let go
 * where it was, or before the picture, stays.
 */
final class CardDrag {
  private static final PseudoClass DROP_BELOW = PseudoClass.getPseudoClass("drop-below");
  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

  /** So far a hand may tremble that only clicks. */
  private static final double SLACK = 8;

  private final LayerCards cards;
  private final BuilderViewModel builder;
  private double pressedAt;
  private boolean isDragging;

  private CardDrag(LayerCards cards, BuilderViewModel builder) {
    this.cards = cards;
    this.builder = builder;
  }

  static void of(LayerCards cards, BuilderViewModel builder) {
    CardDrag drag = new CardDrag(cards, builder);
    cards.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> drag.pressedAt = drag.y(event));
    cards.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::drag);
    cards.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::release);
  }

  private double y(MouseEvent event) {
    return cards.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
  }

  private void drag(MouseEvent event) {
    boolean isFar = Math.abs(y(event) - pressedAt) > SLACK;
    if (event.getButton() == MouseButton.PRIMARY
        && builder.draftProperty().get().isLayerSelected()
        && (isDragging || isFar)) {
      isDragging = true;
      mark(cards.placeAt(y(event)));
      event.consume();
    }
  }

  /** The line is below the card that it would come behind. */
  private void mark(int behind) {
    for (int i = 0; i < cards.getChildren().size(); i++) {
      Node card = cards.getChildren().get(i);
      card.pseudoClassStateChanged(DROP_BELOW, isDragging && i == behind + 1);
      card.pseudoClassStateChanged(
          DRAGGED, isDragging && i == builder.draftProperty().get().selected() + 1);
    }
  }

  private void release(MouseEvent event) {
    if (isDragging) {
      int from = builder.draftProperty().get().selected();
      int behind = cards.placeAt(y(event));
      isDragging = false;
      mark(Draft.INPUT);
      builder.moveTo(behind < from ? behind + 1 : behind);
      event.consume();
    }
  }
}
