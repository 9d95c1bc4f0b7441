package dev.inkling.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The main directions of many vectors, by orthogonal iteration: the space in which most of what a
 * layer is given lies, and so most of what gradients would make of its weights.
 */
final class Directions {
  /** Each doubles the digits that are right, and little is gained by the last of the directions. */
  private static final int ITERATIONS = 3;

  private final int width;
  private final int count;

  /** A row for each number of a vector, so that loops run along the directions. */
  private float[] directions;

  private Directions(int width, int count, long seed) {
    this.width = width;
    this.count = count;
    SplittableRandom random = new SplittableRandom(seed);
    directions = new float[width * count];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (float) random.nextGaussian();
    }
  }

  /**
   * Finds them.
   *
   * @param vectors one after the other
   * @param width numbers of each
   * @param count of directions, at most as many as numbers
   * @return a row for each direction, orthonormal
   */
  static float[] of(float[] vectors, int width, int count, long seed) {
    Directions found = new Directions(width, count, seed);
    found.makeOrthonormal();
    for (int i = 0; i < ITERATIONS; i++) {
      found.iterate(vectors);
      found.makeOrthonormal();
    }
    return found.rows();
  }

  /** The vectors' second moments times the directions. */
  private void iterate(float[] vectors) {
    float[] next = new float[directions.length];
    float[] parts = new float[count];
    for (int from = 0; from < vectors.length; from += width) {
      Arrays.fill(parts, 0);
      for (int j = 0; j < width; j++) {
        addTo(parts, 0, vectors[from + j], directions, j * count);
      }
      for (int j = 0; j < width; j++) {
        addTo(next, j * count, vectors[from + j], parts, 0);
      }
    }
    directions = next;
  }

  /** Most numbers are 0 behind a rectifier. */
  private void addTo(float[] sums, int at, float factor, float[] values, int from) {
    if (factor != 0) {
      for (int k = 0; k < count; k++) {
        sums[at + k] += factor * values[from + k];
      }
    }
  }

  /** By Gram and Schmidt, twice, or rounding would leave some of what was taken away. */
  private void makeOrthonormal() {
    for (int k = 0; k < count; k++) {
      for (int l = 0; l < 2 * k; l++) {
        add(k, -product(k, l % k), l % k);
      }
      add(k, 1 / Math.sqrt(Math.max(Float.MIN_NORMAL, product(k, k))) - 1, k);
    }
  }

  private double product(int k, int l) {
    double sum = 0;
    for (int at = 0; at < directions.length; at += count) {
      sum += (double) directions[at + k] * directions[at + l];
    }
    return sum;
  }

  private void add(int k, double factor, int l) {
    for (int at = 0; at < directions.length; at += count) {
      directions[at + k] += (float) (factor * directions[at + l]);
    }
  }

  private float[] rows() {
    float[] rows = new float[directions.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i % count * width + i / count] = directions[i];
    }
    return rows;
  }
}
