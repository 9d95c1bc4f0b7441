package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What keys do to a picture that has the focus: arrows move the frame, with Shift they make it
 * smaller or larger; with a tool they move a cross, and Enter or Space says what stands there.
 */
final class SightKeys {
  /** How far one press goes, as a part of the picture's longer side. */
  private static final double STEP = 0.02;

  private final SightViewModel model;
  private final SightPane pane;

  /** The cross in the picture's pixels; null is the middle of the frame. */
  private @Nullable Point2D place;

  SightKeys(SightViewModel model, SightPane pane) {
    this.model = model;
    this.pane = pane;
  }

  void listen() {
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    model.openedProperty().subscribe(() -> place = null);
  }

  /** Where a key would say something, for those who came by keys or pressed an arrow. */
  Optional<Point2D> cross() {
    Box frame = model.frameProperty().get();
    boolean isByKeys = pane.isFocusVisible() || (pane.isFocused() && place != null);
    return frame == null || model.toolProperty().get() == null || !isByKeys
        ? Optional.empty()
        : Optional.of(crossIn(frame));
  }

  private Point2D crossIn(Box frame) {
    return place != null
        ? place
        : new Point2D(frame.x() + frame.width() / 2.0, frame.y() + frame.height() / 2.0);
  }

  private void press(KeyEvent event) {
    OpenedPicture opened = model.openedProperty().get();
    Box frame = model.frameProperty().get();
    if (opened == null || frame == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Box whole = opened.box();
    int step = (int) Math.max(1, Math.round(STEP * whole.longerSide()));
    boolean isDone =
        switch (event.getCode()) {
          case LEFT -> go(-step, 0, event.isShiftDown(), frame, whole);
          case RIGHT -> go(step, 0, event.isShiftDown(), frame, whole);
          case UP -> go(0, -step, event.isShiftDown(), frame, whole);
          case DOWN -> go(0, step, event.isShiftDown(), frame, whole);
          case ENTER, SPACE -> say();
          default -> false;
        };
    if (isDone) {
      event.consume();
    }
  }

  private boolean go(int dx, int dy, boolean isResizing, Box frame, Box whole) {
    if (model.toolProperty().get() != null && !isResizing) {
      Point2D from = crossIn(frame);
      place =
          new Point2D(
              Math.clamp(from.getX() + dx, 0, whole.width() - 1),
              Math.clamp(from.getY() + dy, 0, whole.height() - 1));
      pane.draw();
    } else {
      Grip grip = isResizing ? Grip.CORNER : Grip.ALL;
      model.drag(grip.drag(frame, dx, dy, whole));
      model.drop();
    }
    return true;
  }

  private boolean say() {
    Optional<Point2D> at = cross();
    at.ifPresent(there -> model.hint(there.getX(), there.getY()));
    return at.isPresent();
  }
}
