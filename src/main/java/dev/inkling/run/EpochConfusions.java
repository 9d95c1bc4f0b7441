package dev.inkling.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What was read as what on the validation images, epoch by epoch: of classes.csv. */
public final class EpochConfusions {
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
    List<ClassRow> rows = ClassRow.read(run);
    List<Epoch> epochs = new ArrayList<>();
    int classes = rows.isEmpty() ? 1 : rows.getFirst().readAs().size();
    for (int from = 0; from + classes <= rows.size(); from++) {
      List<ClassRow> some = rows.subList(from, from + classes);
      if (isEpoch(some)) {
        epochs.add(new Epoch(some.getFirst().epoch(), confusion(some)));
      }
    }
    return epochs;
  }

  /** True for a row of each class in order, all of the same epoch. */
  private static boolean isEpoch(List<ClassRow> rows) {
    int epoch = rows.getFirst().epoch();
    return IntStream.range(0, rows.size())
        .allMatch(k -> rows.get(k).epoch() == epoch && rows.get(k).label() == k);
  }

  private static int[][] confusion(List<ClassRow> rows) {
    return rows.stream()
        .map(row -> row.readAs().stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
