package dev.inkling.ui.chart;

import dev.inkling.chart.LineLayout;
import dev.inkling.chart.View;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Turns wheel, pointer and pinching into what a line chart shows. */
final class Navigation {
  /** A notch of a wheel is 40 pixels: it shows a fifth less or a quarter more. */
  private static final double PER_PIXEL = 0.0055;

  private final LineChart chart;
  private @Nullable LineLayout pressed;
  private double pressX;
  private double pressY;

  Navigation(LineChart chart) {
    this.chart = chart;
  }

  void listenTo(Node area) {
    area.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    area.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    area.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release(area, event));
    area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    area.addEventHandler(MouseEvent.MOUSE_ENTERED, this::move);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    chart
        .zoomedProperty()
        .subscribe(isZoomed -> area.setCursor(isZoomed ? Cursor.OPEN_HAND : Cursor.DEFAULT));
  }

  /** With Ctrl alone, ⌘ on a Mac: who scrolls a page past a chart does not zoom into it. */
  private void scroll(ScrollEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    // With Shift the wheel turns sideways.
    double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    if (turned != 0) {
      zoom(event.getX(), event.getY(), Math.exp(-PER_PIXEL * turned));
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    if (event.getZoomFactor() > 0) {
      zoom(event.getX(), event.getY(), 1 / event.getZoomFactor());
    }
    event.consume();
  }

  /**
   * Zooms about a pixel of the canvas; a factor less than 1 shows less. Where no curve would be
   * seen any more, only the horizontal axis is zoomed, or nothing.
   */
  void zoom(double x, double y, double factor) {
    LineLayout now = chart.layoutNow();
    if (!now.isEmpty() && !show(now.zoom(x, y, factor))) {
      show(now.zoom(x, now.plot().bottom() + 1, factor));
    }
  }

  /** Moves the curves by some pixels. */
  void pan(double dx, double dy) {
    LineLayout now = chart.layoutNow();
    if (!now.isEmpty()) {
      show(now.pan(dx, dy));
    }
  }

  private void press(MouseEvent event) {
    chart.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      pressed = chart.zoomedProperty().get() ? chart.layoutNow() : null;
      pressX = event.getX();
      pressY = event.getY();
    }
  }

  private void drag(MouseEvent event) {
    if (pressed != null) {
      chart.crosshair().leave();
      chart.drawCrosshair();
      ((Node) event.getSource()).setCursor(Cursor.CLOSED_HAND);
      pan(event, pressed);
    } else {
      move(event);
    }
  }

  private void pan(MouseEvent event, LineLayout from) {
    if (!from.isEmpty()) {
      show(from.pan(event.getX() - pressX, event.getY() - pressY));
    }
  }

  private void release(Node area, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      // The last movement can come with the release alone; a click is no movement.
      if (pressed != null && !event.isStillSincePress()) {
        pan(event, pressed);
      }
      pressed = null;
      area.setCursor(chart.zoomedProperty().get() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
      move(event);
    }
  }

  private void click(MouseEvent event) {
    boolean isDouble = event.getClickCount() == 2 && event.isStillSincePress();
    if (isDouble && event.getButton() == MouseButton.PRIMARY) {
      chart.resetZoom();
    }
  }

  private void move(MouseEvent event) {
    chart.crosshair().moveTo(event.getX(), event.getY());
    chart.drawCrosshair();
  }

  private void leave() {
    chart.crosshair().leave();
    chart.drawCrosshair();
  }

  /** False where there is nothing to see. */
  private boolean show(Optional<View> view) {
    boolean isSeen = view.isEmpty() || chart.hasCurveIn(view.get());
    if (isSeen) {
      chart.viewProperty().set(view.orElse(null));
    }
    return isSeen;
  }
}
