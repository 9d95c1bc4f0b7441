package dev.inkling.explore;

import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import java.util.stream.IntStream;

/**
 * The lowest frequencies of images of unit length: the orthonormal discrete cosine transform, of
 * which {@value #SIDE}×{@value #SIDE} values are kept. As it turns no lengths, two images are at
 * least as far from each other as their frequencies are, so what these tell apart is apart.
 */
final class Frequencies {
  /** Frequencies that are kept in each direction. */
  static final int SIDE = 8;

  /** Values of an image. */
  static final int COUNT = SIDE * SIDE;

  private static final int SIZE = Framing.SIZE;
  private static final float[] COSINES = cosines();

  private Frequencies() {}

  private static float[] cosines() {
    float[] cosines = new float[SIDE * SIZE];
    for (int k = 0; k < SIDE; k++) {
      double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIZE);
      for (int x = 0; x < SIZE; x++) {
        cosines[k * SIZE + x] = (float) (scale * Math.cos(Math.PI * (x + 0.5) * k / SIZE));
      }
    }
    return cosines;
  }

  /** {@link #COUNT} values for each image, one image after the other; 0 for one without ink. */
  static float[] of(Digits images) {
    float[] all = new float[images.count() * COUNT];
    IntStream.range(0, images.count()).parallel().forEach(i -> write(images, i, all));
    return all;
  }

  private static void write(Digits images, int i, float[] all) {
    float[] ink = new float[Digits.PIXELS];
    images.write(i, ink, 0);
    float[] rows = new float[SIZE * SIDE];
    float squared = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        float value = ink[y * SIZE + x];
        squared += value * value;
        for (int k = 0; value > 0 && k < SIDE; k++) {
          rows[y * SIDE + k] += value * COSINES[k * SIZE + x];
        }
      }
    }
    float length = squared == 0 ? 1 : (float) Math.sqrt(squared);
    for (int y = 0; y < SIZE; y++) {
      for (int j = 0; j < SIDE; j++) {
        for (int k = 0; k < SIDE; k++) {
          all[i * COUNT + j * SIDE + k] += COSINES[j * SIZE + y] * rows[y * SIDE + k] / length;
        }
      }
    }
  }
}
