package dev.inkling.ui.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Does something after a while, unless it was asked for anew or given up meanwhile. No animation
 * does it: while one plays, JavaFX works sixty times a second. For the FX thread.
 */
public final class Later {
  /** Which of those asked for is the last one: those before it were replaced by it. */
  private int last;

  /** Does something after a while, and nothing of what was asked for before. */
  public void run(Duration pause, Runnable what) {
    last++;
    int own = last;
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> Platform.runLater(() -> runIf(own, what)));
  }

  private void runIf(int own, Runnable what) {
    if (own == last) {
      what.run();
    }
  }

  /** Gives up what was asked for. */
  public void cancel() {
    last++;
  }
}
