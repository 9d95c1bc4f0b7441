package dev.inkling.ui.kit;

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
public final class Job {
  /** Someone who waits for the answer. */
  public interface Listener {
    /** False when nobody wants it any more. */
    boolean isWaiting();

    /** Part that is done, 0…1; below 0 while that is not known. */
    void progressed(double part);

    /**
     * Tells how far it is.
     *
     * @throws CancellationException when nobody waits any more
     */
    default void tell(double part) {
      if (!isWaiting()) {
        throw new CancellationException();
      }
      progressed(part);
    }
  }

  private final Background background;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private volatile @Nullable Object newest;

  /** Nothing is begun yet. */
  public Job(Background background) {
    this.background = background;
  }

  /** True until the answer is there. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Part that is done, 0…1; below 0 while that is not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Begins work, which is told whether it is still wanted. */
  public <T> void begin(
      Function<Listener, Callable<T>> work, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
    Object mine = new Object();
    newest = mine;
    running.set(true);
    progress.set(-1);
    Listener listener = listener(mine);
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
  public void cancel() {
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

  private Listener listener(Object mine) {
    return new Listener() {
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
