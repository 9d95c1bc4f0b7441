package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * What Winograd's filtering does to squares of vectors, line by line and then column by column, for
 * filters of 3×3 and 4×4 results, by the points 0, 1, −1, 2, −2 and ∞: sums are products of
 * polynomials, which are multiplied by their values at these points.
 */
enum Transform {
  /** A window of 6×6 to its 36 parts. */
  WINDOW(6, 6),
  /** The 36 parts of sums to 4×4 sums. */
  SUMS(6, 4),
  /** The gradient by 4×4 sums to that by their parts: {@link #SUMS} transposed. */
  SUMS_GRADIENT(4, 6),
  /** A filter of 3×3 to its parts. */
  FILTER(3, 6),
  /** The gradient by a filter's parts to that by the filter: {@link #FILTER} transposed. */
  FILTER_GRADIENT(6, 3);

  /** Results in a row of a tile. */
  static final int TILE = 4;

  static final int WINDOW_SIDE = 6;

  /** Parts of a window, a filter and their sums. */
  static final int PARTS = WINDOW_SIDE * WINDOW_SIDE;

  private final int from;
  private final int to;

  Transform(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Transforms a square.
   *
   * @param at its first vector; from a row to the next it is {@code row}, to the next column {@code
   *     column}
   * @param first of the results, row by row, {@code distance} from each to the next
   * @param scratch room for {@link #PARTS} vectors
   */
  void square(
      float[] x,
      int at,
      int row,
      int column,
      float[] out,
      int first,
      int distance,
      float[] scratch) {
    square(x, at, row, column, out, first, distance, scratch, 0);
  }

  /** Likewise, with the scratch room from a place on: vectors that are lines of a cache. */
  void square(
      float[] x,
      int at,
      int row,
      int column,
      float[] out,
      int first,
      int distance,
      float[] scratch,
      int room) {
    for (int i = 0; i < from; i++) {
      line(x, at + i * column, row, scratch, room + i * LANES, WINDOW_SIDE * LANES);
    }
    for (int i = 0; i < to; i++) {
      int own = first + i * to * distance;
      line(scratch, room + i * WINDOW_SIDE * LANES, LANES, out, own, distance);
    }
  }

  private void line(float[] x, int at, int step, float[] out, int to, int distance) {
    switch (this) {
      case WINDOW -> window(x, at, step, out, to, distance);
      case SUMS -> sums(x, at, step, out, to, distance);
      case SUMS_GRADIENT -> sumsGradient(x, at, step, out, to, distance);
      case FILTER -> filter(x, at, step, out, to, distance);
      case FILTER_GRADIENT -> filterGradient(x, at, step, out, to, distance);
    }
  }

  private static void window(float[] x, int at, int step, float[] out, int to, int distance) {
    FloatVector a = fromArray(SPECIES, x, at);
    FloatVector b = fromArray(SPECIES, x, at + step);
    FloatVector c = fromArray(SPECIES, x, at + 2 * step);
    FloatVector d = fromArray(SPECIES, x, at + 3 * step);
    FloatVector e = fromArray(SPECIES, x, at + 4 * step);
    FloatVector f = fromArray(SPECIES, x, at + 5 * step);
    FloatVector even = e.sub(c.mul(4));
    FloatVector odd = d.sub(b.mul(4));
    a.mul(4).add(e.sub(c.mul(5))).intoArray(out, to);
    even.add(odd).intoArray(out, to + distance);
    even.sub(odd).intoArray(out, to + 2 * distance);
    even = e.sub(c);
    odd = d.sub(b).mul(2);
    even.add(odd).intoArray(out, to + 3 * distance);
    even.sub(odd).intoArray(out, to + 4 * distance);
    b.mul(4).add(f.sub(d.mul(5))).intoArray(out, to + 5 * distance);
  }

  private static void sums(float[] x, int at, int step, float[] out, int to, int distance) {
    FloatVector b = fromArray(SPECIES, x, at + step);
    FloatVector c = fromArray(SPECIES, x, at + 2 * step);
    FloatVector d = fromArray(SPECIES, x, at + 3 * step);
    FloatVector e = fromArray(SPECIES, x, at + 4 * step);
    FloatVector even = b.add(c);
    FloatVector odd = b.sub(c);
    FloatVector evenOfTwo = d.add(e);
    FloatVector oddOfTwo = d.sub(e);
    fromArray(SPECIES, x, at).add(even).add(evenOfTwo).intoArray(out, to);
    odd.add(oddOfTwo.mul(2)).intoArray(out, to + distance);
    even.add(evenOfTwo.mul(4)).intoArray(out, to + 2 * distance);
    odd.add(oddOfTwo.mul(8))
        .add(fromArray(SPECIES, x, at + 5 * step))
        .intoArray(out, to + 3 * distance);
  }

  private static void sumsGradient(float[] x, int at, int step, float[] out, int to, int distance) {
    FloatVector a = fromArray(SPECIES, x, at);
    FloatVector b = fromArray(SPECIES, x, at + step);
    FloatVector c = fromArray(SPECIES, x, at + 2 * step);
    FloatVector d = fromArray(SPECIES, x, at + 3 * step);
    FloatVector even = a.add(c);
    FloatVector odd = b.add(d);
    a.intoArray(out, to);
    even.add(odd).intoArray(out, to + distance);
    even.sub(odd).intoArray(out, to + 2 * distance);
    even = a.add(c.mul(4));
    odd = b.mul(2).add(d.mul(8));
    even.add(odd).intoArray(out, to + 3 * distance);
    even.sub(odd).intoArray(out, to + 4 * distance);
    d.intoArray(out, to + 5 * distance);
  }

  private static void filter(float[] x, int at, int step, float[] out, int to, int distance) {
    FloatVector a = fromArray(SPECIES, x, at);
    FloatVector b = fromArray(SPECIES, x, at + step);
    FloatVector c = fromArray(SPECIES, x, at + 2 * step);
    FloatVector even = a.add(c).mul(-1 / 6f);
    FloatVector odd = b.mul(-1 / 6f);
    a.mul(1 / 4f).intoArray(out, to);
    even.add(odd).intoArray(out, to + distance);
    even.sub(odd).intoArray(out, to + 2 * distance);
    even = a.mul(1 / 24f).add(c.mul(1 / 6f));
    odd = b.mul(1 / 12f);
    even.add(odd).intoArray(out, to + 3 * distance);
    even.sub(odd).intoArray(out, to + 4 * distance);
    c.intoArray(out, to + 5 * distance);
  }

  private static void filterGradient(
      float[] x, int at, int step, float[] out, int to, int distance) {
    FloatVector b = fromArray(SPECIES, x, at + step);
    FloatVector c = fromArray(SPECIES, x, at + 2 * step);
    FloatVector d = fromArray(SPECIES, x, at + 3 * step);
    FloatVector e = fromArray(SPECIES, x, at + 4 * step);
    FloatVector even = b.add(c).mul(-1 / 6f);
    FloatVector evenOfTwo = d.add(e);
    fromArray(SPECIES, x, at).mul(1 / 4f).add(even).add(evenOfTwo.mul(1 / 24f)).intoArray(out, to);
    c.sub(b).mul(1 / 6f).add(d.sub(e).mul(1 / 12f)).intoArray(out, to + distance);
    even.add(evenOfTwo.mul(1 / 6f))
        .add(fromArray(SPECIES, x, at + 5 * step))
        .intoArray(out, to + 2 * distance);
  }
}
