package dev.inkling.cli;

import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.text.Problem;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Path folder;
  private final String name;
  private final ProgressLine progress;

  /** The one after the last whole epoch; null before the first. */
  private @Nullable Model lastModel;

  TrainOutput(Shell shell, boolean isJson, int epochs, int imagesPerEpoch, Path folder) {
    this.shell = shell;
    this.isJson = isJson;
    this.epochs = epochs;
    this.imagesPerEpoch = imagesPerEpoch;
    this.folder = folder.toAbsolutePath().normalize();
    name = this.folder.getFileName().toString();
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
                    shell.format("%.4f", metrics.loss()),
                    shell.format("%d:%02d", secondsLeft / 60, secondsLeft % 60)));
  }

  @Override
  public void onEpoch(EpochMetrics metrics, Model trained) {
    Model model = new Model(trained.card().named(name), trained.weights());
    if (lastModel == null) {
      moveOldModelAside();
    }
    ModelFolder.write(folder, model);
    lastModel = model;
    progress.clear();
    if (isJson) {
      shell.json(Line.of(metrics));
    } else {
      shell.result(
          "cli.train.epoch",
          shell.format("%3d", metrics.epoch()),
          epochs,
          shell.format("%.4f", metrics.trainLoss()),
          shell.format("%.4f", metrics.valLoss()),
          shell.format("%.2f", metrics.valAccuracy() * 100),
          shell.format("%.1f", metrics.seconds()),
          shell.format("%,.0f", metrics.imagesPerSecond()));
    }
  }

  private void moveOldModelAside() {
    if (!ModelFolder.isModel(folder)) {
      return;
    }
    Path old = folder.resolveSibling(name + "-old");
    for (int n = 2; Files.exists(old); n++) {
      old = folder.resolveSibling(name + "-old-" + n);
    }
    try {
      Files.move(folder, old);
    } catch (IOException e) {
      throw new Problem(e, "problem.model.write", folder);
    }
    progress.clear();
    shell.tell("cli.train.movedAside", folder, old);
  }

  /** Takes the folder away again when no epoch came to its end. */
  void forgetEmptyFolder() {
    if (lastModel == null) {
      try {
        Files.delete(folder);
      } catch (IOException e) {
        return; // something else is in it
      }
    }
  }

  /** Says what Ctrl-C left. */
  void interrupted() {
    progress.clear();
    if (lastModel == null) {
      shell.tell("cli.train.interruptedEarly");
    } else {
      shell.tell("cli.train.interrupted", lastModel.card().epochs(), folder);
    }
  }
}
