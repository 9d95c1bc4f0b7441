package dev.inkling.explore;

import java.util.HashMap;
import java.util.Map;

/**
 * Which vectors are neighbours, and how surely: UMAP's fuzzy simplicial set (McInnes, Healy,
 * Melville: UMAP, 2018, algorithms 2 and 3). Each vector is near its nearest neighbour for certain,
 * and to all k together as much as log₂ k says; two are neighbours when one of them says so.
 *
 * @param from the first of two neighbours, for each pair
 * @param to the second
 * @param weights how surely they are, above 0, up to 1
 */
record NeighbourGraph(int[] from, int[] to, float[] weights) {
  private static final int ROUNDS = 48;

  static NeighbourGraph of(NearestNeighbours near) {
    Map<Long, Float> both = new HashMap<>(near.count() * near.k());
    for (int i = 0; i < near.count(); i++) {
      double width = width(near, i);
      for (int n = 0; n < near.k(); n++) {
        int j = near.index(i, n);
        double over = Math.max(0, near.distance(i, n) - near.distance(i, 0));
        float weight = (float) (over == 0 ? 1 : Math.exp(-over / width));
        long pair = (long) Math.min(i, j) << 32 | Math.max(i, j);
        both.merge(pair, weight, (a, b) -> a + b - a * b);
      }
    }
    int[] from = new int[both.size()];
    int[] to = new int[both.size()];
    float[] weights = new float[both.size()];
    int e = 0;
    for (Map.Entry<Long, Float> pair : both.entrySet()) {
      from[e] = (int) (pair.getKey() >> 32);
      to[e] = pair.getKey().intValue();
      weights[e] = pair.getValue();
      e++;
    }
    return new NeighbourGraph(from, to, weights);
  }

  /** The width at which the weights of all neighbours come to log₂ k, by bisection. */
  private static double width(NearestNeighbours near, int i) {
    double wanted = Math.log(near.k()) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double width = 1;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (int n = 0; n < near.k(); n++) {
        double over = near.distance(i, n) - near.distance(i, 0);
        sum += over <= 0 ? 1 : Math.exp(-over / width);
      }
      if (sum > wanted) {
        high = width;
        width = (low + high) / 2;
      } else {
        low = width;
        width = high == Double.POSITIVE_INFINITY ? width * 2 : (low + high) / 2;
      }
    }
    return Math.max(width, 1e-6);
  }
}
