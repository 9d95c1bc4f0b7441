package dev.inkling.explore;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The plane in which vectors differ most: their first two principal components (Pearson: On lines
 * and planes of closest fit to systems of points in space, 1901), by power iteration. Other vectors
 * are seen in it too, all at the same scale.
 *
 * @param mean of the vectors, where the plane has its middle
 * @param first direction of unit length; 0 where all vectors are the same
 * @param second likewise, at right angles to the first
 */
public record Projection(double[] mean, double[] first, double[] second) {
  private static final long SEED = 5;
  private static final int ROUNDS = 12;

  /**
   * The plane of some vectors.
   *
   * @param vectors of {@code width} values each, one after the other
   */
  public static Projection of(float[] vectors, int width) {
    int count = vectors.length / width;
    double[] mean = new double[width];
    for (int at = 0; at < vectors.length; at++) {
      mean[at % width] += vectors[at] / count;
    }
    double[] first = direction(vectors, mean, new double[width]);
    double[] second = direction(vectors, mean, first);
    return new Projection(mean, first, second);
  }

  /** Where vectors lie in the plane: x and y of each. */
  public float[] places(float[] vectors) {
    int count = vectors.length / mean.length;
    float[] places = new float[2 * count];
    for (int i = 0; i < count; i++) {
      places[2 * i] = (float) product(vectors, i, mean, first);
      places[2 * i + 1] = (float) product(vectors, i, mean, second);
    }
    return places;
  }

  /** By power iteration, at right angles to a direction that is known. */
  private static double[] direction(float[] vectors, double[] mean, double[] known) {
    int width = mean.length;
    double[] direction = new SplittableRandom(SEED).doubles(width, -1, 1).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[width];
      for (int i = 0; i < vectors.length / width; i++) {
        double along = product(vectors, i, mean, direction);
        for (int d = 0; d < width; d++) {
          next[d] += along * (vectors[i * width + d] - mean[d]);
        }
      }
      double shared = IntStream.range(0, width).mapToDouble(d -> next[d] * known[d]).sum();
      for (int d = 0; d < width; d++) {
        next[d] -= shared * known[d];
      }
      double length =
          Math.sqrt(IntStream.range(0, width).mapToDouble(d -> next[d] * next[d]).sum());
      for (int d = 0; d < width; d++) {
        direction[d] = length == 0 ? 0 : next[d] / length;
      }
    }
    return direction;
  }

  private static double product(float[] vectors, int i, double[] mean, double[] direction) {
    double product = 0;
    for (int d = 0; d < mean.length; d++) {
      product += (vectors[i * mean.length + d] - mean[d]) * direction[d];
    }
    return product;
  }
}
