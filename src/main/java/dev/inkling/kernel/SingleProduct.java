package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A product of numbers and vectors of weights: for each place p and each vector v of filters the
 * sum over all taps t of {@code x[p + t] · weights(t, v)}. Four places of four vectors stay in
 * registers for all taps, or eight places of one vector.
 */
final class SingleProduct {
  /** Vectors and places of a block. */
  private static final int SIDE = 4;

  /** Places of a block of one vector. */
  private static final int ROWS = 8;

  /** Of four vectors, one may be too many. */
  private static final int FULL = 3;

  private final Shape shape;

  /** Where each run of taps begins in a window, and how long all of them are. */
  private final int[] runs;

  private final int length;

  private final int count;

  /** Where each place's window begins, and where its result goes; the last one several times. */
  private final int[] places;

  private final int[] results;

  /** What negative sums are multiplied by. */
  private final float slope;

  /**
   * How weights lie: fours of vectors, all taps of each one after the other, then single vectors.
   *
   * @param filters how many
   * @param taps of each
   */
  record Shape(int filters, int taps) {
    private int vectors() {
      return Math.ceilDiv(filters, LANES);
    }

    /** How many fours of vectors there are; three count as four. */
    private int fours() {
      return vectors() / SIDE + (vectors() % SIDE == FULL ? 1 : 0);
    }

    /** Vectors that there has to be room for. */
    int room() {
      return Math.max(vectors(), fours() * SIDE);
    }

    /** Vectors of all weights. */
    int size() {
      return room() * taps;
    }

    /** Where a filter's weight is. */
    int at(int filter, int tap) {
      int vector = filter / LANES;
      int lane = filter % LANES;
      if (vector < fours() * SIDE) {
        return four(vector / SIDE) + (tap * SIDE + vector % SIDE) * LANES + lane;
      }
      return single(vector) + tap * LANES + lane;
    }

    private int four(int index) {
      return index * SIDE * taps * LANES;
    }

    private int single(int vector) {
      return vector * taps * LANES;
    }
  }

  /**
   * A product for arrays that are given each time.
   *
   * @param runs where each run of taps begins in a window
   * @param length of each run, one number after the other
   * @param places where each window begins
   * @param results where its first filter's sum goes
   * @param slope what a sum is multiplied by where it is negative: 1 leaves it, 0 rectifies it
   */
  SingleProduct(Shape shape, int[] runs, int length, int[] places, int[] results, float slope) {
    this.shape = shape;
    this.runs = runs;
    this.length = length;
    this.slope = slope;
    count = places.length;
    this.places = whole(places);
    this.results = whole(results);
  }

  private static int[] whole(int[] places) {
    int[] whole = Arrays.copyOf(places, Math.ceilDiv(places.length, ROWS) * ROWS);
    Arrays.fill(whole, places.length, whole.length, places[places.length - 1]);
    return whole;
  }

  /** How many blocks of places there are. */
  int blocks() {
    return places.length / ROWS;
  }

  /**
   * Computes some blocks of places.
   *
   * @param begin the first of them
   * @param end behind the last
   * @param first of the weights
   * @param bias what each filter's sums begin with, from {@code at} on
   * @param from added to the places
   * @param to added to the results
   */
  void compute(
      int begin,
      int end,
      float[] weights,
      int first,
      float[] bias,
      int at,
      float[] x,
      int from,
      float[] out,
      int to) {
    int fours = shape.fours();
    int last = Math.min(count, end * ROWS);
    for (int four = 0; four < fours; four++) {
      int w = first + shape.four(four);
      int shift = four * SIDE * LANES;
      boolean isFull = (four + 1) * SIDE <= shape.vectors();
      for (int place = begin * ROWS; place < last; place += SIDE) {
        four(
            weights,
            w,
            bias,
            at + shift,
            x,
            runs,
            length,
            from,
            places,
            place,
            out,
            to + shift,
            results,
            slope,
            isFull);
      }
    }
    for (int vector = fours * SIDE; vector < shape.vectors(); vector++) {
      int w = first + shape.single(vector);
      int shift = vector * LANES;
      for (int place = begin * ROWS; place < last; place += ROWS) {
        single(
            weights,
            w,
            bias,
            at + shift,
            x,
            runs,
            length,
            from,
            places,
            place,
            out,
            to + shift,
            results,
            slope);
      }
    }
  }

