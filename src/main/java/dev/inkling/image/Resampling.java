package dev.inkling.image;

import java.util.Arrays;

/**
 * How a line of so many values becomes one of another length, each new value the mean of what it
 * covers. Counted in whole units, as many to an old value as there are new ones and the other way
 * round: rounded fractions would let a trace of ink seep into blank neighbours, and {@link
 * GreyImage#inkBox} would see it. It is counted once and used for all rows of an image, or all
 * columns at once.
 */
final class Resampling {
  /** Old and new values. */
  private final int n;

  private final int m;

  /** For each new value: the first old one that it has a part of, and how many units of that. */
  private final int[] first;

  private final int[] begin;

  /** How many whole ones follow, and how many units of the next. */
  private final int[] whole;

  private final int[] end;

  Resampling(int n, int m) {
    this.n = n;
    this.m = m;
    first = new int[m];
    begin = new int[m];
    whole = new int[m];
    end = new int[m];
    int at = 0;
    int taken = 0; // units of the old value there that the new one before has
    for (int i = 0; i < m; i++) {
      first[i] = at;
      begin[i] = taken > 0 ? Math.min(n, m - taken) : 0;
      taken += begin[i];
      if (begin[i] > 0 && taken == m) {
        at++;
        taken = 0;
      }
      int wanted = n - begin[i];
      whole[i] = wanted / m;
      at += whole[i];
      end[i] = wanted % m;
      taken = end[i] > 0 ? end[i] : taken;
    }
  }

  /** Whether a new value is an old one as it is. */
  private boolean isCopy(int i) {
    return begin[i] == n || end[i] == n || (whole[i] == 1 && m == n);
  }

  /** One line, its values side by side. */
  void line(float[] in, int from, float[] out, int to) {
    for (int i = 0; i < m; i++) {
      int at = from + first[i];
      if (isCopy(i)) {
        out[to + i] = in[at];
        continue;
      }
      double sum = 0;
      if (begin[i] > 0) {
        sum = begin[i] * (double) in[at++];
      }
      double all = 0;
      for (int k = 0; k < whole[i]; k++) {
        all += in[at++];
      }
      sum += m * all;
      if (end[i] > 0) {
        sum += end[i] * (double) in[at];
      }
      out[to + i] = (float) (sum / n);
    }
  }

  /** All columns of rows that are so wide. */
  float[] rows(float[] in, int width) {
    float[] out = new float[m * width];
    double[] sum = new double[width];
    double[] all = new double[width];
    for (int i = 0; i < m; i++) {
      int at = first[i] * width;
      if (isCopy(i)) {
        System.arraycopy(in, at, out, i * width, width);
        continue;
      }
      Arrays.fill(sum, 0);
      Arrays.fill(all, 0);
      if (begin[i] > 0) {
        add(begin[i], in, at, sum);
        at += width;
      }
      for (int k = 0; k < whole[i]; k++, at += width) {
        add(1, in, at, all);
      }
      for (int x = 0; x < width; x++) {
        sum[x] += m * all[x];
      }
      if (end[i] > 0) {
        add(end[i], in, at, sum);
      }
      for (int x = 0; x < width; x++) {
        out[i * width + x] = (float) (sum[x] / n);
      }
    }
    return out;
  }

  private static void add(double times, float[] in, int at, double[] sum) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += times * in[at + x];
    }
  }
}
