package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import java.util.Optional;

/**
 * Brings ink to the 28×28 picture that the network reads, as MNIST framed its own digits: "size
 * normalized to fit in a 20x20 pixel box while preserving their aspect ratio", antialiased, then
 * "centered in a 28x28 image by computing the center of mass of the pixels, and translating the
 * image so as to position this point at the center" (LeCun, Cortes, Burges: The MNIST database).
 */
public final class Framing {
  /** Side of the network's input, in pixels. */
  public static final int SIZE = 28;

  /** Side of the box the digit fits in, in pixels. */
  public static final int FIT = 20;

  /**
   * Index of the pixel that the centre of mass falls on. Measured: the centres of MNIST's 60,000
   * training images lie within 13.5…14.5, their mean is 14.0, on both axes.
   */
  public static final int CENTER = 14;

  /** The strongest ink that each of MNIST's 60,000 training images has at least. */
  private static final float STRONG = 254 / 255f;

  private Framing() {}

  /**
   * The whole way from ink of any size to the network's input.
   *
   * @return a {@link #SIZE}×{@link #SIZE} image, or nothing when there is no ink
   */
  public static Optional<GreyImage> frame(GreyImage raw) {
    return Optional.ofNullable(raw.inkBox()).map(box -> center(fit(raw, box)));
  }

  /**
   * The ink of a box, its longer side scaled to {@link #FIT}, the other in proportion but at least
   * one pixel, so that a hairline stays visible; see {@link #strengthened} for a slanting one.
   */
  public static GreyImage fit(GreyImage raw, Box box) {
    double scale = (double) FIT / box.longerSide();
    int width = Math.max(1, (int) Math.round(box.width() * scale));
    int height = Math.max(1, (int) Math.round(box.height() * scale));
    return strengthened(raw.resample(box, width, height));
  }

  /**
   * A thin pen's digit as dark as a thick one's: scaling down leaves a grey shadow of it, which no
   * network that learned from MNIST can read.
   */
  private static GreyImage strengthened(GreyImage digit) {
    float strongest = 0;
    for (float ink : digit.ink()) {
      strongest = Math.max(strongest, ink);
    }
    if (strongest >= STRONG) {
      return digit;
    }
    float[] ink = digit.ink().clone();
    for (int i = 0; i < ink.length; i++) {
      ink[i] /= strongest;
    }
    return new GreyImage(digit.width(), digit.height(), ink);
  }

  /** A fitted digit on 28×28, moved by whole pixels so that its centre of mass is in the middle. */
  public static GreyImage center(GreyImage digit) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < digit.height(); y++) {
      for (int x = 0; x < digit.width(); x++) {
        float ink = digit.at(x, y);
        mass += ink;
        sumX += ink * x;
        sumY += ink * y;
      }
    }
    int x = offset(sumX / mass, digit.width());
    int y = offset(sumY / mass, digit.height());
    return GreyImage.blank(SIZE, SIZE).with(digit, x, y);
  }

  /** Where a side starts; never so far out that ink would be cut. */
  private static int offset(double centerOfMass, int side) {
    return Math.clamp(Math.round(CENTER - centerOfMass), 0, SIZE - side);
  }
}
