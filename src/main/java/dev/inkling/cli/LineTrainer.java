package dev.inkling.cli;

import dev.inkling.chart.ValueFormat;
import dev.inkling.data.DataSet;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import dev.inkling.train.LineScore;
import dev.inkling.train.LineTraining;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network that reads lines, tells how it goes on and saves the model after each epoch. No
 * run is kept of it, as runs tell of single digits.
 */
final class LineTrainer implements LineTraining.Listener {
  private final Shell shell;
  private final boolean isJson;
  private final Recipe recipe;
  private final DataSet data;
  private final ModelPlace place;
  private final ProgressLine progress;
  private int savedEpoch;
  private long began = System.nanoTime();

  /** What scripts read of an epoch. */
  private record Line(
      int epoch,
      double trainLoss,
      double valLoss,
      double valAccuracy,
      double valDigits,
      double seconds,
      double linesPerSecond) {}

  LineTrainer(Shell shell, boolean isJson, Recipe recipe, DataSet data, ModelPlace place) {
    this.shell = shell;
    this.isJson = isJson;
    this.recipe = recipe;
    this.data = data;
    this.place = place;
    progress = new ProgressLine(shell.err());
  }

  /**
   * Trains to the end, or until Ctrl-C, which leaves the model of the last whole epoch.
   *
   * @param from a model to begin with, or null to begin anew
   */
  void train(@Nullable Model from) {
    LineTraining run = new LineTraining(place.name(), recipe, data, from, this);
    shell.tell("cli.train.lines", recipe.synthetic(), data.name(), recipe.epochs());
    CtrlC.guard(
        run::stop,
        this::interrupted,
        _ -> {
          began = System.nanoTime();
          if (run.run()) {
            shell.tell("cli.train.linesDone", place.folder());
          }
        });
  }

  private void interrupted() {
    progress.clear();
    if (savedEpoch == 0) {
      shell.tell("cli.train.interruptedEarly");
    } else {
      shell.tell("cli.train.interrupted", savedEpoch, place.folder());
    }
  }

  @Override
  public void onBatch(int epoch, int batch, int batches, double loss) {
    double done = (double) batch / batches;
    double perSecond = linesPerSecond(batch);
    long left = Math.round((recipe.epochs() - epoch + 1 - done) * recipe.synthetic() / perSecond);
    progress.show(
        done,
        () ->
            shell
                .messages()
                .get(
                    "cli.train.linesBatch",
                    epoch,
                    recipe.epochs(),
                    shell.format("%,.0f", perSecond),
                    ValueFormat.loss(loss),
                    shell.format("%d:%02d", left / 60, left % 60)));
  }

  private double linesPerSecond(int batches) {
    return (double) batches * recipe.batchSize() / seconds();
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  @Override
  public void onEpoch(int epoch, double loss, LineScore score, Model model) {
    progress.clear();
    place
        .save(model, null)
        .ifPresent(old -> shell.tell("cli.train.movedAside", place.folder(), old));
    savedEpoch = epoch;
    double perSecond = recipe.synthetic() / seconds();
    if (isJson) {
      shell.json(
          new Line(
              epoch, loss, score.loss(), score.lines(), score.digitsRight(), seconds(), perSecond));
    } else {
      shell.result(
          "cli.train.linesEpoch",
          shell.format("%3d", epoch),
          recipe.epochs(),
          ValueFormat.loss(loss),
          ValueFormat.loss(score.loss()),
          shell.format("%.2f", score.lines() * 100),
          shell.format("%.2f", score.digitsRight() * 100),
          shell.format("%.1f", seconds()),
          shell.format("%,.0f", perSecond));
    }
    began = System.nanoTime();
  }
}
