package dev.inkling.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
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
   * How red, green and blue make brightness: first Rec. 601 luma, what "grey" means for PNG and
   * JPEG; then each colour alone, for ink that differs from the paper in colour only.
   */
  private static final float[][] WEIGHTS = {
    {0.299f, 0.587f, 0.114f}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}
  };

  private final int width;
  private final int height;
  private final Plane[] argb;
  private final @Nullable Plane[] channels;

  private Light(int width, int height, Plane[] argb, int channels) {
    this.width = width;
    this.height = height;
    this.argb = argb;
    this.channels = new Plane[channels];
  }

  /** The light of a picture of any size and kind. */
  static Light of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int factor = Math.ceilDiv(Math.max(width, height), LARGEST);
    Plane[] argb = reduced(Pixels.of(picture), width, height, factor);
    boolean isGrey = picture.getColorModel().getNumColorComponents() == 1;
    return new Light(width, height, argb, isGrey ? 1 : WEIGHTS.length);
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
      channel = brightness(argb, WEIGHTS[number]);
      channels[number] = channel;
    }
    return channel;
  }

  /** The same, its longer side at most so many pixels. */
  Light small(int side) {
    double scale = Math.min(1, (double) side / argb[0].longerSide());
    int w = Math.max(1, (int) Math.round(argb[0].width() * scale));
    int h = Math.max(1, (int) Math.round(argb[0].height() * scale));
    Plane[] small = Arrays.stream(argb).map(plane -> plane.scaled(w, h)).toArray(Plane[]::new);
    return new Light(width, height, small, channels.length);
  }

  /** Alpha, red, green and blue, each the mean over squares of so many pixels, 0…1. */
  private static Plane[] reduced(Pixels pixels, int width, int height, int factor) {
    int w = Math.ceilDiv(width, factor);
    int h = Math.ceilDiv(height, factor);
    Plane[] planes = new Plane[4];
    for (int band = 0; band < planes.length; band++) {
      planes[band] = Plane.blank(w, h);
    }
    int[] row = new int[width];
    int[] sums = new int[4 * w];
    for (int y = 0; y < h; y++) {
      Arrays.fill(sums, 0);
      int bottom = Math.min(height, (y + 1) * factor);
      for (int from = y * factor; from < bottom; from++) {
        pixels.row(from, row);
        add(row, factor, sums);
      }
      for (int x = 0; x < w; x++) {
        int columns = Math.min(width, (x + 1) * factor) - x * factor;
        float all = 255f * columns * (bottom - y * factor);
        for (int band = 0; band < 4; band++) {
          planes[band].values()[y * w + x] = sums[4 * x + band] / all;
        }
      }
    }
    return planes;
  }

  private static void add(int[] row, int factor, int[] sums) {
    int at = 0;
    for (int from = 0; from < row.length; from += factor, at += 4) {
      int end = Math.min(row.length, from + factor);
      for (int x = from; x < end; x++) {
        int pixel = row[x];
        sums[at] += pixel >>> 24;
        sums[at + 1] += pixel >> 16 & 0xff;
        sums[at + 2] += pixel >> 8 & 0xff;
        sums[at + 3] += pixel & 0xff;
      }
    }
  }

  /** The mean of all. */
  double mean() {
    double sum = 0;
    for (float value : channel(0).values()) {
      sum += value;
    }
    return sum / channel(0).values().length;
  }

  private static Plane brightness(Plane[] argb, float[] weights) {
    float[] alpha = argb[0].values();
    float[] light = new float[alpha.length];
    boolean isOpaque = true;
    for (int i = 0; i < light.length; i++) {
      isOpaque &= alpha[i] == 1;
      light[i] =
          weights[0] * argb[1].values()[i]
              + weights[1] * argb[2].values()[i]
              + weights[2] * argb[3].values()[i];
    }
    if (!isOpaque) {
      putOnGround(alpha, light);
    }
    return argb[0].with(light);
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
