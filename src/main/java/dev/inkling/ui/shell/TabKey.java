package dev.inkling.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets Tab go on from a text area as from everything else: who uses the keyboard alone would not
 * come out of it otherwise. Ctrl+Tab types a tab there.
 */
final class TabKey {
  private static final EventHandler<KeyEvent> FILTER = TabKey::handle;

  private TabKey() {}

  /** Once for each scene, however often this is called. */
  static void installIn(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, FILTER);
  }

  private static void handle(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && event.getTarget() instanceof TextArea area) {
      if (!event.isControlDown()) {
        area.requestFocusTraversal(
            event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      } else if (area.isEditable()) {
        area.replaceSelection("\t");
      }
      event.consume();
    }
  }
}
