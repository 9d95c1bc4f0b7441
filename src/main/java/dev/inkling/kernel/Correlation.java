package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The gradient of a convolution's weights: for each filter f and tap t the sum over all places p of
 * {@code gradient[f·stride + gradientPlaces[p]] · x[taps[t] + places[p]]}, lane by lane, added to
 * what is there.
 */
final class Correlation implements WeightGradient {
  private static final int SIDE = 4;

  /** Vectors of a block of sums. */
  private static final int BLOCK = SIDE * SIDE;

  /** Places whose gradients of four filters stay in the nearest cache for all taps. */
  private static final int STRIP = 96;

  private final int filters;
  private final int stride;
  private final int[] taps;

  /** Where each row of gradients and of windows begins, and how long it is. */
  private final int[] gradientRows;

  private final int[] rows;
  private final int length;

  /** Rows that are gone through for all filters and taps before the next ones are. */
  private final int strip;

  private final Sums sums;

  /** A block's sums, where they are not kept as vectors. */
  private final float[] own = new float[BLOCK * LANES];

  /**
   * A correlation.
   *
   * @param width places in a row
   * @param sums to add to
   */
  Correlation(
      int filters, Product.Results gradients, Product.Windows windows, int width, Sums sums) {
    this.filters = filters;
    this.sums = sums;
    stride = gradients.rowStride();
    taps = Arrays.copyOf(windows.taps(), whole(windows.taps().length));
    gradientRows = firsts(gradients.places(), width);
    rows = firsts(windows.places(), width);
    length = width * LANES;
    strip = Math.max(1, STRIP / width);
  }

  /** The first of each row of places. */
  static int[] firsts(int[] places, int width) {
    int[] firsts = new int[places.length / width];
    Arrays.setAll(firsts, i -> places[i * width]);
    return firsts;
  }

  private static int whole(int count) {
    return Math.ceilDiv(count, SIDE) * SIDE;
  }

  /** Vectors of sums that there are for so many filters and taps. */
  static int sums(int filters, int taps) {
    return Product.rows(filters) * whole(taps);
  }

  /** Which of them is that of a filter and a tap, of so many. */
  static int sum(int filter, int tap, int taps) {
    int block = filter / SIDE * (whole(taps) / SIDE) + tap / SIDE;
    return block * BLOCK + filter % SIDE * SIDE + tap % SIDE;
  }

  @Override
  public void add(float[] gradient, float[] x) {
    if (isRows() && sums.isEmpty()) {
      int count = Product.rows(filters) * taps.length;
      Arrays.fill(sums.weights.numbers(), sums.weights.first(), sums.weights.first() + count, 0);
    }
    for (int from = 0; from < rows.length; from += strip) {
      int to = Math.min(from + strip, rows.length);
      for (int filter = 0; filter < Product.rows(filters); filter += SIDE) {
        for (int tap = 0; tap < taps.length; tap += SIDE) {
          fourFilters(gradient, x, filter, tap, from, to);
        }
      }
    }
  }

