package dev.inkling.kernel;

import java.util.Arrays;

/**
 * What a layer hands to the next for one chunk of images: maps, a value of all images being a
 * vector of {@link Vectors#LANES} numbers. Both the values and their gradients may have a border of
 * zeros, so that a convolution over them has no edge to look after.
 */
final class Maps {
  /** In place of a border: there is no way back, so no room for gradients. */
  static final int NO_GRADIENT = -1;

  final int channels;
  final int height;
  final int width;

  /** True when what a layer put out was rectified; a gradient that comes back is too. */
  final boolean isRectified;

  /** Values and gradients of the present chunk; an array for both, and for those of other maps. */
  float[] values = {};

  float[] gradient = {};

  /** Where the first is in its array. */
  final int firstValue;

  final int firstGradient;

  private final int border;
  private final int gradientBorder;

  /**
   * Maps that are full of zeros in the beginning.
   *
   * @param channels rounded up for the blocks that a product is made of; what is too much stays 0
   * @param border in pixels, of the values
   * @param gradientBorder in pixels, or {@link #NO_GRADIENT}
   */
  Maps(
      Memory.Plan plan,
      int channels,
      int height,
      int width,
      boolean isRectified,
      int border,
      int gradientBorder) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.isRectified = isRectified;
    this.border = border;
    this.gradientBorder = gradientBorder;
    int rows = Product.rows(channels);
    firstValue = plan.take(rows * stride(border) / Vectors.LANES + behind(border));
    boolean isGone = gradientBorder == NO_GRADIENT;
    int vectors = rows * stride(gradientBorder) / Vectors.LANES + behind(gradientBorder);
    firstGradient = plan.take(isGone ? 0 : vectors);
  }

  /** Goes on with a chunk's values and gradients. */
  void use(float[] numbers) {
    values = numbers;
    gradient = numbers;
  }

  /** Numbers behind the last one that a tile's window may read, whatever they are. */
  static int reach(int rowLength) {
    return Transform.TILE * (rowLength + Vectors.LANES);
  }

  private int behind(int around) {
    return reach((width + 2 * around) * Vectors.LANES) / Vectors.LANES;
  }

  private int stride(int around) {
    int area = (height + 2 * around) * (width + 2 * around);
    // An odd number of vectors: channels a power of two apart compete for their places in a cache.
    return (around > 0 ? area | 1 : area) * Vectors.LANES;
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
    return places(height, width, firstValue, border, border);
  }

  /** Where channel 0 has its gradients, row by row. */
  int[] gradientPlaces() {
    return places(height, width, firstGradient, gradientBorder, gradientBorder);
  }

  /** Where a window over the values with their border begins that gives so many places. */
  int[] windows(int rows, int columns) {
    return places(rows, columns, firstValue, 0, border);
  }

  /** Likewise for a window over the gradients. */
  int[] gradientWindows(int rows, int columns) {
    return places(rows, columns, firstGradient, 0, gradientBorder);
  }

  private int[] places(int rows, int columns, int first, int from, int around) {
    int[] places = new int[rows * columns];
    for (int i = 0; i < places.length; i++) {
      int y = i / columns + from;
      int x = i % columns + from;
      places[i] = first + (y * (width + 2 * around) + x) * Vectors.LANES;
    }
    return places;
  }

  /** The values without their border. */
  Winograd.Grid grid() {
    return grid(firstValue, border, border);
  }

  /** The values from the border's corner on, where the first window begins. */
  Winograd.Grid windowGrid() {
    return grid(firstValue, border, 0);
  }

  /** Likewise the gradients. */
  Winograd.Grid gradientGrid() {
    return grid(firstGradient, gradientBorder, gradientBorder);
  }

  /** Likewise, where the first window begins. */
  Winograd.Grid gradientWindowGrid() {
    return grid(firstGradient, gradientBorder, 0);
  }

  private Winograd.Grid grid(int first, int around, int from) {
    int row = (width + 2 * around) * Vectors.LANES;
    int at = first + from * (row + Vectors.LANES);
    return new Winograd.Grid(at, row, stride(around), height, width);
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
      taps[i] = i / (kernel * kernel) * stride + (y * rowLength + x) * Vectors.LANES;
    }
    return taps;
  }

  /** True for places of the values' border. */
  boolean isBorder(int at) {
    return isBorder((at - firstValue) % stride(), border);
  }

  /** True for places of the gradients' border. */
  boolean isGradientBorder(int at) {
    return isBorder((at - firstGradient) % gradientStride(), gradientBorder);
  }

  private boolean isBorder(int at, int around) {
    int y = at / Vectors.LANES / (width + 2 * around) - around;
    int x = at / Vectors.LANES % (width + 2 * around) - around;
    return y < 0 || y >= height || x < 0 || x >= width;
  }
}
