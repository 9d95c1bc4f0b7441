package dev.inkling.bench;

import dev.inkling.ui.shell.Inkling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;

/** Measures the picture of the network while one draws beside it. */
final class InsideLoad {
  private final Inkling inkling;
  private final List<Double> frames = new ArrayList<>();

  InsideLoad(Inkling inkling) {
    this.inkling = inkling;
  }

  /**
   * Draws beside the network.
   *
   * @param name what is added to the names of what is measured
   */
  List<BenchRow> measure(String name) throws Exception {
    onFx(this::show);
    AnimationTimer timer = timer();
    onFx(timer::start);
    double[] latencies = new PadLatency(inkling, inkling.studio().inside()::isCurrent).measure();
    onFx(timer::stop);
    double[] times = frames.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
    return List.of(
        BenchRow.of("pointer-to-network" + name, "ms", latencies),
        BenchRow.of("frame-beside-network" + name, "ms", times));
  }

  /** Shows the screen, laid out so that its pad can be found. */
  private void show() {
    Parent root = inkling.stage().getScene().getRoot();
    ((ToggleButton) root.lookup("#window-inside")).fire();
    root.applyCss();
    root.layout();
  }

  /** Milliseconds from each frame to the next. */
  private AnimationTimer timer() {
    return new AnimationTimer() {
      private long last = System.nanoTime();

      @Override
      public void handle(long now) {
        long time = System.nanoTime();
        frames.add((time - last) / 1e6);
        last = time;
      }
    };
  }

  private static void onFx(Runnable work) {
    CompletableFuture.runAsync(work, Platform::runLater).join();
  }
}
