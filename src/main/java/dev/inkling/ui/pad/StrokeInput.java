package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Follows the pointer on a square from press to release; pen and touch come as the mouse does. */
public final class StrokeInput {
  private final Region square;
  private final Move press;
  private final Move drag;
  private final Runnable release;
  private boolean isDrawing;

  /** Where the pointer is, in the pad's pixels: 0…{@value Drawing#SIZE} on the square. */
  @FunctionalInterface
  public interface Move {
    /** Is told of a place. */
    void to(double x, double y);
  }

  private StrokeInput(Region square, Move press, Move drag, Runnable release) {
    this.square = square;
    this.press = press;
    this.drag = drag;
    this.release = release;
  }

  /** Lets the pointer draw on a square, which gets the focus when it does. */
  public static void follow(Region square, Move press, Move drag, Runnable release) {
    StrokeInput input = new StrokeInput(square, press, drag, release);
    square.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
    square.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
    square.addEventHandler(MouseEvent.MOUSE_RELEASED, input::release);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      isDrawing = true;
      press.to(toPad(event.getX()), toPad(event.getY()));
      square.requestFocus();
    }
  }

  private void drag(MouseEvent event) {
    if (isDrawing) {
      drag.to(toPad(event.getX()), toPad(event.getY()));
    }
  }

  private void release(MouseEvent event) {
    if (isDrawing && event.getButton() == MouseButton.PRIMARY) {
      isDrawing = false;
      // The last movement can come with the release alone.
      drag.to(toPad(event.getX()), toPad(event.getY()));
      release.run();
    }
  }

  private double toPad(double coordinate) {
    return coordinate * Drawing.SIZE / square.getWidth();
  }
}
