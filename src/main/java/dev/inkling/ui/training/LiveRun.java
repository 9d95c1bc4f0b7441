package dev.inkling.ui.training;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.model.Recipe;
import dev.inkling.run.Run;
import dev.inkling.run.RunFailure;
import dev.inkling.run.RunImages;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunTrainer;
import dev.inkling.text.Problem;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.ui.kit.Background;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The run in training, or the one that was last: it is loaded, trained, held and stopped. */
public final class LiveRun {
  /** How the run in training stands. */
  public enum State {
    IDLE,
    LOADING,
    RUNNING,
    PAUSED,
    STOPPING
  }

  private final DataSource dataSource;
  private final Background trainer;
  private final Consumer<DataSet> onImages;
  private final Runnable onExpect;
  private final Runnable onBegin;
  private final ShownRun shown = new ShownRun();
  private final LiveMetrics metrics;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Run> underWay = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty layersWatched = new SimpleBooleanProperty(false);

  /** Null while none is loaded. */
  private @Nullable RunTrainer current;

  /**
   * No run yet.
   *
   * @param trainer trains, one run at a time
   * @param onImages looks at the images of a new run before it begins, on the training thread
   * @param onExpect hears that a run is to be loaded, of which nothing can be shown yet
   * @param onBegin hears that a run is loaded and has something to show
   */
  LiveRun(
      DataSource dataSource,
      Background trainer,
      DigitOnPad digit,
      Consumer<DataSet> onImages,
      Runnable onExpect,
      Runnable onBegin) {
    this.onImages = onImages;
    this.dataSource = dataSource;
    this.trainer = trainer;
    this.onExpect = onExpect;
    this.onBegin = onBegin;
    metrics = new LiveMetrics(shown, digit, trainer.fx());
  }

  /** As the charts show it. */
  public ShownRun shown() {
    return shown;
  }

  /** What it tells. */
  public LiveMetrics metrics() {
    return metrics;
  }

  /** Part of the run that is done, 0…1; below 0 while that is not known. */
  public double progress() {
    BatchMetrics batch = metrics.batchProperty().get();
    Recipe recipe = shown.recipeProperty().get();
    if (state.get() == State.LOADING) {
      return -1;
    }
    return batch == null || recipe == null
        ? 0
        : (batch.epoch() - 1 + (double) batch.batch() / batch.batches()) / recipe.epochs();
  }

  /** Seconds until its last epoch ends at the present speed; NaN while that is not known. */
  public double secondsLeft() {
    BatchMetrics batch = metrics.batchProperty().get();
    double progress = progress();
    double left = batch == null ? 0 : batch.examples() * (1 - progress) / progress;
    return batch == null || !(progress > 0) ? Double.NaN : left / batch.imagesPerSecond();
  }

  /** How it stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The run that is being loaded or trained; null when there is none. */
  public ReadOnlyObjectProperty<@Nullable Run> underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  /** Whether somebody sees how its layers learn: only then is it asked more often. */
  BooleanProperty layersWatchedProperty() {
    return layersWatched;
  }

  // Commands

  /** A run is about to come; {@link #stop} stops it even before it does. */
  void expect() {
    state.set(State.LOADING);
  }

  /** No run is to come. */
  void rest() {
    state.set(State.IDLE);
  }

  /**
   * Loads a run's images and trains it.
   *
   * @param until the epoch after which it rests
   * @param onEnd hears what went wrong, or null
   */
  void train(Run next, int until, Consumer<@Nullable Throwable> onEnd) {
    underWay.set(next);
    metrics.clear();
    shown.expect(next);
    onExpect.run();
    if (state.get() != State.STOPPING) {
      state.set(State.LOADING);
    }
    trainer.run(
        () -> {
          RunInfo info = next.info();
          DataSet data = RunImages.load(next, dataSource, metrics.queue());
          if (info.fingerprint() == null) {
            onImages.accept(data);
          }
          RunTrainer runTrainer = new RunTrainer(next, data, metrics.queue(), until);
          int done = runTrainer.epochsDone();
          long examples = (long) done * runTrainer.training().imagesPerEpoch();
          RunCurves.Saved before = RunCurves.read(next).upTo(done, examples);
          trainer.fx().execute(() -> begin(next, info, runTrainer, before, examples));
          runTrainer.train();
          return next;
        },
        _ -> end(null, onEnd),
        e -> end(e, onEnd));
  }

  private void begin(
      Run next, RunInfo info, RunTrainer runTrainer, RunCurves.Saved before, long examples) {
    current = runTrainer;
    metrics.endDownload();
    metrics.begin(info.seconds(), examples);
    int done = runTrainer.epochsDone();
    shown.show(next, info.withoutFailure(), done, before);
    if (state.get() == State.STOPPING) {
      runTrainer.training().stop();
    } else {
      state.set(State.RUNNING);
    }
    onBegin.run();
  }

  private void end(@Nullable Throwable e, Consumer<@Nullable Throwable> onEnd) {
    try {
      drain();
      if (e != null && current != null) {
        Run run = Objects.requireNonNull(underWay.get(), "no run");
        shown.failed(new RunFailure(Problem.of(e).key(), run.folder()));
      }
    } finally { // whatever the charts make of its numbers, the run has ended
      current = null;
      underWay.set(null);
      metrics.endDownload();
      onEnd.accept(e);
    }
  }

  private Training training() {
    return Objects.requireNonNull(current, "no run").training();
  }

  /** Holds the run, within a batch. */
  public void pause() {
    if (state.get() == State.RUNNING) {
      training().pause();
      state.set(State.PAUSED);
      drain(); // the numbers that stand still are the newest
    }
  }

  /** Lets a paused run go on. */
  public void goOn() {
    if (state.get() == State.PAUSED) {
      training().resume();
      state.set(State.RUNNING);
    }
  }

  /** Ends the run within a batch; it can be resumed from its last whole epoch. */
  public void stop() {
    if (current != null) {
      current.training().stop();
      state.set(State.STOPPING);
    } else if (state.get() == State.LOADING) {
      state.set(State.STOPPING);
    }
  }

  /** Takes over what the training thread has told; called a few times a second. */
  public void drain() {
    metrics.drain();
    if (state.get() == State.RUNNING) {
      training().askForWeights();
      if (layersWatched.get()) {
        training().askForLayers();
      }
    }
  }
}
