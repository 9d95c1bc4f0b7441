package dev.inkling.run;

import dev.inkling.train.TrainingListener.EpochMetrics;
import java.util.List;
import java.util.Optional;

/**
 * A line of epochs.csv: what one epoch was like. The columns are the components, in their order.
 *
 * @param epoch counted from 1
 * @param examples trained on since the run began
 * @param trainLoss mean over the epoch's batches while the weights moved, in nats
 * @param trainAccuracy likewise, 0…1
 * @param valLoss of the held-out images after the epoch, in nats
 * @param valAccuracy likewise, 0…1
 * @param seconds of training alone
 * @param imagesPerSecond trained in these seconds
 */
public record EpochRow(
    int epoch,
    long examples,
    double trainLoss,
    double trainAccuracy,
    double valLoss,
    double valAccuracy,
    double seconds,
    double imagesPerSecond) {
  /** The first line of the file. */
  public static final String HEADER =
      "epoch,examples,trainLoss,trainAccuracy,valLoss,valAccuracy,seconds,imagesPerSecond";

  /** The row of what a training told. */
  public static EpochRow of(EpochMetrics m) {
    return new EpochRow(
        m.epoch(),
        m.examples(),
        m.trainLoss(),
        m.trainAccuracy(),
        m.valLoss(),
        m.valAccuracy(),
        m.seconds(),
        m.imagesPerSecond());
  }

  /**
   * The rows of a run so far; empty before its first epoch ended.
   *
   * @throws dev.inkling.text.Problem when the file cannot be read
   */
  public static List<EpochRow> read(Run run) {
    return MetricsFile.read(run.epochs(), EpochRow::parse, EpochRow::examples);
  }

  /** The row of a line; nothing when it was cut off, or its counts are none. */
  static Optional<EpochRow> parse(String line) {
    return Cells.parse(
        line,
        HEADER,
        cells ->
            new EpochRow(
                cells.count(),
                cells.largeCount(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.number()));
  }

  /** The row as a line, its end included. */
  public String write() {
    return Cells.line(
        epoch, examples, trainLoss, trainAccuracy, valLoss, valAccuracy, seconds, imagesPerSecond);
  }
}
