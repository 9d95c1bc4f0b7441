package dev.inkling.evaluate;

import dev.inkling.data.Digits;
import dev.inkling.explore.RandomProjection;
import dev.inkling.model.Classifier;
import java.util.function.IntConsumer;

/**
 * What a network makes of images, with as few values as a map of them needs. All that {@code
 * inkling} makes of 10,000 images would be 250 MB.
 *
 * @param values {@code width} of each image, one image after the other
 */
public record MapFeatures(float[] values, int width) {
  /** Images whose features are there at once: a whole number of the network's batches. */
  private static final int PART = 512;

  /**
   * Computes them.
   *
   * @param progress hears of how many images they are there
   */
  public static MapFeatures of(Classifier classifier, Digits images, IntConsumer progress) {
    RandomProjection fewer = new RandomProjection(classifier.featureCount());
    float[] all = new float[images.count() * fewer.width()];
    for (int from = 0; from < images.count(); from += PART) {
      int to = Math.min(images.count(), from + PART);
      float[] some = fewer.of(classifier.features(images.range(from, to), _ -> {}));
      System.arraycopy(some, 0, all, from * fewer.width(), some.length);
      progress.accept(to);
    }
    return new MapFeatures(all, fewer.width());
  }
}
