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

  private Plane shrunk(int newWidth, int newHeight) {
    GreyImage image = new GreyImage(width, height, values);
    return new Plane(newWidth, newHeight, image.resample(image.box(), newWidth, newHeight).ink());
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
      line(of, y * width, 1, width, radius, rows);
    }
    float[] result = new float[of.length];
    for (int x = 0; x < width; x++) {
      line(rows, x, width, height, radius, result);
    }
    return result;
  }

  private static void line(float[] in, int from, int step, int n, int radius, float[] out) {
    double sum = 0;
    for (int k = 0; k < Math.min(radius, n); k++) {
      sum += in[from + k * step];
    }
    for (int k = 0; k < n; k++) {
      if (k + radius < n) {
        sum += in[from + (k + radius) * step];
      }
      if (k - radius - 1 >= 0) {
        sum -= in[from + (k - radius - 1) * step];
      }
      int count = Math.min(n - 1, k + radius) - Math.max(0, k - radius) + 1;
      out[from + k * step] = (float) (sum / count);
    }
  }

  /**
   * The median of the square around each pixel, to a 256th (Huang, Yang, Tang: A fast
   * two-dimensional median filtering algorithm, 1979).
   *
   * <p>Values are in 0…1.
   */
  Plane median(int radius) {
    int[] levels = new int[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.clamp((int) (values[i] * LEVELS), 0, LEVELS - 1);
    }
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++) {
      int[] histogram = new int[LEVELS];
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height - 1, y + radius);
      int count = 0;
      for (int x = -radius; x < width; x++) {
        int in = x + radius;
        int out = x - radius - 1;
        for (int row = top; row <= bottom; row++) {
          if (in < width && in >= 0) {
            histogram[levels[row * width + in]]++;
            count++;
          }
          if (out >= 0) {
            histogram[levels[row * width + out]]--;
            count--;
          }
        }
        if (x >= 0) {
          int half = count / 2;
          int level = 0;
          for (int seen = histogram[0]; seen <= half; seen += histogram[level]) {
            level++;
          }
          result[y * width + x] = (level + 0.5f) / LEVELS;
        }
      }
    }
    return with(result);
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
    int[] histogram = new int[FINE];
    float scale = (FINE - 1) / (most - least);
    for (int i = 0; i < count; i++) {
      histogram[(int) ((values[i] - least) * scale)]++;
    }
    int at = 0;
    for (long seen = histogram[0]; seen <= part * count && at < FINE - 1; seen += histogram[at]) {
      at++;
    }
    return least + at / scale;
  }
}
