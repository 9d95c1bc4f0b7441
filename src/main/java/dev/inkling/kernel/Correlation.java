package dev.inkling.kernel;

import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradient of a convolution's weights: for each filter f and tap t the sum over all places p
 * and images of {@code gradient[f·stride + gradientPlaces[p]] · x[taps[t] + places[p]]}, added to
 * what is there.
 */
final class Correlation {
  private static final VectorSpecies<Float> SPECIES = Product.SPECIES;
  private static final int SIDE = 4;

  private final int filters;
  private final int stride;
  private final int[] gradientPlaces;
  private final int[] taps;
  private final int[] places;

  /** Taps that a filter has, without those that fill the last block. */
  private final int count;

  /** A block's sums, lane by lane. */
  private final float[] block = new float[SIDE * SIDE * Product.LANES];

  Correlation(int filters, Product.Results gradients, Product.Windows windows) {
    this.filters = filters;
    stride = gradients.rowStride();
    gradientPlaces = gradients.places();
    places = windows.places();
    count = windows.taps().length;
    taps = Arrays.copyOf(windows.taps(), Math.ceilDiv(count, SIDE) * SIDE);
  }

  /** Adds the weights' gradients, row-major, and the biases'. */
  void add(float[] gradient, float[] x, float[] weights, float[] bias) {
    for (int tap = 0; tap < count; tap += SIDE) {
      for (int filter = 0; filter < Product.rows(filters); filter += SIDE) {
        fourFilters(gradient, x, filter, tap, weights);
      }
    }
    for (int filter = 0; filter < filters; filter++) {
      bias[filter] += sum(gradient, filter * stride);
    }
  }

  private float sum(float[] gradient, int from) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int place : gradientPlaces) {
      sum = sum.add(fromArray(SPECIES, gradient, from + place));
    }
    sum.intoArray(block, 0);
    return Product.sumOfLanes(block, 0);
  }

  private void fourFilters(float[] gradient, float[] x, int filter, int tap, float[] weights) {
    int f0 = filter * stride;
    int f1 = f0 + stride;
    int f2 = f1 + stride;
    int f3 = f2 + stride;
    int t0 = taps[tap];
    int t1 = taps[tap + 1];
    int t2 = taps[tap + 2];
    int t3 = taps[tap + 3];
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
    FloatVector b3 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector c2 = a0;
    FloatVector c3 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector d2 = a0;
    FloatVector d3 = a0;
    for (int p = 0; p < places.length; p++) {
      int place = places[p];
      int at = gradientPlaces[p];
      FloatVector x0 = fromArray(SPECIES, x, t0 + place);
      FloatVector x1 = fromArray(SPECIES, x, t1 + place);
      FloatVector x2 = fromArray(SPECIES, x, t2 + place);
      FloatVector x3 = fromArray(SPECIES, x, t3 + place);
      FloatVector g = fromArray(SPECIES, gradient, f0 + at);
      a0 = g.fma(x0, a0);
      a1 = g.fma(x1, a1);
      a2 = g.fma(x2, a2);
      a3 = g.fma(x3, a3);
      g = fromArray(SPECIES, gradient, f1 + at);
      b0 = g.fma(x0, b0);
      b1 = g.fma(x1, b1);
      b2 = g.fma(x2, b2);
      b3 = g.fma(x3, b3);
      g = fromArray(SPECIES, gradient, f2 + at);
      c0 = g.fma(x0, c0);
      c1 = g.fma(x1, c1);
      c2 = g.fma(x2, c2);
      c3 = g.fma(x3, c3);
      g = fromArray(SPECIES, gradient, f3 + at);
      d0 = g.fma(x0, d0);
      d1 = g.fma(x1, d1);
      d2 = g.fma(x2, d2);
      d3 = g.fma(x3, d3);
    }
    a0.intoArray(block, 0);
    a1.intoArray(block, Product.LANES);
    a2.intoArray(block, 2 * Product.LANES);
    a3.intoArray(block, 3 * Product.LANES);
    b0.intoArray(block, 4 * Product.LANES);
    b1.intoArray(block, 5 * Product.LANES);
    b2.intoArray(block, 6 * Product.LANES);
    b3.intoArray(block, 7 * Product.LANES);
    c0.intoArray(block, 8 * Product.LANES);
    c1.intoArray(block, 9 * Product.LANES);
    c2.intoArray(block, 10 * Product.LANES);
    c3.intoArray(block, 11 * Product.LANES);
    d0.intoArray(block, 12 * Product.LANES);
    d1.intoArray(block, 13 * Product.LANES);
    d2.intoArray(block, 14 * Product.LANES);
    d3.intoArray(block, 15 * Product.LANES);
    put(weights, filter, tap);
  }

  /** Adds up the lanes of a block's sums. */
  private void put(float[] weights, int filter, int tap) {
    for (int i = 0; i < SIDE * SIDE; i++) {
      int t = tap + i % SIDE;
      if (t < count) {
        weights[(filter + i / SIDE) * count + t] += Product.sumOfLanes(block, i * Product.LANES);
      }
    }
  }
}
