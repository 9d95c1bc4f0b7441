package dev.inkling.run;

import dev.inkling.data.DataSet;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trains a run, new or cut off, and keeps what comes of it in its folder. */
public final class RunTrainer {
  private final Run run;
  private final Training training;
  private final Tee listener;
  private final RunLock lock;
  private final Run.@Nullable Restored from;

  /**
   * Takes a run for this program.
   *
   * @param data that {@link RunImages} loaded for it; where they are is noted
   * @param listener hears the run too
   * @throws Problem when another program trains it
   */
  public RunTrainer(Run run, DataSet data, TrainingListener listener) {
    this.run = run;
    RunInfo info = run.info();
    this.listener = new Tee(listener);
    training =
        new Training(
            info.title(),
            Architecture.named(info.architecture()),
            info.recipe(),
            data,
            this.listener);
    lock = RunLock.of(run);
    from = newestCheckpoint(data);
  }

  private Run.@Nullable Restored newestCheckpoint(DataSet data) {
    try {
      RunImages.note(run, data);
      return run.newestCheckpoint().orElse(null);
    } catch (RuntimeException e) {
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
    try (RunLock _ = lock;
        RunRecorder recorder =
            new RunRecorder(run, epochsDone(), from == null ? 0 : from.seconds())) {
      listener.recorder = recorder;
      try {
        boolean isWhole = from == null ? training.run() : training.run(from.checkpoint());
        recorder.end(isWhole ? RunInfo.Status.FINISHED : RunInfo.Status.STOPPED, null);
      } catch (Problem problem) {
        endFailed(recorder, problem);
        throw problem;
      }
    }
  }

  /** Where this cannot be noted either, what ended the run is told all the same. */
  private static void endFailed(RunRecorder recorder, Problem problem) {
    try {
      recorder.end(RunInfo.Status.FAILED, problem.key());
    } catch (Problem another) {
      problem.addSuppressed(another);
    }
  }

  /** Tells the recorder first, then who looks on. */
  private static final class Tee implements TrainingListener {
    private final TrainingListener other;
    private @Nullable RunRecorder recorder;

    Tee(TrainingListener other) {
      this.other = other;
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

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      recorder().onEpoch(metrics, model);
      other.onEpoch(metrics, model);
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
      recorder().onCheckpoint(checkpoint);
      other.onCheckpoint(checkpoint);
    }

    @Override
    public void onWeights(Model model) {
      other.onWeights(model);
    }
  }
}
