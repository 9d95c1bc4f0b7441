package dev.inkling.chart;

import java.util.Arrays;

/**
 * Picks what is worth drawing: of every pixel column the first, the lowest, the highest and the
 * last sample. A line through these covers the same pixels as a line through all.
 *
 * @see <a href="https://www.vldb.org/pvldb/vol7/p797-jugel.pdf">Jugel et al., M4, 2014</a>
 */
final class Decimation {
  /** Stands between indices where the line is broken. */
  static final int GAP = -1;

  private int[] indices = new int[4096];
  private int size;

  /**
   * Picks samples in their order.
   *
   * @param x of the samples, rising
   * @param y of the samples
   * @param from the first index
   * @param to the index after the last
   * @param left x where a column begins
   * @param column width of a column, in units of x
   * @param log whether values of 0 and less are gaps
   */
  void pick(double[] x, double[] y, int from, int to, double left, double column, boolean log) {
    size = 0;
    int i = from;
    while (i < to) {
      if (Scale.shows(y[i], log)) {
        double end = left + (Math.floor((x[i] - left) / column) + 1) * column;
        i = pickColumn(x, y, i, to, end, log);
      } else {
        add(GAP);
        i++;
      }
    }
  }

  /** Picks of one column what comes before a gap; the first sample not looked at is returned. */
  private int pickColumn(double[] x, double[] y, int first, int to, double end, boolean log) {
    int low = first;
    int high = first;
    int i = first + 1;
    while (i < to && x[i] < end && Scale.shows(y[i], log)) {
      if (y[i] < y[low]) {
        low = i;
      } else if (y[i] > y[high]) {
        high = i;
      }
      i++;
    }
    add(first);
    add(Math.min(low, high));
    add(Math.max(low, high));
    add(i - 1);
    return i;
  }

  private void add(int index) {
    // Neither one sample twice nor two gaps in a row; both are equal indices.
    if (size > 0 && indices[size - 1] == index) {
      return;
    }
    if (size == indices.length) {
      indices = Arrays.copyOf(indices, 2 * size);
    }
    indices[size++] = index;
  }

  /** How many indices and gaps were picked. */
  int size() {
    return size;
  }

  /** An index that was picked, or {@link #GAP}. */
  int index(int k) {
    return indices[k];
  }
}
