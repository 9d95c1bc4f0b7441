package dev.inkling.ui.chart;

import dev.inkling.chart.Box;
import dev.inkling.chart.LineLayout;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

/**
 * Turns keys into what a line chart shows: arrows read values and with Shift move what is zoomed, +
 * and − zoom about the crosshair, 0 and Home show all. Its help is shown when somebody comes to the
 * chart by the keyboard.
 */
final class KeyNavigation {
  /** Pixels of an arrow key. */
  private static final double STEP = 8;

  private static final double PAN = 40;

  /** Part that + leaves. */
  private static final double ZOOM = 0.8;

  private final LineChart chart;
  private final Navigation navigation;
  private final Tooltip help;

  KeyNavigation(LineChart chart, Navigation navigation, Tooltip help) {
    this.chart = chart;
    this.navigation = navigation;
    this.help = help;
    chart.setFocusTraversable(true);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    chart.focusVisibleProperty().subscribe(this::showHelp);
    chart.focusedProperty().subscribe(this::leaveWithoutFocus);
  }

  private void showHelp(boolean isFocusVisible) {
    if (isFocusVisible && !help.getText().isEmpty()) {
      Bounds place = chart.localToScreen(chart.getLayoutBounds());
      help.show(chart, place.getMinX(), place.getMaxY());
    } else if (help.isShowing()) {
      help.hide(); // only on the FX thread, and a chart may be made on another
    }
  }

  private void leaveWithoutFocus(boolean isFocused) {
    if (!isFocused) {
      chart.crosshair().leave();
      chart.drawCrosshair();
    }
  }

  private void press(KeyEvent event) {
    LineLayout layout = chart.layoutNow();
    boolean isOurs = event.getTarget() == chart && !event.isShortcutDown() && !event.isAltDown();
    if (isOurs && !layout.isEmpty() && isUsed(event, layout.plot())) {
      help.hide();
      event.consume();
    }
  }

  private boolean isUsed(KeyEvent event, Box plot) {
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> move(event, -1, 0, plot);
      case RIGHT, KP_RIGHT -> move(event, 1, 0, plot);
      case UP, KP_UP -> move(event, 0, -1, plot);
      case DOWN, KP_DOWN -> move(event, 0, 1, plot);
      case PLUS, ADD, EQUALS -> zoom(ZOOM, plot);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM, plot);
      case DIGIT0, NUMPAD0, HOME -> chart.resetZoom();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(KeyEvent event, int right, int down, Box plot) {
    if (event.isShiftDown()) {
      navigation.pan(-PAN * right, -PAN * down);
    } else {
      chart.crosshair().moveBy(STEP * right, STEP * down, plot);
      chart.drawCrosshair();
    }
  }

  private void zoom(double factor, Box plot) {
    Crosshair crosshair = chart.crosshair();
    crosshair.moveBy(0, 0, plot);
    chart.drawCrosshair();
    navigation.zoom(crosshair.x(), crosshair.curveY(), factor);
  }
}
