package dev.inkling.run;

import dev.inkling.data.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What was read as what on the validation images, epoch by epoch: of classes.csv. */
public final class EpochConfusions {
  private static final int LABEL = 2;
  private static final int READ_AS = 5;

  private EpochConfusions() {}

  /**
   * An epoch.
   *
   * @param number counted from 1
   * @param confusion {@code confusion[t][p]} images of class t were read as p
   */
  public record Epoch(int number, int[][] confusion) {}

  /**
   * The epochs of a run so far, in order; those that were not written whole are left out.
   *
   * @throws dev.inkling.text.Problem when the file cannot be read
   */
  public static List<Epoch> read(Run run) {
    List<double[]> rows = MetricsFile.read(run.classes());
    List<Epoch> epochs = new ArrayList<>();
    for (int from = 0; from + Digits.CLASSES <= rows.size(); from++) {
      List<double[]> some = rows.subList(from, from + Digits.CLASSES);
      if (isEpoch(some)) {
        epochs.add(new Epoch((int) some.getFirst()[0], confusion(some)));
      }
    }
    return epochs;
  }

  /** True for a row of each class in order, all of the same epoch. */
  private static boolean isEpoch(List<double[]> rows) {
    double epoch = rows.getFirst()[0];
    return IntStream.range(0, Digits.CLASSES)
        .allMatch(
            k ->
                rows.get(k).length == READ_AS + Digits.CLASSES
                    && rows.get(k)[0] == epoch
                    && rows.get(k)[LABEL] == k);
  }

  private static int[][] confusion(List<double[]> rows) {
    return rows.stream()
        .map(row -> Arrays.stream(row, READ_AS, row.length).mapToInt(n -> (int) n).toArray())
        .toArray(int[][]::new);
  }
}
