package dev.inkling.model;

import dev.inkling.image.GreyImage;
import java.util.Arrays;
import java.util.List;

/**
 * How an image is looked at again that a network is unsure of: turned and scaled a little to both
 * sides. What it says of each counts alike, the first look included: the geometric mean of the
 * probabilities. Many looks at once would be test-time augmentation as usual (Krizhevsky,
 * Sutskever, Hinton, 2012); here only the few images in doubt pay for it.
 */
final class SecondLook {
  private static final double TURN = Math.toRadians(9);

  /** Each view's turn in radians and scale. */
  private static final double[][] VIEWS = {{TURN, 1}, {-TURN, 1}, {0, 1.15}, {0, 1 / 1.15}};

  /** Number of views of an image. */
  static final int COUNT = VIEWS.length;

  /** A probability of 0 in float has no logarithm. */
  private static final double SMALLEST = 1e-12;

  private SecondLook() {}

  /** The views of an image, itself not among them. */
  static List<GreyImage> views(GreyImage image) {
    return Arrays.stream(VIEWS).map(view -> view(image, view[0], view[1])).toList();
  }

  private static GreyImage view(GreyImage image, double turn, double scale) {
    double middleX = (image.width() - 1) / 2.0;
    double middleY = (image.height() - 1) / 2.0;
    double cos = Math.cos(turn) / scale;
    double sin = Math.sin(turn) / scale;
    float[] ink = new float[image.width() * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double u = x - middleX;
        double v = y - middleY;
        ink[y * image.width() + x] =
            image.between(middleX + cos * u + sin * v, middleY - sin * u + cos * v);
      }
    }
    return new GreyImage(image.width(), image.height(), ink);
  }

  /**
   * What several looks say together.
   *
   * @param looks probabilities, one row a look
   * @return probabilities, which add up to 1
   */
  static float[] together(List<float[]> looks) {
    int classes = looks.getFirst().length;
    double[] product = new double[classes];
    for (int k = 0; k < classes; k++) {
      double sum = 0;
      for (float[] look : looks) {
        sum += Math.log(Math.max(SMALLEST, look[k]));
      }
      product[k] = Math.exp(sum / looks.size());
    }
    double all = Arrays.stream(product).sum();
    float[] result = new float[classes];
    for (int k = 0; k < classes; k++) {
      result[k] = (float) (product[k] / all);
    }
    return result;
  }
}
