package dev.inkling.bench;

import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.shell.Inkling;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Measures how long a screen takes from a pointer event to what it shows of it: a mouse event is
 * given to the canvas, the clock stops when the frame with the new numbers is laid out.
 */
final class PadLatency {
  /** Events of a stroke. */
  private static final int STEPS = 40;

  private static final int WARM_UP = 2 * STEPS;
  private static final int SAMPLES = 10 * STEPS;

  private final PadViewModel pad;
  private final BooleanSupplier isShown;
  private final Scene scene;
  private final Node canvas;
  private final Random random = new Random(1);
  private final double[] milliseconds = new double[SAMPLES];

  /**
   * On the screen that is shown.
   *
   * @param isShown whether the newest drawing is
   */
  PadLatency(Inkling inkling, BooleanSupplier isShown) {
    pad = inkling.studio().pad();
    this.isShown = isShown;
    scene = inkling.stage().getScene();
    canvas = scene.lookup("#pad-canvas");
  }

  /** Draws in the window: milliseconds of each event. */
  double[] measure() throws Exception {
    for (int i = -WARM_UP; i < SAMPLES; i++) {
      // At any moment of a frame, as hands do.
      Thread.sleep(10 + random.nextInt(20));
      double taken = event(Math.floorMod(i, STEPS)).get() / 1e6;
      if (i >= 0) {
        milliseconds[i] = taken;
      }
    }
    return milliseconds;
  }

  /** One event of a stroke; the future has nanoseconds. */
  private CompletableFuture<Long> event(int step) {
    CompletableFuture<Long> taken = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          if (step == 0) {
            pad.clear();
          }
          long begin = System.nanoTime();
          whenCurrent(() -> taken.complete(System.nanoTime() - begin));
          double y = (0.2 + 0.6 * step / STEPS) * canvas.getBoundsInLocal().getHeight();
          double x = canvas.getBoundsInLocal().getWidth() / 2 + random.nextInt(10);
          Event.fireEvent(canvas, mouse(type(step), x, y));
        });
    return taken;
  }

  private static EventType<MouseEvent> type(int step) {
    return switch (step) {
      case 0 -> MouseEvent.MOUSE_PRESSED;
      case STEPS - 1 -> MouseEvent.MOUSE_RELEASED;
      default -> MouseEvent.MOUSE_DRAGGED;
    };
  }

  /** Runs something after the first frame that shows the newest drawing. */
  private void whenCurrent(Runnable then) {
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          if (isShown.getAsBoolean()) {
            scene.removePostLayoutPulseListener(listener[0]);
            then.run();
          } else {
            Platform.requestNextPulse();
          }
        };
    scene.addPostLayoutPulseListener(listener[0]);
    Platform.requestNextPulse();
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }
}
