package dev.inkling.data;

import dev.inkling.ink.Point;
import java.util.random.RandomGenerator;

/**
 * A smooth displacement of the forms' grid, the same for all strokes of a form, so that what meets
 * still meets. A few waves in random directions, none shorter than half the grid.
 */
final class Bend {
  private static final int WAVES = 4;

  private final double[][] waves = new double[WAVES][];

  /**
   * A random bend.
   *
   * @param amount standard deviation of the displacement, in units of the grid
   */
  Bend(RandomGenerator random, double amount) {
    for (int i = 0; i < WAVES; i++) {
      double angle = random.nextDouble(2 * Math.PI);
      double number = 2 * Math.PI / Forms.GRID / random.nextDouble(0.5, 2);
      double strength = amount * Math.sqrt(2.0 / WAVES);
      waves[i] =
          new double[] {
            number * Math.cos(angle),
            number * Math.sin(angle),
            random.nextDouble(2 * Math.PI),
            strength * random.nextGaussian(),
            strength * random.nextGaussian()
          };
    }
  }

  /** Where a point goes. */
  Point move(Point point) {
    double x = point.x();
    double y = point.y();
    for (double[] wave : waves) {
      double height = Math.sin(wave[0] * point.x() + wave[1] * point.y() + wave[2]);
      x += wave[3] * height;
      y += wave[4] * height;
    }
    return new Point(x, y);
  }
}
