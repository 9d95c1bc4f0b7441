package dev.inkling.explore;

import dev.inkling.kernel.Distances;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest neighbours of all vectors among each other, by Euclidean distance, without an index:
 * for some ten thousand vectors that is as quick, and none is missed.
 */
final class NearestNeighbours {
  private final int count;
  private final int width;

  private final Distances all;
  private final float[] vectors;
  private final int[] indices;
  private final float[] distances;
  private final int k;

  private NearestNeighbours(float[] vectors, int width, int k) {
    this.vectors = vectors;
    this.width = width;
    this.k = k;
    count = vectors.length / width;
    all = new Distances(vectors, width);
    indices = new int[count * k];
    distances = new float[count * k];
  }

  /**
   * Finds them.
   *
   * @param vectors of {@code width} values each, more than k of them
   * @param k neighbours of each, itself not among them
   */
  static NearestNeighbours of(float[] vectors, int width, int k) {
    NearestNeighbours all = new NearestNeighbours(vectors, width, k);
    IntStream.range(0, all.count).parallel().forEach(all::find);
    return all;
  }

  private void find(int i) {
    float[] squares = new float[Distances.BLOCK];
    float[] near = new float[k];
    int[] which = new int[k];
    Arrays.fill(near, Float.POSITIVE_INFINITY);
    for (int first = 0; first < count; first += Distances.BLOCK) {
      all.squares(vectors, i * width, first / Distances.BLOCK, squares);
      for (int j = 0; j < Math.min(Distances.BLOCK, count - first); j++) {
        if (squares[j] < near[k - 1] && first + j != i) {
          insert(near, which, squares[j], first + j);
        }
      }
    }
    for (int n = 0; n < k; n++) {
      distances[i * k + n] = (float) Math.sqrt(near[n]);
      indices[i * k + n] = which[n];
    }
  }

  private static void insert(float[] near, int[] which, float square, int index) {
    int at = near.length - 1;
    while (at > 0 && near[at - 1] > square) {
      near[at] = near[at - 1];
      which[at] = which[at - 1];
      at--;
    }
    near[at] = square;
    which[at] = index;
  }

  /** How many vectors there are. */
  int count() {
    return count;
  }

  /** Neighbours of each. */
  int k() {
    return k;
  }

  /** The n-th nearest neighbour of a vector, counted from 0. */
  int index(int i, int n) {
    return indices[i * k + n];
  }

  /** How far it is. */
  float distance(int i, int n) {
    return distances[i * k + n];
  }
}
