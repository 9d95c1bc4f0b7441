package dev.inkling.explore;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Where vectors lie in a plane. */
final class Projection {
  private static final long SEED = 5;
  private static final int ROUNDS = 12;

  /** Half the side of the map that a layout begins with, as UMAP's authors have it. */
  private static final double SPREAD = 10;

  private Projection() {}

  /** Where vectors lie in the two directions in which they differ most, from −10 to 10. */
  static float[] principal(float[] vectors, int width) {
    int count = vectors.length / width;
    double[] mean = new double[width];
    for (int at = 0; at < vectors.length; at++) {
      mean[at % width] += vectors[at] / count;
    }
    double[] first = direction(vectors, mean, new double[width]);
    double[] second = direction(vectors, mean, first);
    float[] places = new float[2 * count];
    double most = 1e-9;
    for (int i = 0; i < count; i++) {
      places[2 * i] = (float) product(vectors, i, mean, first);
      places[2 * i + 1] = (float) product(vectors, i, mean, second);
      most = Math.max(most, Math.max(Math.abs(places[2 * i]), Math.abs(places[2 * i + 1])));
    }
    for (int at = 0; at < places.length; at++) {
      places[at] *= (float) (SPREAD / most);
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
