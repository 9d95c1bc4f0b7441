package dev.inkling.ui.results;

import dev.inkling.ui.kit.Background;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Background work of which only what was asked for last counts: what is begun anew gives up what is
 * under way, whose answer is never heard. Used on the FX thread.
 */
final class Job {
  private final Background background;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private volatile @Nullable Object newest;

  Job(Background background) {
    this.background = background;
  }

  /** True until the answer is there. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Part that is done, 0…1; below 0 while that is not known. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Begins work, which is told whether it is still wanted. */
  <T> void begin(
      Function<Evaluator.Listener, Callable<T>> work,
      Consumer<T> onSuccess,
      Consumer<Throwable> onFailure) {
    Object mine = new Object();
    newest = mine;
    running.set(true);
    progress.set(-1);
    Evaluator.Listener listener = listener(mine);
    background.run(
        () -> {
          if (!listener.isWaiting()) {
            throw new CancellationException();
          }
          return work.apply(listener).call();
        },
        answer -> finish(mine, () -> onSuccess.accept(answer)),
        e -> finish(mine, () -> onFailure.accept(e)));
  }

  /** Gives up what is under way. */
  void cancel() {
    newest = null;
    running.set(false);
  }

  private void finish(Object mine, Runnable then) {
    if (newest == mine) {
      newest = null;
      running.set(false);
      then.run();
    }
  }

  private Evaluator.Listener listener(Object mine) {
    return new Evaluator.Listener() {
      @Override
      public boolean isWaiting() {
        return newest == mine;
      }

      @Override
      public void progressed(double part) {
        background
            .fx()
            .execute(
                () -> {
                  if (newest == mine) {
                    progress.set(part);
                  }
                });
      }
    };
  }
}
