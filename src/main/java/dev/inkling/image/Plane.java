package dev.inkling.image;

import java.util.Arrays;

/**
 * One number for each pixel, such as its brightness or how far it differs from the paper.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param values row-major; not copied
 */
record Plane(int width, int height, float[] values) {
  private static final int LEVELS = 256;
  private static final int FINE = 4096;
  private static final int EXACT = 2048;

  static Plane blank(int width, int height) {
    return new Plane(width, height, new float[width * height]);
  }

  static Plane of(GreyImage image) {
    return new Plane(image.width(), image.height(), image.ink());
  }

  /** Puts this into another one, its top left corner at (x, y). */
  void copy(Plane into, int x, int y) {
    for (int row = 0; row < height; row++) {
      System.arraycopy(values, row * width, into.values, (y + row) * into.width + x, width);
    }
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  int longerSide() {
    return Math.max(width, height);
  }

  /** As large as this, with other values. */
  Plane with(float[] other) {
    return new Plane(width, height, other);
  }

  /** In another size: areas' means where it shrinks, interpolated where it grows. */
  Plane scaled(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    return newWidth < width ? shrunk(newWidth, newHeight) : grown(newWidth, newHeight);
  }

  /** As many times as large, each side a pixel at least. */
  Plane scaled(double factor) {
    return scaled(
        Math.max(1, (int) Math.round(width * factor)),
        Math.max(1, (int) Math.round(height * factor)));
  }

  private Plane shrunk(int newWidth, int newHeight) {
    GreyImage image = new GreyImage(width, height, values);
    return of(image.resample(image.box(), newWidth, newHeight));
  }

  private Plane grown(int newWidth, int newHeight) {
    float[] result = new float[newWidth * newHeight];
    int[] left = new int[newWidth];
    float[] part = new float[newWidth];
    for (int x = 0; x < newWidth; x++) {
      double at = Math.clamp((x + 0.5) * width / newWidth - 0.5, 0, width - 1);
      left[x] = (int) Math.min(at, Math.max(0, width - 2));
      part[x] = (float) (at - left[x]);
    }
    int right = width > 1 ? 1 : 0;
    int below = height > 1 ? width : 0;
    for (int y = 0; y < newHeight; y++) {
      double at = Math.clamp((y + 0.5) * height / newHeight - 0.5, 0, height - 1);
      int top = (int) Math.min(at, Math.max(0, height - 2));
      float down = (float) (at - top);
      for (int x = 0; x < newWidth; x++) {
        int i = top * width + left[x];
        float upper = values[i] + part[x] * (values[i + right] - values[i]);
        float lower = values[i + below] + part[x] * (values[i + below + right] - values[i + below]);
        result[y * newWidth + x] = upper + down * (lower - upper);
      }
    }
    return new Plane(newWidth, newHeight, result);
  }

  /** Rows as columns. */
  Plane transposed() {
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result[x * height + y] = values[y * width + x];
      }
    }
    return new Plane(height, width, result);
  }

  /** The mean of the square of {@code 2 * radius + 1} pixels around each, as far as it is here. */
  Plane mean(int radius) {
    return with(means(values, radius));
  }

  private float[] means(float[] of, int radius) {
    float[] rows = new float[of.length];
    for (int y = 0; y < height; y++) {
      line(of, y * width, width, radius, rows);
    }
    float[] result = new float[of.length];
    double[] sums = new double[width];
    for (int y = 0; y < Math.min(radius, height); y++) {
      add(rows, y * width, 1, sums);
    }
    for (int y = 0; y < height; y++) {
      if (y + radius < height) {
        add(rows, (y + radius) * width, 1, sums);
      }
      if (y - radius - 1 >= 0) {
        add(rows, (y - radius - 1) * width, -1, sums);
      }
      int count = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
      for (int x = 0; x < width; x++) {
        result[y * width + x] = (float) (sums[x] / count);
      }
    }
    return result;
  }

  private static void add(float[] row, int at, double times, double[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += times * row[at + x];
    }
  }

  private static void line(float[] in, int from, int n, int radius, float[] out) {
    double sum = 0;
    for (int k = 0; k < Math.min(radius, n); k++) {
      sum += in[from + k];
    }
    for (int k = 0; k < n; k++) {
      if (k + radius < n) {
        sum += in[from + k + radius];
      }
      if (k - radius - 1 >= 0) {
        sum -= in[from + k - radius - 1];
      }
      int count = Math.min(n - 1, k + radius) - Math.max(0, k - radius) + 1;
      out[from + k] = (float) (sum / count);
    }
  }

  /**
   * The median of the square around each pixel, to a 256th. Each column has how many of its pixels
   * around the row are at most so bright, and so has the square, from which one column goes and to
   * which one comes at each step (as Perreault, Hébert: Median filtering in constant time, 2007).
   *
   * <p>Values are in 0…1; a square has at most 32,767 pixels.
   */
  Plane median(int radius) {
    int[] levels = new int[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.clamp((int) (values[i] * LEVELS), 0, LEVELS - 1);
    }
    float[] result = new float[values.length];
    short[][] columns = new short[width][LEVELS];
    for (int y = -radius; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (y + radius < height) {
          count(columns[x], levels[(y + radius) * width + x], 1);
        }
        if (y - radius - 1 >= 0) {
          count(columns[x], levels[(y - radius - 1) * width + x], -1);
        }
      }
      if (y >= 0) {
        int rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
        medians(columns, rows, radius, result, y * width);
      }
    }
    return with(result);
  }

  private static void count(short[] atMost, int level, int more) {
    for (int i = level; i < LEVELS; i++) {
      atMost[i] = (short) (atMost[i] + more);
    }
  }

  private void medians(short[][] columns, int rows, int radius, float[] result, int at) {
    short[] square = new short[LEVELS];
    short[] none = new short[LEVELS];
    int level = 0;
    for (int x = -radius; x < width; x++) {
      short[] comes = x + radius < width ? columns[x + radius] : none;
      short[] goes = x - radius - 1 >= 0 ? columns[x - radius - 1] : none;
      for (int i = 0; i < LEVELS; i++) {
        square[i] = (short) (square[i] + comes[i] - goes[i]);
      }
      if (x >= 0) {
        int half = rows * (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1) / 2;
        level = firstAbove(square, half, level);
        result[at + x] = (level + 0.5f) / LEVELS;
      }
    }
  }

  /** The first of ascending numbers that is above another, near to a place where it may be. */
  private static int firstAbove(short[] ascending, int number, int near) {
    int at = near;
    while (at > 0 && ascending[at - 1] > number) {
      at--;
    }
    while (ascending[at] <= number) {
      at++;
    }
    return at;
  }

  /** Counted by turns in two, as one and the same number would wait for itself: paper is alike. */
  private static int[] histogram(float[] values, int count, float least, float scale) {
    int[] histogram = new int[FINE];
    int[] other = new int[FINE];
    int i = 0;
    for (; i + 1 < count; i += 2) {
      histogram[(int) ((values[i] - least) * scale)]++;
      other[(int) ((values[i + 1] - least) * scale)]++;
    }
    if (i < count) {
      histogram[(int) ((values[i] - least) * scale)]++;
    }
    for (int k = 0; k < FINE; k++) {
      histogram[k] += other[k];
    }
    return histogram;
  }

  /**
   * The value that a part of the first {@code count} are below: exact for few, for many to a
   * 4,096th of their range.
   */
  static float quantile(float[] values, int count, double part) {
    if (count == 0) {
      return 0;
    }
    if (count <= EXACT) {
      float[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return sorted[(int) Math.min(count - 1.0, part * count)];
    }
    float least = values[0];
    float most = values[0];
    for (int i = 1; i < count; i++) {
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    if (least == most) {
      return least;
    }
    float scale = (FINE - 1) / (most - least);
    int[] histogram = histogram(values, count, least, scale);
    int at = 0;
    for (long seen = histogram[0]; seen <= part * count && at < FINE - 1; seen += histogram[at]) {
      at++;
    }
    return least + at / scale;
  }
}
