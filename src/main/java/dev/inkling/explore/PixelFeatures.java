package dev.inkling.explore;

import dev.inkling.data.Digits;

/** What images are by their pixels alone, where there is no network to say more. */
public final class PixelFeatures {
  /** Values of an image. */
  public static final int WIDTH = Frequencies.COUNT;

  private PixelFeatures() {}

  /** {@link #WIDTH} values of each image, one image after the other. */
  public static float[] of(Digits images) {
    return Frequencies.of(images);
  }
}
