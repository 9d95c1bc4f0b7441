package dev.inkling.cli;

import dev.inkling.chart.ValueFormat;
import dev.inkling.model.Model;
import dev.inkling.run.Run;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.TrainingListener;
import org.jspecify.annotations.Nullable;

/** Saves the model after each epoch and tells how the run goes on. */
final class TrainOutput implements TrainingListener {
  /** What scripts read of an epoch. */
  private record Line(
      int epoch,
      double trainLoss,
      double valLoss,
      double valAccuracy,
      double seconds,
      double imagesPerSecond) {
    static Line of(EpochMetrics metrics) {
      return new Line(
          metrics.epoch(),
          metrics.trainLoss(),
          metrics.valLoss(),
          metrics.valAccuracy(),
          metrics.seconds(),
          metrics.imagesPerSecond());
    }
  }

  private final Shell shell;
  private final boolean isJson;
  private final int epochs;
  private final int imagesPerEpoch;
  private final ModelPlace place;
  private final Run run;
  private final ProgressLine progress;

  /** The epoch whose checkpoint is about to be told; null before the first. */
  private @Nullable EpochMetrics epoch;

  /** The model after that epoch, which is what is saved; null before the first. */
  private @Nullable Model model;

  /** The epoch of the model that is in place; 0 while none is. */
  private int savedEpoch;

  private boolean isChanceTold;

  TrainOutput(
      Shell shell, boolean isJson, int epochs, int imagesPerEpoch, ModelPlace place, Run run) {
    this.shell = shell;
    this.isJson = isJson;
    this.epochs = epochs;
    this.imagesPerEpoch = imagesPerEpoch;
    this.place = place;
    this.run = run;
    progress = new ProgressLine(shell.err());
  }

  @Override
  public void onBatch(BatchMetrics metrics) {
    double done = (double) metrics.batch() / metrics.batches();
    double epochsLeft = epochs - metrics.epoch() + 1 - done;
    long secondsLeft = Math.round(epochsLeft * imagesPerEpoch / metrics.imagesPerSecond());
    progress.show(
        done,
        () ->
            shell
                .messages()
                .get(
                    "cli.train.batch",
                    metrics.epoch(),
                    epochs,
                    shell.format("%,.0f", metrics.imagesPerSecond()),
                    ValueFormat.loss(metrics.loss()),
                    shell.format("%d:%02d", secondsLeft / 60, secondsLeft % 60)));
  }

  @Override
  public void onEpoch(EpochMetrics metrics, Model trained) {
    epoch = metrics;
    model = trained;
  }

  /** Saved and told after the run has it, so that a model is always one of the run's. */
  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    if (model != null && epoch != null) {
      save(model);
      print(epoch);
    }
  }

  /** Puts a model of the run in place. */
  void save(Model saved) {
    progress.clear();
    place
        .save(saved, run)
        .ifPresent(old -> shell.tell("cli.train.movedAside", place.folder(), old));
    savedEpoch = saved.card().epochs();
  }

  private void print(EpochMetrics metrics) {
    if (isJson) {
      shell.json(Line.of(metrics));
    } else {
      shell.result(
          "cli.train.epoch",
          shell.format("%3d", metrics.epoch()),
          epochs,
          ValueFormat.loss(metrics.trainLoss()),
          ValueFormat.loss(metrics.valLoss()),
          shell.format("%.2f", metrics.valAccuracy() * 100),
          shell.format("%.1f", metrics.seconds()),
          shell.format("%,.0f", metrics.imagesPerSecond()));
    }
    doubt(metrics);
  }

  /** Told once: whoever trains on knows it. */
  private void doubt(EpochMetrics metrics) {
    if (!isChanceTold && metrics.validation().isNoBetterThanChance()) {
      isChanceTold = true;
      shell.tell(
          "training.doubt.chance",
          metrics.epoch(),
          ValueFormat.percent(metrics.valAccuracy(), 2),
          ValueFormat.loss(metrics.valLoss()));
    }
  }

  /** Says what Ctrl-C left. */
  void interrupted() {
    progress.clear();
    if (savedEpoch == 0) {
      shell.tell("cli.train.interruptedEarly");
    } else {
      shell.tell("cli.train.interrupted", savedEpoch, place.folder());
    }
    shell.tell("cli.train.goOnLater", run.folder().getFileName());
  }
}
