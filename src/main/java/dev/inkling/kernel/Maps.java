package dev.inkling.kernel;

import java.util.Arrays;

/**
 * What a layer hands to the next for one chunk of images: maps, a value of all images being a
 * vector of {@link Product#LANES} numbers. Both the values and their gradients may have a border of
 * zeros, so that a convolution over them has no edge to look after.
 */
final class Maps {
  final int channels;
  final int height;
  final int width;

  /** True when what a layer put out was rectified; a gradient that comes back is too. */
  final boolean isRectified;

  final float[] values;
  final float[] gradient;

  private final int border;
  private final int gradientBorder;

  /**
   * Maps full of zeros.
   *
   * @param channels rounded up for the blocks that a product is made of; what is too much stays 0
   * @param border in pixels, of the values
   * @param gradientBorder in pixels
   */
  Maps(int channels, int height, int width, boolean isRectified, int border, int gradientBorder) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.isRectified = isRectified;
    this.border = border;
    this.gradientBorder = gradientBorder;
    int rows = Product.rows(channels);
    values = new float[rows * stride(border)];
    gradient = new float[rows * stride(gradientBorder)];
  }

  private int stride(int around) {
    int area = (height + 2 * around) * (width + 2 * around);
    // An odd number of vectors: channels a power of two apart compete for their places in a cache.
    return (around > 0 ? area | 1 : area) * Product.LANES;
  }

  /** From a channel's values to the next one's. */
  int stride() {
    return stride(border);
  }

  /** From a channel's gradients to the next one's. */
  int gradientStride() {
    return stride(gradientBorder);
  }

  /** Values of an image. */
  int size() {
    return channels * height * width;
  }

  /** Where all channels have their values, one after the other, row by row. */
  int[] allPlaces() {
    return all(places(), stride());
  }

  /** Where all channels have their gradients. */
  int[] allGradientPlaces() {
    return all(gradientPlaces(), gradientStride());
  }

  private int[] all(int[] places, int stride) {
    int[] all = new int[size()];
    Arrays.setAll(all, i -> i / places.length * stride + places[i % places.length]);
    return all;
  }

  /** Where channel 0 has its values, row by row. */
  int[] places() {
    return places(height, width, border, border);
  }

  /** Where channel 0 has its gradients, row by row. */
  int[] gradientPlaces() {
    return places(height, width, gradientBorder, gradientBorder);
  }

  /** Where a window over the values with their border begins that gives so many places. */
  int[] windows(int rows, int columns) {
    return places(rows, columns, 0, border);
  }

  /** Likewise for a window over the gradients. */
  int[] gradientWindows(int rows, int columns) {
    return places(rows, columns, 0, gradientBorder);
  }

  private int[] places(int rows, int columns, int from, int around) {
    int[] places = new int[rows * columns];
    for (int i = 0; i < places.length; i++) {
      int y = i / columns + from;
      int x = i % columns + from;
      places[i] = (y * (width + 2 * around) + x) * Product.LANES;
    }
    return places;
  }

  /** From a window's first value to each of its values, in all channels; row-major. */
  int[] taps(int kernel) {
    return taps(channels, kernel, stride(), width + 2 * border);
  }

  /** Likewise over the gradients. */
  int[] gradientTaps(int kernel) {
    return taps(channels, kernel, gradientStride(), width + 2 * gradientBorder);
  }

  private static int[] taps(int channels, int kernel, int stride, int rowLength) {
    int[] taps = new int[channels * kernel * kernel];
    for (int i = 0; i < taps.length; i++) {
      int x = i % kernel;
      int y = i / kernel % kernel;
      taps[i] = i / (kernel * kernel) * stride + (y * rowLength + x) * Product.LANES;
    }
    return taps;
  }
}
