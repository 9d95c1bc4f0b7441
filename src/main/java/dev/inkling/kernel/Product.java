package dev.inkling.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A product of weights and vectors: for each row r and each place p the sum over all taps t of
 * {@code weights[weightTaps[t] + r·rowStride] · x[taps[t] + places[p]]}. It is what dense layers
 * and convolutions compute, forward and back. A block of sums stays in the processor's registers
 * for all taps, so that each number that is loaded serves several sums.
 */
final class Product {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Images in a chunk, a lane each. */
  static final int LANES = SPECIES.length();

  /** Places in a block; a product with a single place has blocks of {@link #ROWS} rows. */
  static final int COLUMNS = 4;

  private static final int ROWS = 8;

  private static final int HEIGHT = 4;

  private final int rows;
  private final Factors factors;
  private final Windows windows;
  private final Results results;
  private final Results gates;
  private final Finish finish;

  private final float[] zeros;

  /** A block's sums. */
  private final float[] block = new float[4 * COLUMNS * LANES];

  // The arrays of the product that is being computed.
  private float[] weights = {};
  private float[] bias = {};
  private float[] x = {};
  private float[] out = {};
  private float[] gate = {};

  /** Where the first row's weight of each tap is, and how far it is from a row to the next. */
  record Factors(int[] taps, int rowStride) {
    /** Rows of a matrix, row-major: a tap for each column. */
    static Factors rowMajor(int columns, int rowLength) {
      return new Factors(steps(columns, 1), rowLength);
    }

    /** Columns of a matrix, row-major: a tap for each of its rows. */
    static Factors columnMajor(int rows, int rowLength) {
      return new Factors(steps(rows, rowLength), 1);
    }
  }

  /** Where the first place's vector of each tap is, and how far from there each place's. */
  record Windows(int[] taps, int[] places) {}

  /** Where the first row's result for each place is, and how far it is from a row to the next. */
  record Results(int[] places, int rowStride) {}

  /** What becomes of a sum. */
  enum Finish {
    /** It is put out. */
    SET,
    /** It is put out, or 0 when it is negative. */
    RECTIFY,
    /** It is put out where the gate is open, elsewhere 0. */
    GATE,
    /** It is added to what is there. */
    ADD
  }

  /**
   * A product for arrays that are given each time.
   *
   * @param rows how many; they are computed by eights, so there has to be room for that many
   * @param gates where the gate is open if the number there is above 0; read only for {@link
   *     Finish#GATE}
   */
  Product(
      int rows, Factors factors, Windows windows, Results results, Results gates, Finish finish) {
    this.rows = rows(rows);
    this.factors = factors;
    this.windows = new Windows(windows.taps, whole(windows.places));
    this.results = new Results(whole(results.places), results.rowStride);
    this.gates = new Results(whole(gates.places), gates.rowStride);
    this.finish = finish;
    zeros = new float[this.rows];
  }

  /** 0, step, 2·step … */
  static int[] steps(int count, int step) {
    int[] steps = new int[count];
    Arrays.setAll(steps, i -> i * step);
    return steps;
  }

  /** Rows that there have to be for so many. */
  static int rows(int count) {
    return Math.ceilDiv(count, ROWS) * ROWS;
  }

  /** As many as blocks are made of: the last one is computed again. A single place stays one. */
  private static int[] whole(int[] places) {
    if (places.length <= 1) {
      return places;
    }
    int[] whole = Arrays.copyOf(places, Math.ceilDiv(places.length, COLUMNS) * COLUMNS);
    Arrays.fill(whole, places.length, whole.length, places[places.length - 1]);
    return whole;
  }

  /** Computes it, with sums that begin with 0. */
  void compute(float[] weights, float[] x, float[] out, float[] gate) {
    compute(weights, zeros, x, out, gate);
  }

  /**
   * Computes it.
   *
   * @param bias what each row's sum begins with
   */
  void compute(float[] weights, float[] bias, float[] x, float[] out, float[] gate) {
    this.weights = weights;
    this.bias = bias;
    this.x = x;
    this.out = out;
    this.gate = gate;
    if (windows.places.length == 1) {
      for (int row = 0; row < rows; row += ROWS) {
        column(row);
      }
    }
    // The windows of a block stay in the nearest cache for all rows.
    for (int place = 0; place + COLUMNS <= windows.places.length; place += COLUMNS) {
      for (int row = 0; row < rows; row += HEIGHT) {
        fourRows(row, place);
      }
    }
  }

  private FloatVector first(int row) {
    return broadcast(SPECIES, bias[row]);
  }

