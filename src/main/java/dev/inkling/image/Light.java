package dev.inkling.image;

import java.awt.image.BufferedImage;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The brightness of a picture, 0…1: in all colours, and in each. It is at most {@link #LARGEST}
 * pixels on the longer side, a whole part of the picture's.
 */
final class Light {
  /**
   * Larger pictures are looked at in this size at most: each pixel is then the mean of a square of
   * its own. A digit on a page still has its loops.
   */
  private static final int LARGEST = 800;

  /** Below this alpha (0…1) a pixel counts as transparent. */
  private static final double TRANSPARENT = 0.5;

  /** Where so much is opaque, and not all of it alike, transparency is a rim and no paper. */
  private static final double OPAQUE = 0.6;

  /** Where so much is opaque, the rest is a rim in any case. */
  private static final double RIM = 0.98;

  /** Brightness that strays less than this, its standard deviation, is that of ink alone. */
  private static final double ALIKE = 0.1;

  /**
   * How red, green and blue make brightness, in thousandths: first Rec. 601 luma, what "grey" means
   * for PNG and JPEG; then each colour alone, for ink that differs from the paper in colour only.
   */
  private static final int[][] WEIGHTS = {
    {299, 587, 114}, {1000, 0, 0}, {0, 1000, 0}, {0, 0, 1000}
  };

  private final int width;
  private final int height;
  private final IntFunction<Plane> maker;

  /** What this is made of; null where that is another one. */
  private final @Nullable Pixels pixels;

  /** Those that were asked for. */
  private final @Nullable Plane[] channels;

  private Light(
      int width, int height, int channels, IntFunction<Plane> maker, @Nullable Pixels pixels) {
    this.width = width;
    this.height = height;
    this.maker = maker;
    this.pixels = pixels;
    this.channels = new Plane[channels];
  }

  /** The light of a picture of any size and kind, which is not to change. */
  static Light of(BufferedImage picture) {
    Pixels pixels = Pixels.of(picture);
    int factor = pixels.factor(LARGEST);
    boolean isGrey = picture.getColorModel().getNumColorComponents() == 1;
    return new Light(
        picture.getWidth(),
        picture.getHeight(),
        isGrey ? 1 : WEIGHTS.length,
        channel -> brightness(pixels, WEIGHTS[channel], factor),
        pixels);
  }

  /** Width of the picture, in its pixels. */
  int width() {
    return width;
  }

  /** Height of the picture, in its pixels. */
  int height() {
    return height;
  }

  /** How many channels there are: brightness first, then red, green and blue if it has colours. */
  int channels() {
    return channels.length;
  }

  /** A channel's brightness. */
  Plane channel(int number) {
    Plane channel = channels[number];
    if (channel == null) {
      channel = maker.apply(number);
      channels[number] = channel;
    }
    return channel;
  }

  /**
   * A channel's brightness along its border, and nothing within: what tells a photo from a drawing
   * is there, and a photo's other pixels may not be wanted so large.
   */
  Plane rim(int number) {
    Pixels from = pixels;
    return from == null
            || from.factor(LARGEST) == 1
            || from.isTransparent()
            || channels[number] != null
        ? channel(number)
        : from.rim(WEIGHTS[number], from.factor(LARGEST));
  }

  /** The same, its longer side at most so many pixels. */
  Light small(int side) {
    return new Light(width, height, channels.length, number -> small(channel(number), side), null);
  }

  /**
   * Likewise, a pixel the mean of a whole square of the picture's: those of this need not be there.
   */
  Light coarse(int side) {
    Pixels from = pixels;
    return from == null
        ? small(side)
        : new Light(
            width,
            height,
            channels.length,
            number -> brightness(from, WEIGHTS[number], from.factor(side)),
            null);
  }

  private static Plane small(Plane plane, int side) {
    return plane.scaled(Math.min(1, (double) side / plane.longerSide()));
  }

  /** The mean of all. */
  double mean() {
    double sum = 0;
    for (float value : channel(0).values()) {
      sum += value;
    }
    return sum / channel(0).values().length;
  }

  private static Plane brightness(Pixels pixels, int[] weights, int factor) {
    Plane light = pixels.brightness(weights, factor);
    if (pixels.isTransparent()) {
      putOnGround(pixels.alpha(factor).values(), light.values());
    }
    return light;
  }

  /**
   * Transparent paper is given the brightness that the ink has not; a transparent rim that of the
   * paper within it.
   */
  private static void putOnGround(float[] alpha, float[] light) {
    float[] opaque = new float[light.length];
    int count = 0;
    double weight = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < light.length; i++) {
      weight += alpha[i];
      sum += alpha[i] * light[i];
      squares += alpha[i] * light[i] * light[i];
      if (alpha[i] >= TRANSPARENT) {
        opaque[count++] = light[i];
      }
    }
    double mean = weight > 0 ? sum / weight : 0;
    double deviation = weight > 0 ? Math.sqrt(Math.max(0, squares / weight - mean * mean)) : 0;
    boolean isRim =
        count > RIM * light.length || (count > OPAQUE * light.length && deviation > ALIKE);
    float ground = isRim ? Plane.quantile(opaque, count, 0.5) : mean > 0.5 ? 0 : 1;
    for (int i = 0; i < light.length; i++) {
      light[i] = alpha[i] * light[i] + (1 - alpha[i]) * ground;
    }
  }
}
