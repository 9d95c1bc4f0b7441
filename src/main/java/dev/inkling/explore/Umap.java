package dev.inkling.explore;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A map of vectors on which neighbours lie beside each other: UMAP (McInnes, Healy, Melville,
 * 2018), as simple as it can be. {@value #NEIGHBOURS} neighbours, {@value #EPOCHS} epochs, {@value
 * #OTHERS} others that are pushed off for each neighbour that is pulled near, as its authors have
 * it; the curve of nearness is that of LargeVis and t-SNE, 1 / (1 + d²), which needs no powers, and
 * it begins with the two directions in which the vectors differ most. The same vectors give the
 * same map.
 *
 * <p>It is Inkling's own: of the libraries on Maven Central one is a frozen copy that took 21
 * seconds for 10,000 images and shows nothing before its end; others are under the GPL, or not
 * released there.
 */
public final class Umap {
  /** Half the side of the map that a layout begins with. */
  private static final double SPREAD = 10;

  private static final int NEIGHBOURS = 15;
  private static final int EPOCHS = 200;
  private static final int OTHERS = 5;
  private static final long SEED = 7;

  /** No point moves further in a step. */
  private static final float MOST = 4;

  /** Epochs from one look to the next. */
  private static final int SHOWN = 4;

  private final int count;
  private final NeighbourGraph graph;
  private final float[] places;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private Umap(float[] vectors, int width) {
    count = vectors.length / width;
    places = spread(Projection.of(vectors, width).places(vectors));
    graph =
        NeighbourGraph.of(NearestNeighbours.of(vectors, width, Math.min(NEIGHBOURS, count - 1)));
  }

  /** From −{@value #SPREAD} to {@value #SPREAD}, as UMAP's authors begin. */
  private static float[] spread(float[] places) {
    double most = 1e-9;
    for (float place : places) {
      most = Math.max(most, Math.abs(place));
    }
    for (int at = 0; at < places.length; at++) {
      places[at] *= (float) (SPREAD / most);
    }
    return places;
  }

  /**
   * A map of at least two vectors.
   *
   * @param vectors of {@code width} values each, one after the other; of many values each they are
   *     mixed into fewer, see {@link RandomProjection}
   * @param onPlaces sees the map while it settles: x and y of each vector, in an array of its own.
   *     What it throws ends the work
   * @return x and y of each vector
   */
  public static float[] of(float[] vectors, int width, Consumer<float[]> onPlaces) {
    RandomProjection fewer = new RandomProjection(width);
    Umap map = new Umap(fewer.of(vectors), fewer.width());
    map.settle(onPlaces);
    return map.places;
  }

  private void settle(Consumer<float[]> onPlaces) {
    float most = 0;
    for (float weight : graph.weights()) {
      most = Math.max(most, weight);
    }
    int pairs = graph.weights().length;
    float[] due = new float[pairs];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      if (epoch % SHOWN == 0) {
        onPlaces.accept(places.clone());
      }
      float step = 1 - (float) epoch / EPOCHS;
      for (int e = 0; e < pairs; e++) {
        due[e] += graph.weights()[e] / most;
        if (due[e] >= 1) {
          due[e] -= 1;
          pull(graph.from()[e], graph.to()[e], step);
          pull(graph.to()[e], graph.from()[e], step);
        }
      }
    }
  }

  /**
   * Moves two neighbours to each other, and the first off some others. That is nearly all of the
   * time of a map: where the first one is stays in registers.
   */
  private void pull(int i, int j, float step) {
    float x = places[2 * i] - places[2 * j];
    float y = places[2 * i + 1] - places[2 * j + 1];
    float pull = -2 / (1 + x * x + y * y);
    float right = step * limited(pull * x);
    float down = step * limited(pull * y);
    places[2 * j] -= right;
    places[2 * j + 1] -= down;
    float ownX = places[2 * i] + right;
    float ownY = places[2 * i + 1] + down;
    for (int n = 0; n < OTHERS; n++) {
      int other = any();
      if (other != i) {
        x = ownX - places[2 * other];
        y = ownY - places[2 * other + 1];
        float squared = x * x + y * y;
        float push = 2 / ((0.001f + squared) * (1 + squared));
        ownX += step * limited(push * x);
        ownY += step * limited(push * y);
      }
    }
    places[2 * i] = ownX;
    places[2 * i + 1] = ownY;
  }

  /** Any of them, by a product in the place of a remainder, which takes longer. */
  private int any() {
    return (int) (((random.nextLong() >>> 32) * count) >>> 32);
  }

  private static float limited(float way) {
    return Math.max(-MOST, Math.min(MOST, way));
  }
}
