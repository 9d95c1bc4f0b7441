package dev.inkling.data;

import dev.inkling.image.GreyImage;
import java.util.random.RandomGenerator;

/**
 * What paper and pen make of a line that a brush on the pad draws full and even: a pencil's grain,
 * a ballpoint that skips, ink that runs out along the line, a blurred photo, an edge that a
 * threshold cut too thin or too fat.
 */
final class Grain {
  /** Most that a pencil's grain takes of the ink. */
  private static final double ROUGHEST = 0.9;

  /** Most that the pen's weakness takes of the ink at places. */
  private static final double WEAKEST = 0.7;

  /** A blur's radius at most, in pixels of the raster. */
  private static final int BLURRED = 2;

  /** Ink below this, before it is made full again, may be cut off. */
  private static final double THINNEST = 0.35;

  private Grain() {}

  /**
   * The same ink, as a random pen leaves it on paper and a camera sees it.
   *
   * @return as large as {@code ink}
   */
  static GreyImage on(GreyImage ink, RandomGenerator random) {
    float[] values = ink.ink().clone();
    if (random.nextInt(2) == 0) {
      roughen(ink, values, random.nextDouble(ROUGHEST), random);
    }
    if (random.nextInt(2) == 0) {
      weaken(ink, values, random.nextDouble(WEAKEST), random);
    }
    GreyImage result = new GreyImage(ink.width(), ink.height(), values);
    for (int i = random.nextInt(BLURRED + 1); i > 0; i--) {
      result = blurred(result);
    }
    return cut(result, random.nextDouble(THINNEST), random.nextDouble(0.4, 1));
  }

  /** Each pixel loses a random part of its ink, up to {@code most}. */
  private static void roughen(GreyImage ink, float[] values, double most, RandomGenerator random) {
    for (int i = 0; i < values.length; i++) {
      if (ink.ink()[i] > 0) {
        values[i] *= (float) (1 - most * random.nextDouble());
      }
    }
  }

  /** A few waves in random directions, where they are high the pen is weak. */
  private static void weaken(GreyImage ink, float[] values, double most, RandomGenerator random) {
    double angle = random.nextDouble(2 * Math.PI);
    double waves = 2 * Math.PI * random.nextDouble(0.5, 5) / ink.width();
    double x0 = waves * Math.cos(angle);
    double y0 = waves * Math.sin(angle);
    double phase = random.nextDouble(2 * Math.PI);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        double height = 0.5 + 0.5 * Math.sin(x0 * x + y0 * y + phase);
        values[y * ink.width() + x] *= (float) (1 - most * height * height);
      }
    }
  }

  /** The mean over 3×3 pixels. */
  private static GreyImage blurred(GreyImage image) {
    float[] values = new float[image.ink().length];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        float sum = 0;
        for (int j = y - 1; j <= y + 1; j++) {
          for (int i = x - 1; i <= x + 1; i++) {
            sum += image.orPaper(i, j);
          }
        }
        values[y * image.width() + x] = sum / 9;
      }
    }
    return new GreyImage(image.width(), image.height(), values);
  }

  /** Paper below {@code from}, full ink from {@code to} on, as parts of the strongest ink. */
  private static GreyImage cut(GreyImage image, double from, double to) {
    float most = 0;
    for (float value : image.ink()) {
      most = Math.max(most, value);
    }
    float[] values = new float[image.ink().length];
    double low = from * Math.min(to, 0.9);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.clamp((image.ink()[i] / most - low) / (to - low), 0, 1);
    }
    return new GreyImage(image.width(), image.height(), values);
  }
}
