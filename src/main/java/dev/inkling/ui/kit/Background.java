package dev.inkling.ui.kit;

import dev.inkling.text.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work off the FX thread with its answer back on it. Whatever is thrown there, an {@link Error}
 * too, is logged and comes back as a failure: who waits for an answer always gets one. Tests give
 * two executors that run at once.
 *
 * @param worker runs the work
 * @param fx runs what follows, on the FX thread
 */
public record Background(Executor worker, Executor fx) {
  private static final Logger LOG = Logger.getLogger(Background.class.getName());

  /** Runs work, then one of the two on the FX thread. */
  public <T> void run(Callable<T> work, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
    try {
      worker.execute(() -> fx.execute(outcome(work, onSuccess, onFailure)));
    } catch (OutOfMemoryError e) { // no room for the worker's thread
      log(e);
      fx.execute(() -> onFailure.accept(e));
    }
  }

  private static <T> Runnable outcome(
      Callable<T> work, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
    try {
      T result = work.call();
      return () -> onSuccess.accept(result);
    } catch (Throwable e) {
      log(e);
      return () -> onFailure.accept(e);
    }
  }

  private static void log(Throwable e) {
    if (!(e instanceof CancellationException)) {
      Level level = e instanceof Problem ? Level.FINE : Level.WARNING;
      LOG.log(level, e, () -> "on thread " + Thread.currentThread().getName());
    }
  }

  /**
   * Likewise, but work that still waits is given up when newer comes, and nobody hears of it: what
   * is begun is never far behind. For a worker of one thread.
   */
  public Background newestOnly() {
    AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    Executor newest =
        task -> {
          if (waiting.getAndSet(task) == null) {
            worker.execute(() -> runIfAny(waiting.getAndSet(null)));
          }
        };
    return new Background(newest, fx);
  }

  private static void runIfAny(@Nullable Runnable task) {
    if (task != null) {
      task.run();
    }
  }
}
