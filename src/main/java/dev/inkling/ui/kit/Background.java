package dev.inkling.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work off the FX thread with its answer back on it. Tests give two executors that run at once.
 *
 * @param worker runs the work
 * @param fx runs what follows, on the FX thread
 */
public record Background(Executor worker, Executor fx) {
  /** Runs work, then one of the two on the FX thread. */
  public <T> void run(Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
    worker.execute(
        () -> {
          try {
            T result = work.call();
            fx.execute(() -> onSuccess.accept(result));
          } catch (Exception e) {
            fx.execute(() -> onFailure.accept(e));
          }
        });
  }
}
