package dev.inkling.support;

import dev.inkling.image.GreyImage;

/** Images by hand. */
public final class Images {
  private Images() {}

  /** The ink at every pixel of an image. */
  public interface Ink {
    double at(int x, int y);
  }

  /** An image, pixel by pixel. */
  public static GreyImage image(int width, int height, Ink ink) {
    float[] pixels = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (float) ink.at(x, y);
      }
    }
    return new GreyImage(width, height, pixels);
  }

  /** Full ink in a rectangle, blank paper around it. */
  public static GreyImage rectangle(int side, int x, int y, int width, int height) {
    return image(side, side, (i, j) -> i >= x && i < x + width && j >= y && j < y + height ? 1 : 0);
  }

  /** All ink of an image together. */
  public static double mass(GreyImage image) {
    double mass = 0;
    for (float ink : image.ink()) {
      mass += ink;
    }
    return mass;
  }

  /** The strongest ink of an image. */
  public static double strongest(GreyImage image) {
    double most = 0;
    for (float ink : image.ink()) {
      most = Math.max(most, ink);
    }
    return most;
  }

  /** The mean place of the ink, as pixel indexes: x, y. */
  public static double[] center(GreyImage image) {
    double x = 0;
    double y = 0;
    for (int j = 0; j < image.height(); j++) {
      for (int i = 0; i < image.width(); i++) {
        x += image.at(i, j) * i;
        y += image.at(i, j) * j;
      }
    }
    return new double[] {x / mass(image), y / mass(image)};
  }
}