  private void fourFilters(float[] gradient, float[] x, int filter, int tap, int from, int to) {
    int f1 = stride;
    int f2 = f1 + stride;
    int f3 = f2 + stride;
    int t0 = taps[tap];
    int t1 = taps[tap + 1] - t0;
    int t2 = taps[tap + 2] - t0;
    int t3 = taps[tap + 3] - t0;
    float[] block = isRows() ? own : sums.weights.numbers();
    int sum = isRows() ? 0 : sums.weights.first() + sum(filter, tap, taps.length) * LANES;
    if (isRows() || (from == 0 && sums.isEmpty())) {
      Arrays.fill(block, sum, sum + BLOCK * LANES, 0);
    }
    FloatVector a0 = fromArray(SPECIES, block, sum);
    FloatVector a1 = fromArray(SPECIES, block, sum + LANES);
    FloatVector a2 = fromArray(SPECIES, block, sum + 2 * LANES);
    FloatVector a3 = fromArray(SPECIES, block, sum + 3 * LANES);
    FloatVector b0 = fromArray(SPECIES, block, sum + 4 * LANES);
    FloatVector b1 = fromArray(SPECIES, block, sum + 5 * LANES);
    FloatVector b2 = fromArray(SPECIES, block, sum + 6 * LANES);
    FloatVector b3 = fromArray(SPECIES, block, sum + 7 * LANES);
    FloatVector c0 = fromArray(SPECIES, block, sum + 8 * LANES);
    FloatVector c1 = fromArray(SPECIES, block, sum + 9 * LANES);
    FloatVector c2 = fromArray(SPECIES, block, sum + 10 * LANES);
    FloatVector c3 = fromArray(SPECIES, block, sum + 11 * LANES);
    FloatVector d0 = fromArray(SPECIES, block, sum + 12 * LANES);
    FloatVector d1 = fromArray(SPECIES, block, sum + 13 * LANES);
    FloatVector d2 = fromArray(SPECIES, block, sum + 14 * LANES);
    FloatVector d3 = fromArray(SPECIES, block, sum + 15 * LANES);
    for (int row = from; row < to; row++) {
      int place = rows[row] + t0;
      int at = gradientRows[row] + filter * stride;
      for (int i = 0; i < length; i += LANES) {
        FloatVector x0 = fromArray(SPECIES, x, place + i);
        FloatVector x1 = fromArray(SPECIES, x, place + t1 + i);
        FloatVector x2 = fromArray(SPECIES, x, place + t2 + i);
        FloatVector x3 = fromArray(SPECIES, x, place + t3 + i);
        FloatVector g = fromArray(SPECIES, gradient, at + i);
        a0 = g.fma(x0, a0);
        a1 = g.fma(x1, a1);
        a2 = g.fma(x2, a2);
        a3 = g.fma(x3, a3);
        g = fromArray(SPECIES, gradient, at + f1 + i);
        b0 = g.fma(x0, b0);
        b1 = g.fma(x1, b1);
        b2 = g.fma(x2, b2);
        b3 = g.fma(x3, b3);
        g = fromArray(SPECIES, gradient, at + f2 + i);
        c0 = g.fma(x0, c0);
        c1 = g.fma(x1, c1);
        c2 = g.fma(x2, c2);
        c3 = g.fma(x3, c3);
        g = fromArray(SPECIES, gradient, at + f3 + i);
        d0 = g.fma(x0, d0);
        d1 = g.fma(x1, d1);
        d2 = g.fma(x2, d2);
        d3 = g.fma(x3, d3);
      }
    }
    a0.intoArray(block, sum);
    a1.intoArray(block, sum + LANES);
    a2.intoArray(block, sum + 2 * LANES);
    a3.intoArray(block, sum + 3 * LANES);
    b0.intoArray(block, sum + 4 * LANES);
    b1.intoArray(block, sum + 5 * LANES);
    b2.intoArray(block, sum + 6 * LANES);
    b3.intoArray(block, sum + 7 * LANES);
    c0.intoArray(block, sum + 8 * LANES);
    c1.intoArray(block, sum + 9 * LANES);
    c2.intoArray(block, sum + 10 * LANES);
    c3.intoArray(block, sum + 11 * LANES);
    d0.intoArray(block, sum + 12 * LANES);
    d1.intoArray(block, sum + 13 * LANES);
    d2.intoArray(block, sum + 14 * LANES);
    d3.intoArray(block, sum + 15 * LANES);
    if (isRows()) {
      addLanes(filter, tap);
    }
  }

  private boolean isRows() {
    return sums.layout == Sums.Layout.ROWS;
  }

  /** Adds the lanes of a block to numbers, of which there are as many in a row as taps. */
  private void addLanes(int filter, int tap) {
    float[] weights = sums.weights.numbers();
    for (int i = 0; i < BLOCK; i++) {
      int at = sums.weights.first() + (filter + i / SIDE) * taps.length + tap + i % SIDE;
      weights[at] += Vectors.sumOfLanes(own, i * LANES);
    }
  }
}
