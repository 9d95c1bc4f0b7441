package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static dev.inkling.kernel.Vectors.gated;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/**
 * A product of weights and vectors: for each row r and each place p the sum over all taps t of
 * {@code weight(r, t) · x[taps[t] + places[p]]}. It is what dense layers and convolutions compute,
 * forward and back. A block of sums stays in the processor's registers for all taps, so that each
 * number that is loaded serves several sums.
 */
final class Product implements Filtering {
  /** Places in a block; a product with a single place has blocks of {@link #ROWS} rows. */
  static final int COLUMNS = 4;

  /** Rows whose factors are laid out together. */
  static final int ROWS = 8;

  private static final int HEIGHT = 4;

  private final int rows;
  private final Factors factors;
  private final int[] places;

  /** For each {@link #COLUMNS} places, or for the only one. */
  private final Taps[] blocks;

  private final Results results;
  private final Results gates;
  private final Finish finish;

  private final float[] zeros;

  /** The sums of the only place. */
  private final float[] block = new float[ROWS * LANES];

  // The arrays of the product that is being computed.
  private float[] weights = {};
  private float[] bias = {};
  private float[] x = {};
  private float[] out = {};
  private float[] gate = {};

  /**
   * Where the factors are in an array.
   *
   * @param first where they begin
   * @param tap from a row's factor to its next
   * @param row from a row to the next of the same {@link #ROWS}
   * @param block from such rows to the next
   */
  record Factors(int first, int tap, int row, int block) {
    /** Rows of a matrix, row-major: a tap for each column. */
    static Factors rowMajor(int rowLength) {
      return new Factors(0, 1, rowLength, ROWS * rowLength);
    }

    /** Columns of a matrix, row-major: a tap for each of its rows. */
    static Factors columnMajor(int rowLength) {
      return new Factors(0, rowLength, 1, ROWS);
    }

    /** Eight rows side by side, all their taps one after the other. */
    static Factors packed(int taps) {
      return new Factors(0, ROWS, 1, ROWS * taps);
    }

    /** The same, but from another place on. */
    Factors from(int other) {
      return new Factors(other, tap, row, block);
    }

    /** Where a factor is. */
    int at(int r, int t) {
      return first + r / ROWS * block + r % ROWS * row + t * tap;
    }
  }

  /**
   * Where the first place's vector of each tap is, and how far from there each place's.
   *
   * @param isZero true for places of x that are 0 whatever is computed: a border
   */
  record Windows(int[] taps, int[] places, IntPredicate isZero) {
    /** Windows without a border. */
    Windows(int[] taps, int[] places) {
      this(taps, places, _ -> false);
    }
  }

  /** Taps of a block of places, those left out that meet nothing but zeros there. */
  private record Taps(int[] taps, int[] factors) {}

  /** Where the first row's result for each place is, and how far it is from a row to the next. */
  record Results(int[] places, int rowStride) {
    int at(int row, int place) {
      return row * rowStride + places[place];
    }
  }

  /** What becomes of a sum. */
  enum Finish {
    /** It is put out. */
    SET,
    /** It is put out, or 0 when it is negative. */
    RECTIFY,
    /** It is put out where the gate is open, elsewhere 0. */
    GATE;

    /** What is put out at least; a comparison with it is quicker than a branch for each vector. */
    float floor() {
      return this == RECTIFY ? 0 : Float.NEGATIVE_INFINITY;
    }

    /**
     * Takes vectors of sums to their places, one beside the other. From array to array: a vector
     * that is handed to a method may become an object.
     */
    void put(float[] sums, int from, int count, float[] out, int to, float[] gate, int gateAt) {
      int length = count * LANES;
      if (this == GATE) {
        for (int i = 0; i < length; i += LANES) {
          gated(fromArray(SPECIES, sums, from + i), gate, gateAt + i).intoArray(out, to + i);
        }
        return;
      }
      float floor = floor();
      for (int i = 0; i < length; i += LANES) {
        FloatVector sum = fromArray(SPECIES, sums, from + i);
        sum.blend(floor, sum.compare(LT, floor)).intoArray(out, to + i);
      }
    }
  }

