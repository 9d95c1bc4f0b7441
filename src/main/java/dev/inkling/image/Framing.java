package dev.inkling.image;

import dev.inkling.image.GreyImage.Box;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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

  /** What framing does, in this order. */
  public enum Step {
    /** Keeps the ink's own box; without it the whole paper is scaled down. */
    CROP,
    /** Scales the longer side to {@link #FIT}; without it to {@link #SIZE}, with no margin. */
    FIT,
    /**
     * Makes a thin pen's ink as dark as a thick one's; without it the ink stays as pale as it is.
     */
    STRENGTHEN,
    /** Puts the centre of mass in the middle; without it the box's middle. */
    CENTER
  }

  /**
   * The picture after each step; a step that was left out still scales or places, but without care.
   *
   * @param cropped as large as the ink, or the paper
   * @param fitted its longer side {@link #FIT} or {@link #SIZE} pixels
   * @param strengthened as large as that
   * @param framed {@link #SIZE}×{@link #SIZE}, what the network reads
   */
  public record Trace(
      GreyImage cropped, GreyImage fitted, GreyImage strengthened, GreyImage framed) {}

  /**
   * The whole way from ink of any size to the network's input.
   *
   * @return a {@link #SIZE}×{@link #SIZE} image, or nothing when there is no ink
   */
  public static Optional<GreyImage> frame(GreyImage raw) {
    return trace(raw, EnumSet.allOf(Step.class)).map(Trace::framed);
  }

  /** The same of ink whose box is known. */
  public static GreyImage frame(Piece piece) {
    return trace(piece.ink(), piece.ink().box(), EnumSet.allOf(Step.class)).framed();
  }

  /**
   * The same way with some of its steps only, and what comes of each.
   *
   * @return nothing when there is no ink
   */
  public static Optional<Trace> trace(GreyImage raw, Set<Step> steps) {
    return Optional.ofNullable(raw.inkBox()).map(ink -> trace(raw, ink, steps));
  }

  private static Trace trace(GreyImage raw, Box ink, Set<Step> steps) {
    GreyImage cropped = steps.contains(Step.CROP) ? raw.crop(ink) : raw;
    GreyImage fitted = fit(cropped, steps.contains(Step.FIT) ? FIT : SIZE);
    GreyImage strengthened = steps.contains(Step.STRENGTHEN) ? strengthened(fitted) : fitted;
    GreyImage framed = steps.contains(Step.CENTER) ? center(strengthened) : middle(strengthened);
    return new Trace(cropped, fitted, strengthened, framed);
  }

  /**
   * The longer side scaled to {@code side}, the other in proportion but at least one pixel, so that
   * a hairline stays visible; see {@link #strengthened} for a slanting one.
   */
  private static GreyImage fit(GreyImage digit, int side) {
    Box box = digit.box();
    double scale = (double) side / box.longerSide();
    int width = Math.max(1, (int) Math.round(box.width() * scale));
    int height = Math.max(1, (int) Math.round(box.height() * scale));
    return digit.resample(box, width, height);
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
  private static GreyImage center(GreyImage digit) {
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

  /** A fitted digit on 28×28, its box in the middle. */
  private static GreyImage middle(GreyImage digit) {
    int x = (SIZE - digit.width()) / 2;
    int y = (SIZE - digit.height()) / 2;
    return GreyImage.blank(SIZE, SIZE).with(digit, x, y);
  }

  /** Where a side starts; never so far out that ink would be cut. */
  private static int offset(double centerOfMass, int side) {
    return Math.clamp(Math.round(CENTER - centerOfMass), 0, SIZE - side);
  }
}
