package dev.inkling.chart;

import java.util.Arrays;

/** The samples of a curve, in growing arrays. Not safe for several threads. */
public final class Points {
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;
  private int generation;
  private double lowest;
  private double highest;
  private double lowestPositive;

  /** No samples yet. */
  public Points() {
    clear();
  }

  /** Samples that are there already; see {@link #append} for what they may be. */
  public static Points of(double[] xs, double[] ys) {
    Points points = new Points();
    for (int i = 0; i < xs.length; i++) {
      points.append(xs[i], ys[i]);
    }
    return points;
  }

  /**
   * Adds a sample.
   *
   * @param x finite, not less than the last one's
   * @param y any number; what is not finite leaves a gap
   * @throws IllegalArgumentException when x goes back or is not finite
   */
  public void append(double x, double y) {
    if (!Double.isFinite(x) || (size > 0 && x < xs[size - 1])) {
      throw new IllegalArgumentException("x " + x + " after " + (size > 0 ? xs[size - 1] : "none"));
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
    include(y);
  }

  private void include(double y) {
    if (Double.isFinite(y)) {
      lowest = Math.min(lowest, y);
      highest = Math.max(highest, y);
      lowestPositive = y > 0 ? Math.min(lowestPositive, y) : lowestPositive;
    }
  }

  /** Forgets all samples. */
  public void clear() {
    size = 0;
    generation++;
    lowest = lowestPositive = Double.POSITIVE_INFINITY;
    highest = Double.NEGATIVE_INFINITY;
  }

  /** How many samples there are. */
  public int size() {
    return size;
  }

  /** Where sample i lies. */
  public double x(int i) {
    return xs[i];
  }

  /** The value of sample i. */
  public double y(int i) {
    return ys[i];
  }

  /** Changes when samples are forgotten, not when they are added. */
  int generation() {
    return generation;
  }

  /** The array itself: longer than {@link #size}. */
  double[] xs() {
    return xs;
  }

  /** The array itself: longer than {@link #size}. */
  double[] ys() {
    return ys;
  }

  /** The lowest value an axis can show, or infinity where there is none. */
  double lowest(boolean log) {
    return log ? lowestPositive : lowest;
  }

  /** The highest value, or minus infinity where there is none. */
  double highest() {
    return highest;
  }

  /** The index of the first sample at x or after it; the size where there is none. */
  int ceiling(double x) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (xs[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the sample nearest to x that an axis can show, or -1. */
  public int nearest(double x, boolean log) {
    int right = ceiling(x);
    int left = right - 1;
    while (right < size && !Scale.shows(ys[right], log)) {
      right++;
    }
    while (left >= 0 && !Scale.shows(ys[left], log)) {
      left--;
    }
    if (left < 0 || right == size) {
      return left >= 0 ? left : right < size ? right : -1;
    }
    return x - xs[left] <= xs[right] - x ? left : right;
  }
}