  /**
   * A product for arrays that are given each time.
   *
   * @param rows how many; they are computed by eights, so there has to be room for that many
   * @param factors with rows next to each other where there is more than one place
   * @param gates where the gate is open if the number there is above 0; read only for {@link
   *     Finish#GATE}
   */
  Product(
      int rows, Factors factors, Windows windows, Results results, Results gates, Finish finish) {
    this.rows = rows(rows);
    this.factors = factors;
    places = whole(windows.places);
    blocks = blocks(windows);
    this.results = new Results(whole(results.places), results.rowStride);
    this.gates = new Results(whole(gates.places), gates.rowStride);
    this.finish = finish;
    zeros = new float[this.rows];
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

  /** Blocks with the same taps share them. */
  private Taps[] blocks(Windows windows) {
    Map<List<Integer>, Taps> known = new HashMap<>();
    Taps[] blocks = new Taps[Math.ceilDiv(places.length, COLUMNS)];
    for (int block = 0; block < blocks.length; block++) {
      int from = block * COLUMNS;
      int[] own = Arrays.copyOfRange(places, from, Math.min(from + COLUMNS, places.length));
      List<Integer> met =
          IntStream.range(0, windows.taps.length)
              .filter(t -> !areZero(windows, windows.taps[t], own))
              .boxed()
              .toList();
      blocks[block] = known.computeIfAbsent(met, all -> taps(windows, all));
    }
    return blocks;
  }

  private static boolean areZero(Windows windows, int tap, int[] places) {
    return Arrays.stream(places).allMatch(place -> windows.isZero.test(tap + place));
  }

  private Taps taps(Windows windows, List<Integer> which) {
    int[] all = which.stream().mapToInt(t -> t).toArray();
    int[] taps = Arrays.stream(all).map(t -> windows.taps[t]).toArray();
    return new Taps(taps, Arrays.stream(all).map(t -> t * factors.tap).toArray());
  }

  /** Computes it, with sums that begin with 0. */
  void compute(float[] weights, float[] x, float[] out, float[] gate) {
    compute(weights, zeros, x, out, gate);
  }

  @Override
  public void compute(float[] weights, float[] bias, float[] x, float[] out, float[] gate) {
    this.weights = weights;
    this.bias = bias;
    this.x = x;
    this.out = out;
    this.gate = gate;
    if (places.length == 1) {
      for (int row = 0; row < rows; row += ROWS) {
        column(row);
      }
    }
    // The windows of a block stay in the nearest cache for all rows.
    for (int place = 0; place + COLUMNS <= places.length; place += COLUMNS) {
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
    int[] taps = blocks[place / COLUMNS].taps;
    int[] offsets = blocks[place / COLUMNS].factors;
    int first = factors.at(row, 0);
    int p0 = places[place];
    int p1 = places[place + 1];
    int p2 = places[place + 2];
    int p3 = places[place + 3];
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
      int weight = first + offsets[t];
      FloatVector x0 = fromArray(SPECIES, v, tap + p0);
      FloatVector x1 = fromArray(SPECIES, v, tap + p1);
      FloatVector x2 = fromArray(SPECIES, v, tap + p2);
      FloatVector x3 = fromArray(SPECIES, v, tap + p3);
      FloatVector factor = broadcast(SPECIES, w[weight]);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      a2 = x2.fma(factor, a2);
      a3 = x3.fma(factor, a3);
      factor = broadcast(SPECIES, w[weight + 1]);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      b2 = x2.fma(factor, b2);
      b3 = x3.fma(factor, b3);
      factor = broadcast(SPECIES, w[weight + 2]);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      c2 = x2.fma(factor, c2);
      c3 = x3.fma(factor, c3);
      factor = broadcast(SPECIES, w[weight + 3]);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
      d2 = x2.fma(factor, d2);
      d3 = x3.fma(factor, d3);
    }
    float[] to = out;
    FloatVector floor = broadcast(SPECIES, finish.floor());
    int o = row * results.rowStride;
    int o0 = o + results.places[place];
    int o1 = o + results.places[place + 1];
    int o2 = o + results.places[place + 2];
    int o3 = o + results.places[place + 3];
    int stride = results.rowStride;
    a0.blend(floor, a0.compare(LT, floor)).intoArray(to, o0);
    a1.blend(floor, a1.compare(LT, floor)).intoArray(to, o1);
    a2.blend(floor, a2.compare(LT, floor)).intoArray(to, o2);
    a3.blend(floor, a3.compare(LT, floor)).intoArray(to, o3);
    b0.blend(floor, b0.compare(LT, floor)).intoArray(to, o0 + stride);
    b1.blend(floor, b1.compare(LT, floor)).intoArray(to, o1 + stride);
    b2.blend(floor, b2.compare(LT, floor)).intoArray(to, o2 + stride);
    b3.blend(floor, b3.compare(LT, floor)).intoArray(to, o3 + stride);
    c0.blend(floor, c0.compare(LT, floor)).intoArray(to, o0 + 2 * stride);
    c1.blend(floor, c1.compare(LT, floor)).intoArray(to, o1 + 2 * stride);
    c2.blend(floor, c2.compare(LT, floor)).intoArray(to, o2 + 2 * stride);
    c3.blend(floor, c3.compare(LT, floor)).intoArray(to, o3 + 2 * stride);
    d0.blend(floor, d0.compare(LT, floor)).intoArray(to, o0 + 3 * stride);
    d1.blend(floor, d1.compare(LT, floor)).intoArray(to, o1 + 3 * stride);
    d2.blend(floor, d2.compare(LT, floor)).intoArray(to, o2 + 3 * stride);
    d3.blend(floor, d3.compare(LT, floor)).intoArray(to, o3 + 3 * stride);
    if (finish == Finish.GATE) {
      close(row, place);
    }
  }

  /** Sets to 0 what was put out where the gate is not open. */
  private void close(int row, int place) {
    for (int i = 0; i < HEIGHT * COLUMNS; i++) {
      int at = results.at(row + i / COLUMNS, place + i % COLUMNS);
      int gateAt = gates.at(row + i / COLUMNS, place + i % COLUMNS);
      gated(fromArray(SPECIES, out, at), gate, gateAt).intoArray(out, at);
    }
  }

  /** Eight rows for the only place. */
  private void column(int row) {
    float[] w = weights;
    float[] v = x;
    int[] taps = blocks[0].taps;
    int tapStride = factors.tap;
    int stride = factors.row;
    int weight = factors.at(row, 0);
    int place = places[0];
    FloatVector a = first(row);
    FloatVector b = first(row + 1);
    FloatVector c = first(row + 2);
    FloatVector d = first(row + 3);
    FloatVector e = first(row + 4);
    FloatVector f = first(row + 5);
    FloatVector g = first(row + 6);
    FloatVector h = first(row + 7);
    for (int t = 0; t < taps.length; t++) {
      int other = weight + 4 * stride;
      FloatVector value = fromArray(SPECIES, v, taps[t] + place);
      a = value.fma(broadcast(SPECIES, w[weight]), a);
      b = value.fma(broadcast(SPECIES, w[weight + stride]), b);
      c = value.fma(broadcast(SPECIES, w[weight + 2 * stride]), c);
      d = value.fma(broadcast(SPECIES, w[weight + 3 * stride]), d);
      e = value.fma(broadcast(SPECIES, w[other]), e);
      f = value.fma(broadcast(SPECIES, w[other + stride]), f);
      g = value.fma(broadcast(SPECIES, w[other + 2 * stride]), g);
      h = value.fma(broadcast(SPECIES, w[other + 3 * stride]), h);
      weight += tapStride;
    }
    a.intoArray(block, 0);
    b.intoArray(block, LANES);
    c.intoArray(block, 2 * LANES);
    d.intoArray(block, 3 * LANES);
    e.intoArray(block, 4 * LANES);
    f.intoArray(block, 5 * LANES);
    g.intoArray(block, 6 * LANES);
    h.intoArray(block, 7 * LANES);
    for (int i = 0; i < ROWS; i++) {
      int to = results.at(row + i, 0);
      finish.put(block, i * LANES, 1, out, to, gate, gates.at(row + i, 0));
    }
  }
}
