package dev.inkling.explore;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fewer values in which distances are nearly the same: random sums and differences of the old ones
 * (Achlioptas: Database-friendly random projections, 2003). Each vector becomes the same whatever
 * others are with it, so that they need not all be in memory at once.
 */
public final class RandomProjection {
  /** More values than this are mixed into as many. */
  private static final int MOST = 64;

  private static final long SEED = 5;

  private final int from;
  private final float[] signs;

  /** One for vectors of so many values. */
  public RandomProjection(int width) {
    from = width;
    signs = new float[width > MOST ? width * MOST : 0];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int d = 0; d < signs.length; d++) {
      int dice = random.nextInt(6);
      signs[d] = dice == 0 ? 1 : dice == 1 ? -1 : 0;
    }
  }

  /** How many values a vector has afterwards; as many as before where that is few. */
  public int width() {
    return Math.min(from, MOST);
  }

  /** Vectors with fewer values; the same ones where that is not needed. */
  public float[] of(float[] vectors) {
    if (signs.length == 0) {
      return vectors;
    }
    float scale = (float) Math.sqrt(3.0 / MOST);
    float[] mixed = new float[vectors.length / from * MOST];
    IntStream.range(0, vectors.length / from)
        .parallel()
        .forEach(i -> mix(vectors, i, scale, mixed));
    return mixed;
  }

  private void mix(float[] vectors, int i, float scale, float[] mixed) {
    for (int d = 0; d < from; d++) {
      float value = vectors[i * from + d] * scale;
      if (value != 0) {
        for (int k = 0; k < MOST; k++) {
          mixed[i * MOST + k] += value * signs[d * MOST + k];
        }
      }
    }
  }
}
