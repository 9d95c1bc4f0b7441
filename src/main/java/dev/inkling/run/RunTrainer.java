package dev.inkling.run;

import dev.inkling.data.DataSet;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.file.TryLock;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Trains a run, new or cut off, and keeps what comes of it in its folder. */
public final class RunTrainer {
  private static final Logger LOG = Logger.getLogger(RunTrainer.class.getName());

  private final Run run;
  private final List<String> classes;
  private final Training training;
  private final Tee listener;
  private final TryLock lock;
  private final Run.@Nullable Restored from;

  /**
   * Takes a run for this program, to train it to its end.
   *
   * @param data that {@link RunImages} loaded for it; where they are is noted
   * @param listener hears the run too
   * @throws Problem when another program trains it, or none of its checkpoints can be read
   */
  public RunTrainer(Run run, DataSet data, TrainingListener listener) {
    this(run, data, listener, Integer.MAX_VALUE);
  }

  /**
   * Likewise, but to an epoch after which it rests as if somebody had stopped it.
   *
   * @param until that epoch
   */
  public RunTrainer(Run run, DataSet data, TrainingListener listener, int until) {
    this.run = run;
    classes = data.classes();
    RunInfo info = run.info();
    this.listener = new Tee(listener, until);
    training = new Training(info.title(), info.network(), info.recipe(), data, this.listener);
    this.listener.training = training;
    lock = RunLock.of(run);
    from = newestCheckpoint(data);
  }

  private Run.@Nullable Restored newestCheckpoint(DataSet data) {
    try {
      RunImages.note(run, data);
      Optional<Run.Restored> newest = run.newestCheckpoint();
      if (newest.isEmpty() && !run.checkpointEpochs().isEmpty()) {
        throw new Problem("problem.run.checkpoints", run.folder());
      }
      return newest.orElse(null);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** To pause, resume and stop with, from any thread. */
  public Training training() {
    return training;
  }

  /** The last whole epoch there is to go on from; 0 for a new run. */
  public int epochsDone() {
    return from == null ? 0 : from.checkpoint().epoch();
  }

  /**
   * Trains to the end, or until stopped.
   *
   * @throws Problem when the loss is no longer a number, the disk is full, or the folder is gone
   */
  public void train() {
    train(() -> true);
  }

  /**
   * Trains to the end, or until stopped. Whatever else ends it, an {@link Error} too, the run is
   * told to have failed before it is thrown.
   *
   * @param atEnd does what belongs to the run when all epochs are done, before it is called
   *     finished: who was cut off meanwhile goes on with it. It gives false when it was stopped.
   * @throws Problem when the loss is no longer a number, the disk is full, or the folder is gone
   */
  public void train(BooleanSupplier atEnd) {
    try (TryLock _ = lock;
        RunRecorder recorder =
            new RunRecorder(run, epochsDone(), from == null ? 0 : from.seconds())) {
      listener.recorder = recorder;
      try {
        boolean isWhole = from == null ? begin() : training.run(from.checkpoint());
        boolean isDone = isWhole && atEnd.getAsBoolean();
        recorder.end(isDone ? RunInfo.Status.FINISHED : RunInfo.Status.STOPPED, null);
      } catch (Throwable e) {
        endFailed(recorder, e);
        throw e;
      }
    }
  }

  private boolean begin() {
    RunInfo info = run.info();
    Architecture network = info.network().withClasses(classes.size());
    return training.run(run.initialWeights(network, classes, info.recipe()));
  }

  /** Where this cannot be noted either, what ended the run is told all the same. */
  private void endFailed(RunRecorder recorder, Throwable e) {
    try {
      recorder.end(RunInfo.Status.FAILED, reason(e));
      LOG.log(e instanceof Problem ? Level.FINE : Level.WARNING, e, () -> "failed: " + run);
    } catch (RuntimeException | Error another) {
      e.addSuppressed(another);
    }
  }

  /** The key of a sentence. */
  private static String reason(Throwable e) {
    return switch (e) {
      case Problem problem -> problem.key();
      case OutOfMemoryError _ -> "problem.train.memory";
      default -> "problem.train.unforeseen";
    };
  }

  /** Tells the recorder first, then who looks on. */
  private static final class Tee implements TrainingListener {
    private final TrainingListener other;
    private final int until;
    private @Nullable RunRecorder recorder;
    private @Nullable Training training;

    Tee(TrainingListener other, int until) {
      this.other = other;
      this.until = until;
    }

    private RunRecorder recorder() {
      return Objects.requireNonNull(recorder, "not in training");
    }

    @Override
    public void onBatch(BatchMetrics metrics) {
      recorder().onBatch(metrics);
      other.onBatch(metrics);
    }

    @Override
    public int probesInFirstEpoch() {
      return other.probesInFirstEpoch();
    }

    @Override
    public void onProbe(long examples, Evaluation evaluation) {
      other.onProbe(examples, evaluation);
    }

    /** They are kept. */
    @Override
    public boolean wantsLayers() {
      return true;
    }

    @Override
    public void onLayers(LayersMetrics metrics) {
      recorder().onLayers(metrics);
      other.onLayers(metrics);
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      recorder().onEpoch(metrics, model);
      other.onEpoch(metrics, model);
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
      recorder().onCheckpoint(checkpoint);
      other.onCheckpoint(checkpoint);
      if (training != null && checkpoint.epoch() >= until) {
        training.stop();
      }
    }

    @Override
    public void onWeights(Model model) {
      other.onWeights(model);
    }
  }
}