  /** With all as parameters of its own: a third quicker than with fields of an object. */
  private static void four(
      float[] w,
      int first,
      float[] bias,
      int at,
      float[] x,
      int[] runs,
      int length,
      int from,
      int[] places,
      int place,
      float[] out,
      int to,
      int[] results,
      float slope,
      boolean isFull) {
    int p0 = from + places[place];
    int p1 = from + places[place + 1];
    int p2 = from + places[place + 2];
    int p3 = from + places[place + 3];
    FloatVector a0 = fromArray(SPECIES, bias, at);
    FloatVector a1 = fromArray(SPECIES, bias, at + LANES);
    FloatVector a2 = fromArray(SPECIES, bias, at + 2 * LANES);
    FloatVector a3 = fromArray(SPECIES, bias, at + 3 * LANES);
    FloatVector b0 = a0;
    FloatVector b1 = a1;
    FloatVector b2 = a2;
    FloatVector b3 = a3;
    FloatVector c0 = a0;
    FloatVector c1 = a1;
    FloatVector c2 = a2;
    FloatVector c3 = a3;
    FloatVector d0 = a0;
    FloatVector d1 = a1;
    FloatVector d2 = a2;
    FloatVector d3 = a3;
    int weight = first;
    for (int run = 0; run < runs.length; run++) {
      int begin = runs[run];
      int x0 = p0 + begin;
      int x1 = p1 + begin;
      int x2 = p2 + begin;
      int x3 = p3 + begin;
      for (int i = 0; i < length; i++) {
        FloatVector w0 = fromArray(SPECIES, w, weight);
        FloatVector w1 = fromArray(SPECIES, w, weight + LANES);
        FloatVector w2 = fromArray(SPECIES, w, weight + 2 * LANES);
        FloatVector w3 = fromArray(SPECIES, w, weight + 3 * LANES);
        FloatVector factor = broadcast(SPECIES, x[x0 + i]);
        a0 = w0.fma(factor, a0);
        a1 = w1.fma(factor, a1);
        a2 = w2.fma(factor, a2);
        a3 = w3.fma(factor, a3);
        factor = broadcast(SPECIES, x[x1 + i]);
        b0 = w0.fma(factor, b0);
        b1 = w1.fma(factor, b1);
        b2 = w2.fma(factor, b2);
        b3 = w3.fma(factor, b3);
        factor = broadcast(SPECIES, x[x2 + i]);
        c0 = w0.fma(factor, c0);
        c1 = w1.fma(factor, c1);
        c2 = w2.fma(factor, c2);
        c3 = w3.fma(factor, c3);
        factor = broadcast(SPECIES, x[x3 + i]);
        d0 = w0.fma(factor, d0);
        d1 = w1.fma(factor, d1);
        d2 = w2.fma(factor, d2);
        d3 = w3.fma(factor, d3);
        weight += SIDE * LANES;
      }
    }
    int r0 = to + results[place];
    int r1 = to + results[place + 1];
    int r2 = to + results[place + 2];
    int r3 = to + results[place + 3];
    a0.max(a0.mul(slope)).intoArray(out, r0);
    a1.max(a1.mul(slope)).intoArray(out, r0 + LANES);
    a2.max(a2.mul(slope)).intoArray(out, r0 + 2 * LANES);
    b0.max(b0.mul(slope)).intoArray(out, r1);
    b1.max(b1.mul(slope)).intoArray(out, r1 + LANES);
    b2.max(b2.mul(slope)).intoArray(out, r1 + 2 * LANES);
    c0.max(c0.mul(slope)).intoArray(out, r2);
    c1.max(c1.mul(slope)).intoArray(out, r2 + LANES);
    c2.max(c2.mul(slope)).intoArray(out, r2 + 2 * LANES);
    d0.max(d0.mul(slope)).intoArray(out, r3);
    d1.max(d1.mul(slope)).intoArray(out, r3 + LANES);
    d2.max(d2.mul(slope)).intoArray(out, r3 + 2 * LANES);
    if (isFull) {
      a3.max(a3.mul(slope)).intoArray(out, r0 + FULL * LANES);
      b3.max(b3.mul(slope)).intoArray(out, r1 + FULL * LANES);
      c3.max(c3.mul(slope)).intoArray(out, r2 + FULL * LANES);
      d3.max(d3.mul(slope)).intoArray(out, r3 + FULL * LANES);
    }
  }

  private static void single(
      float[] w,
      int first,
      float[] bias,
      int at,
      float[] x,
      int[] runs,
      int length,
      int from,
      int[] places,
      int place,
      float[] out,
      int to,
      int[] results,
      float slope) {
    int p0 = from + places[place];
    int p1 = from + places[place + 1];
    int p2 = from + places[place + 2];
    int p3 = from + places[place + 3];
    int p4 = from + places[place + 4];
    int p5 = from + places[place + 5];
    int p6 = from + places[place + 6];
    int p7 = from + places[place + 7];
    FloatVector a = fromArray(SPECIES, bias, at);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
    int weight = first;
    for (int run = 0; run < runs.length; run++) {
      int begin = runs[run];
      int end = begin + length;
      for (int i = begin; i < end; i++) {
        FloatVector factors = fromArray(SPECIES, w, weight);
        a = factors.fma(broadcast(SPECIES, x[p0 + i]), a);
        b = factors.fma(broadcast(SPECIES, x[p1 + i]), b);
        c = factors.fma(broadcast(SPECIES, x[p2 + i]), c);
        d = factors.fma(broadcast(SPECIES, x[p3 + i]), d);
        e = factors.fma(broadcast(SPECIES, x[p4 + i]), e);
        f = factors.fma(broadcast(SPECIES, x[p5 + i]), f);
        g = factors.fma(broadcast(SPECIES, x[p6 + i]), g);
        h = factors.fma(broadcast(SPECIES, x[p7 + i]), h);
        weight += LANES;
      }
    }
    a.max(a.mul(slope)).intoArray(out, to + results[place]);
    b.max(b.mul(slope)).intoArray(out, to + results[place + 1]);
    c.max(c.mul(slope)).intoArray(out, to + results[place + 2]);
    d.max(d.mul(slope)).intoArray(out, to + results[place + 3]);
    e.max(e.mul(slope)).intoArray(out, to + results[place + 4]);
    f.max(f.mul(slope)).intoArray(out, to + results[place + 5]);
    g.max(g.mul(slope)).intoArray(out, to + results[place + 6]);
    h.max(h.mul(slope)).intoArray(out, to + results[place + 7]);
  }
}
