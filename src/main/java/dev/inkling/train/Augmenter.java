package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Recipe.Augmentation;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Varies training images: a random affine map, and in full strength elastic distortion (after
 * Simard, Steinkraus, Platt, 2003), thinner or thicker strokes and gaps in them. Which variation an
 * image gets depends on the seed, the epoch and the image alone, so a run can be repeated.
 */
public final class Augmenter {
  private static final int SIDE = Framing.SIZE;

  /** Side of the coarse grid of displacements that elastic distortion interpolates. */
  private static final int GRID = 5;

  /** One image in so many gets a gap. */
  private static final int GAP_ONCE_IN = 8;

  /** One image in so many is written by a broader pen than most. */
  private static final int BROAD_ONCE_IN = 10;

  private final Augmentation strength;
  private final long seed;
  private final double amount;

  /** An augmenter of whole strength. */
  public Augmenter(Augmentation strength, long seed) {
    this(strength, seed, 1);
  }

  /**
   * An augmenter for some epochs of a run.
   *
   * @param amount of its strength that it uses, 0…1
   */
  Augmenter(Augmentation strength, long seed, double amount) {
    this.strength = strength;
    this.seed = seed;
    this.amount = amount;
  }

  /**
   * Writes a variation of an image.
   *
   * @param epoch counted from 1
   * @param out gets 784 values of ink, 0…1, from {@code at} on
   */
  public void write(Digits digits, int image, int epoch, float[] out, int at) {
    if (strength == Augmentation.NONE) {
      digits.write(image, out, at);
      return;
    }
    GreyImage ink = digits.image(image);
    SplittableRandom random = new SplittableRandom((seed * 1_000_003 + epoch) * 1_000_003 + image);
    boolean full = strength == Augmentation.FULL;
    if (full) {
      ink = changeThickness(ink, amount * random.nextDouble(-0.6, 0.6));
      if (random.nextInt(BROAD_ONCE_IN) == 0) {
        ink = changeThickness(ink, amount * random.nextDouble());
      }
    }
    warp(ink, affine(random, full), full ? elastic(random) : null, out, at);
    if (full && random.nextInt(GAP_ONCE_IN) == 0) {
      interrupt(out, at, random);
    }
  }

  /** Takes the ink of a small round spot away, where a stroke is if the dice find one. */
  private static void interrupt(float[] out, int at, SplittableRandom random) {
    int spot = random.nextInt(Digits.PIXELS);
    for (int tries = 0; tries < 20 && out[at + spot] < 0.5; tries++) {
      spot = random.nextInt(Digits.PIXELS);
    }
    double radius = random.nextDouble(0.5, 2);
    for (int p = 0; p < Digits.PIXELS; p++) {
      double distance = Math.hypot(p % SIDE - spot % SIDE, p / SIDE - spot / SIDE);
      out[at + p] *= (float) Math.clamp(distance - radius + 0.5, 0, 1);
    }
  }

  /** The inverse map: from a place in the result to a place in the image, around the middle. */
  private double[] affine(SplittableRandom random, boolean full) {
    double turn = amount * Math.toRadians(random.nextDouble(-10, 10));
    double scaleX = 1 + amount * random.nextDouble(-1, 1) * (full ? 0.15 : 0.1);
    double scaleY = 1 + amount * random.nextDouble(-1, 1) * (full ? 0.15 : 0.1);
    double shear = amount * random.nextDouble(-1, 1) * (full ? 0.25 : 0.15);
    double shift = amount * (full ? 1.5 : 2); // the pad centres what it frames
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    return new double[] {
      cos / scaleX,
      (sin + shear) / scaleX,
      shift * random.nextDouble(-1, 1),
      -sin / scaleY,
      cos / scaleY,
      shift * random.nextDouble(-1, 1)
    };
  }

  /** Displacements in pixels on a coarse grid, x then y. */
  private double[] elastic(SplittableRandom random) {
    double[] grid = new double[2 * GRID * GRID];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = amount * random.nextGaussian() * 0.8;
    }
    return grid;
  }

  private static void warp(
      GreyImage ink, double[] map, double @Nullable [] elastic, float[] out, int at) {
    double middle = (SIDE - 1) / 2.0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double u = x - middle;
        double v = y - middle;
        double fromX = middle + map[0] * u + map[1] * v + map[2];
        double fromY = middle + map[3] * u + map[4] * v + map[5];
        if (elastic != null) {
          fromX += interpolate(elastic, 0, x, y);
          fromY += interpolate(elastic, GRID * GRID, x, y);
        }
        out[at + y * SIDE + x] = ink.between(fromX, fromY);
      }
    }
  }

  private static double interpolate(double[] grid, int offset, int x, int y) {
    double gx = (double) x * (GRID - 1) / SIDE;
    double gy = (double) y * (GRID - 1) / SIDE;
    int i = (int) gx;
    int j = (int) gy;
    double a = gx - i;
    double b = gy - j;
    int k = offset + j * GRID + i;
    return (1 - b) * ((1 - a) * grid[k] + a * grid[k + 1])
        + b * ((1 - a) * grid[k + GRID] + a * grid[k + GRID + 1]);
  }

  /** Grey dilation (amount above 0) or erosion (below), blended with the image. */
  private static GreyImage changeThickness(GreyImage ink, double amount) {
    float[] result = new float[Digits.PIXELS];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float here = ink.at(x, y);
        float most = here;
        float least = here;
        for (int side = -1; side <= 1; side += 2) {
          most = Math.max(most, Math.max(ink.orPaper(x + side, y), ink.orPaper(x, y + side)));
          least = Math.min(least, Math.min(ink.orPaper(x + side, y), ink.orPaper(x, y + side)));
        }
        double target = amount > 0 ? most : least;
        result[y * SIDE + x] = (float) (here + Math.abs(amount) * (target - here));
      }
    }
    return new GreyImage(SIDE, SIDE, result);
  }
}
