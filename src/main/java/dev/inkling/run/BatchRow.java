package dev.inkling.run;

import dev.inkling.train.TrainingListener.BatchMetrics;
import java.util.List;
import java.util.Optional;

/**
 * A line of batches.csv: what one step was like. The columns are the components, in their order.
 *
 * @param epoch counted from 1
 * @param batch in the epoch, counted from 1
 * @param examples trained on since the run began
 * @param loss mean cross-entropy of the batch, in nats; kept as a float
 * @param learningRate of the step; kept as a float
 * @param imagesPerSecond trained since the epoch began; kept without decimals
 */
public record BatchRow(
    int epoch, int batch, long examples, double loss, double learningRate, double imagesPerSecond) {
  /** The first line of the file. */
  public static final String HEADER = "epoch,batch,examples,loss,learningRate,imagesPerSecond";

  /** The row of what a training told. */
  public static BatchRow of(BatchMetrics m) {
    return new BatchRow(
        m.epoch(), m.batch(), m.examples(), m.loss(), m.learningRate(), m.imagesPerSecond());
  }

  /**
   * The rows of a run so far; empty before it began.
   *
   * @throws dev.inkling.text.Problem when the file cannot be read
   */
  public static List<BatchRow> read(Run run) {
    return MetricsFile.read(run.batches(), BatchRow::parse, BatchRow::examples);
  }

  /** The row of a line; nothing when it was cut off, or its counts are none. */
  static Optional<BatchRow> parse(String line) {
    return Cells.parse(
        line,
        HEADER,
        cells ->
            new BatchRow(
                cells.count(),
                cells.count(),
                cells.largeCount(),
                cells.number(),
                cells.number(),
                cells.number()));
  }

  /** The row as a line, its end included. */
  public String write() {
    return Cells.line(
        epoch, batch, examples, (float) loss, (float) learningRate, Math.round(imagesPerSecond));
  }
}