  private void fourRows(int row, int place) {
    float[] w = weights;
    float[] v = x;
    int[] weightTaps = factors.taps;
    int[] taps = windows.taps;
    int r0 = row * factors.rowStride;
    int r1 = r0 + factors.rowStride;
    int r2 = r1 + factors.rowStride;
    int r3 = r2 + factors.rowStride;
    int p0 = windows.places[place];
    int p1 = windows.places[place + 1];
    int p2 = windows.places[place + 2];
    int p3 = windows.places[place + 3];
    FloatVector a0 = first(row);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector b0 = first(row + 1);
    FloatVector b1 = b0;
    FloatVector b2 = b0;
    FloatVector b3 = b0;
    FloatVector c0 = first(row + 2);
    FloatVector c1 = c0;
    FloatVector c2 = c0;
    FloatVector c3 = c0;
    FloatVector d0 = first(row + 3);
    FloatVector d1 = d0;
    FloatVector d2 = d0;
    FloatVector d3 = d0;
    for (int t = 0; t < taps.length; t++) {
      int tap = taps[t];
      int weight = weightTaps[t];
      FloatVector x0 = fromArray(SPECIES, v, tap + p0);
      FloatVector x1 = fromArray(SPECIES, v, tap + p1);
      FloatVector x2 = fromArray(SPECIES, v, tap + p2);
      FloatVector x3 = fromArray(SPECIES, v, tap + p3);
      FloatVector factor = broadcast(SPECIES, w[weight + r0]);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      a2 = x2.fma(factor, a2);
      a3 = x3.fma(factor, a3);
      factor = broadcast(SPECIES, w[weight + r1]);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      b2 = x2.fma(factor, b2);
      b3 = x3.fma(factor, b3);
      factor = broadcast(SPECIES, w[weight + r2]);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      c2 = x2.fma(factor, c2);
      c3 = x3.fma(factor, c3);
      factor = broadcast(SPECIES, w[weight + r3]);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
      d2 = x2.fma(factor, d2);
      d3 = x3.fma(factor, d3);
    }
    a0.intoArray(block, 0);
    a1.intoArray(block, LANES);
    a2.intoArray(block, 2 * LANES);
    a3.intoArray(block, 3 * LANES);
    b0.intoArray(block, 4 * LANES);
    b1.intoArray(block, 5 * LANES);
    b2.intoArray(block, 6 * LANES);
    b3.intoArray(block, 7 * LANES);
    c0.intoArray(block, 8 * LANES);
    c1.intoArray(block, 9 * LANES);
    c2.intoArray(block, 10 * LANES);
    c3.intoArray(block, 11 * LANES);
    d0.intoArray(block, 12 * LANES);
    d1.intoArray(block, 13 * LANES);
    d2.intoArray(block, 14 * LANES);
    d3.intoArray(block, 15 * LANES);
    put(row, place, 4, COLUMNS);
  }

  /** Eight rows for the only place. */
  private void column(int row) {
    float[] w = weights;
    float[] v = x;
    int[] weightTaps = factors.taps;
    int[] taps = windows.taps;
    int stride = factors.rowStride;
    int r0 = row * stride;
    int r4 = r0 + 4 * stride;
    int place = windows.places[0];
    FloatVector a = first(row);
    FloatVector b = first(row + 1);
    FloatVector c = first(row + 2);
    FloatVector d = first(row + 3);
    FloatVector e = first(row + 4);
    FloatVector f = first(row + 5);
    FloatVector g = first(row + 6);
    FloatVector h = first(row + 7);
    for (int t = 0; t < taps.length; t++) {
      int weight = weightTaps[t] + r0;
      int other = weightTaps[t] + r4;
      FloatVector value = fromArray(SPECIES, v, taps[t] + place);
      a = value.fma(broadcast(SPECIES, w[weight]), a);
      b = value.fma(broadcast(SPECIES, w[weight + stride]), b);
      c = value.fma(broadcast(SPECIES, w[weight + 2 * stride]), c);
      d = value.fma(broadcast(SPECIES, w[weight + 3 * stride]), d);
      e = value.fma(broadcast(SPECIES, w[other]), e);
      f = value.fma(broadcast(SPECIES, w[other + stride]), f);
      g = value.fma(broadcast(SPECIES, w[other + 2 * stride]), g);
      h = value.fma(broadcast(SPECIES, w[other + 3 * stride]), h);
    }
    a.intoArray(block, 0);
    b.intoArray(block, LANES);
    c.intoArray(block, 2 * LANES);
    d.intoArray(block, 3 * LANES);
    e.intoArray(block, 4 * LANES);
    f.intoArray(block, 5 * LANES);
    g.intoArray(block, 6 * LANES);
    h.intoArray(block, 7 * LANES);
    put(row, 0, ROWS, 1);
  }

  /** Takes a block's sums to their places. */
  private void put(int row, int place, int blockRows, int blockPlaces) {
    for (int i = 0; i < blockRows * blockPlaces; i++) {
      int r = row + i / blockPlaces;
      int at = r * results.rowStride + results.places[place + i % blockPlaces];
      FloatVector sum = fromArray(SPECIES, block, i * LANES);
      switch (finish) {
        case SET -> sum.intoArray(out, at);
        case RECTIFY -> sum.max(0).intoArray(out, at);
        case ADD -> sum.add(fromArray(SPECIES, out, at)).intoArray(out, at);
        case GATE -> {
          int gateAt = r * gates.rowStride + gates.places[place + i % blockPlaces];
          gated(sum, gate, gateAt).intoArray(out, at);
        }
      }
    }
  }

  /**
   * The sum of a vector's lanes in one order, whether this is compiled yet or not: Java's own
   * reduction takes another then, and a training could not be repeated to the last digit.
   */
  static float sumOfLanes(float[] vectors, int at) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int lane = at; lane < at + LANES; lane += 4) {
      a += vectors[lane];
      b += vectors[lane + 1];
      c += vectors[lane + 2];
      d += vectors[lane + 3];
    }
    return (a + b) + (c + d);
  }

  /** A vector where the gate is above 0, else 0. */
  static FloatVector gated(FloatVector vector, float[] gate, int at) {
    return FloatVector.zero(SPECIES)
        .blend(vector, fromArray(SPECIES, gate, at).compare(VectorOperators.GT, 0));
  }
}
