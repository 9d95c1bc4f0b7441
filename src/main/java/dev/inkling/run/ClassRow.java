package dev.inkling.run;

import dev.inkling.evaluate.Evaluation.PerClass;
import dev.inkling.train.TrainingListener.EpochMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of classes.csv: how the held-out images of one class were read after an epoch. The columns
 * are the components, in their order, the last one as many as there are classes.
 *
 * @param epoch counted from 1
 * @param examples trained on since the run began
 * @param label the class, counted from 0
 * @param count of its images
 * @param accuracy part of them read right, 0…1; NaN, which is kept as an empty cell, without any
 * @param readAs images read as each class, in order
 */
record ClassRow(
    int epoch, long examples, int label, int count, double accuracy, List<Integer> readAs) {
  private static final String HEADER = "epoch,examples,class,count,accuracy";

  /** The first line of the file, for so many classes. */
  static String header(int classes) {
    return HEADER
        + IntStream.range(0, classes).mapToObj(k -> ",readAs" + k).collect(Collectors.joining());
  }

  /** The rows of an epoch, a class each, in order. */
  static List<ClassRow> of(EpochMetrics m) {
    return m.validation().perClass().stream().map(each -> of(m, each)).toList();
  }

  private static ClassRow of(EpochMetrics m, PerClass c) {
    return new ClassRow(
        m.epoch(),
        m.examples(),
        c.label(),
        c.count(),
        c.recall() == null ? Double.NaN : c.recall(),
        Arrays.stream(m.validation().confusion()[c.label()]).boxed().toList());
  }

  static List<ClassRow> read(Run run) {
    return MetricsFile.read(run.classes(), ClassRow::parse, ClassRow::examples);
  }

  /** The row of a line; nothing when it was cut off, or its counts are none. */
  static Optional<ClassRow> parse(String line) {
    return Cells.parse(
            line,
            HEADER,
            cells ->
                new ClassRow(
                    cells.count(),
                    cells.largeCount(),
                    cells.count(),
                    cells.count(),
                    cells.number(),
                    cells.counts()))
        .filter(row -> row.label >= 0 && row.label < row.readAs.size());
  }

  /** The row as a line, its end included. */
  String write() {
    return epoch
        + ","
        + examples
        + ","
        + label
        + ","
        + count
        + ","
        + (Double.isNaN(accuracy) ? "" : accuracy)
        + ","
        + readAs.stream().map(String::valueOf).collect(Collectors.joining(","))
        + "\n";
  }
}
