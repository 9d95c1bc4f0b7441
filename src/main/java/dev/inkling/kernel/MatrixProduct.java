package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * A product of numbers and vectors that lie at regular distances: for each row r and place p the
 * sum over all taps t of a number (r, t) times a vector (t, p). {@link #ROWS} rows of two places
 * stay in registers for all taps: nine tenths of what the processor can do where there are a
 * hundred.
 *
 * @param row from a number to that of the next row
 * @param tap from a number to that of the next tap
 * @param vectorTap from a vector to that of the next tap
 * @param vectorPlace from a vector to that of the next place
 * @param outRow from a sum to that of the next row
 * @param outPlace from a sum to that of the next place
 */
record MatrixProduct(int row, int tap, int vectorTap, int vectorPlace, int outRow, int outPlace) {
  /** Rows that are computed at once. */
  static final int ROWS = 8;

  private static final int PLACES = 2;

  /** Places that there has to be room for where there are so many. */
  static int places(int count) {
    return Math.ceilDiv(count, PLACES) * PLACES;
  }

  /**
   * Computes {@link #ROWS} rows.
   *
   * @param first of the numbers, {@code at} of the vectors, {@code to} of the sums
   * @param adds whether they are added to what is there
   */
  void compute(
      float[] numbers,
      int first,
      float[] x,
      int at,
      int taps,
      int places,
      float[] out,
      int to,
      boolean adds) {
    int length = taps * vectorTap;
    for (int place = 0; place < places; place += PLACES) {
      int from = at + place * vectorPlace;
      int own = to + place * outPlace;
      block(
          numbers,
          first,
          row,
          tap,
          x,
          from,
          vectorTap,
          vectorPlace,
          length,
          out,
          own,
          outRow,
          outPlace,
          adds);
    }
  }

  /** Of distances that are the method's own: a third quicker than of those of an object. */
  private static void block(
      float[] w,
      int first,
      int row,
      int tap,
      float[] v,
      int at,
      int vectorTap,
      int vectorPlace,
      int length,
      float[] out,
      int to,
      int outRow,
      int outPlace,
      boolean adds) {
    int r2 = 2 * row;
    int r3 = 3 * row;
    int r4 = 4 * row;
    int r5 = 5 * row;
    int r6 = 6 * row;
    int r7 = 7 * row;
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = FloatVector.zero(SPECIES);
    FloatVector b0 = FloatVector.zero(SPECIES);
    FloatVector b1 = FloatVector.zero(SPECIES);
    FloatVector c0 = FloatVector.zero(SPECIES);
    FloatVector c1 = FloatVector.zero(SPECIES);
    FloatVector d0 = FloatVector.zero(SPECIES);
    FloatVector d1 = FloatVector.zero(SPECIES);
    FloatVector e0 = FloatVector.zero(SPECIES);
    FloatVector e1 = FloatVector.zero(SPECIES);
    FloatVector f0 = FloatVector.zero(SPECIES);
    FloatVector f1 = FloatVector.zero(SPECIES);
    FloatVector g0 = FloatVector.zero(SPECIES);
    FloatVector g1 = FloatVector.zero(SPECIES);
    FloatVector h0 = FloatVector.zero(SPECIES);
    FloatVector h1 = FloatVector.zero(SPECIES);
    int end = at + length;
    for (int x = at, i = first; x < end; x += vectorTap, i += tap) {
      FloatVector x0 = fromArray(SPECIES, v, x);
      FloatVector x1 = fromArray(SPECIES, v, x + vectorPlace);
      FloatVector factor = broadcast(SPECIES, w[i]);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      factor = broadcast(SPECIES, w[i + row]);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      factor = broadcast(SPECIES, w[i + r2]);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      factor = broadcast(SPECIES, w[i + r3]);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
      factor = broadcast(SPECIES, w[i + r4]);
      e0 = x0.fma(factor, e0);
      e1 = x1.fma(factor, e1);
      factor = broadcast(SPECIES, w[i + r5]);
      f0 = x0.fma(factor, f0);
      f1 = x1.fma(factor, f1);
      factor = broadcast(SPECIES, w[i + r6]);
      g0 = x0.fma(factor, g0);
      g1 = x1.fma(factor, g1);
      factor = broadcast(SPECIES, w[i + r7]);
      h0 = x0.fma(factor, h0);
      h1 = x1.fma(factor, h1);
    }
    int o = to;
    int p = to + outPlace;
    (adds ? a0.add(fromArray(SPECIES, out, o)) : a0).intoArray(out, o);
    (adds ? a1.add(fromArray(SPECIES, out, p)) : a1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? b0.add(fromArray(SPECIES, out, o)) : b0).intoArray(out, o);
    (adds ? b1.add(fromArray(SPECIES, out, p)) : b1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? c0.add(fromArray(SPECIES, out, o)) : c0).intoArray(out, o);
    (adds ? c1.add(fromArray(SPECIES, out, p)) : c1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? d0.add(fromArray(SPECIES, out, o)) : d0).intoArray(out, o);
    (adds ? d1.add(fromArray(SPECIES, out, p)) : d1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? e0.add(fromArray(SPECIES, out, o)) : e0).intoArray(out, o);
    (adds ? e1.add(fromArray(SPECIES, out, p)) : e1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? f0.add(fromArray(SPECIES, out, o)) : f0).intoArray(out, o);
    (adds ? f1.add(fromArray(SPECIES, out, p)) : f1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? g0.add(fromArray(SPECIES, out, o)) : g0).intoArray(out, o);
    (adds ? g1.add(fromArray(SPECIES, out, p)) : g1).intoArray(out, p);
    o += outRow;
    p += outRow;
    (adds ? h0.add(fromArray(SPECIES, out, o)) : h0).intoArray(out, o);
    (adds ? h1.add(fromArray(SPECIES, out, p)) : h1).intoArray(out, p);
  }
}
