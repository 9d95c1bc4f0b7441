package dev.inkling.ui.pad;

import dev.inkling.image.GreyImage.Box;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the pointer does to a picture: it drags the frame's edges; with a tool it says what stands
 * at a place, and without one it moves the frame or draws another.
 */
final class SightMouse {
  /** How far from an edge it is still dragged, in screen pixels. */
  private static final double REACH = 9;

  private final SightViewModel model;
  private final SightPane pane;

  /** Where and with which frame it began, or null while nothing is dragged. */
  private @Nullable Drag drag;

  SightMouse(SightViewModel model, SightPane pane) {
    this.model = model;
    this.pane = pane;
  }

  /**
   * A drag.
   *
   * @param grip nothing where another frame is drawn
   */
  private record Drag(Point2D from, Box frame, Box whole, Optional<Grip> grip) {
    Box to(Point2D place) {
      return grip.map(
              held ->
                  held.drag(
                      frame,
                      (int) Math.round(place.getX() - from.getX()),
                      (int) Math.round(place.getY() - from.getY()),
                      whole))
          .orElseGet(
              () -> Grip.between(from.getX(), from.getY(), place.getX(), place.getY(), whole));
    }
  }

  void listen() {
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pane.setCursor(cursor(place(event))));
  }

  private Point2D place(MouseEvent event) {
    return pane.toPicture(event.getX(), event.getY());
  }

  private Optional<Grip> gripAt(Point2D place) {
    return Optional.ofNullable(model.frameProperty().get())
        .flatMap(frame -> Grip.at(frame, place.getX(), place.getY(), pane.toPicture(REACH)));
  }

  /** The frame as a whole, where that can be moved. */
  private Optional<Grip> allAt(Point2D place, Box frame, Box whole) {
    boolean isMovable = !frame.equals(whole) && isIn(place, frame);
    return isMovable ? Optional.of(Grip.ALL) : Optional.empty();
  }

  private static boolean isIn(Point2D place, Box box) {
    return place.getX() >= box.x()
        && place.getX() < box.right()
        && place.getY() >= box.y()
        && place.getY() < box.bottom();
  }

  private void press(MouseEvent event) {
    OpenedPicture opened = model.openedProperty().get();
    Box frame = model.frameProperty().get();
    if (event.getButton() != MouseButton.PRIMARY || opened == null || frame == null) {
      return;
    }
    pane.requestFocus();
    event.consume(); // or what is behind takes the focus
    Point2D place = place(event);
    Box whole = opened.box();
    Optional<Grip> grip = gripAt(place);
    if (grip.isPresent() || model.toolProperty().get() == null) {
      drag = new Drag(place, frame, whole, grip.or(() -> allAt(place, frame, whole)));
    } else if (isIn(place, whole)) {
      model.hint(place.getX(), place.getY());
    }
  }

  private void drag(MouseEvent event) {
    if (drag != null && model.frameProperty().get() != null) {
      model.drag(drag.to(place(event)));
    }
  }

  /** A frame that is hardly there was not meant. */
  private void release(MouseEvent event) {
    if (drag != null && event.getButton() == MouseButton.PRIMARY) {
      Box to = drag.to(place(event));
      boolean isMeant = drag.grip.isPresent() || Math.min(to.width(), to.height()) >= Grip.LEAST;
      model.drag(isMeant ? to : drag.frame);
      drag = null;
      model.drop();
    }
  }

  private Cursor cursor(Point2D place) {
    OpenedPicture opened = model.openedProperty().get();
    Box frame = model.frameProperty().get();
    if (opened == null || frame == null) {
      return Cursor.DEFAULT;
    }
    Optional<Grip> grip = gripAt(place);
    if (grip.isEmpty() && model.toolProperty().get() == null) {
      grip = allAt(place, frame, opened.box());
    }
    return grip.map(Grip::cursor).orElse(Cursor.CROSSHAIR);
  }
}
