package dev.inkling.image;

import org.jspecify.annotations.Nullable;

/**
 * Ink on paper. Row-major, {@code ink[y * width + x]}, 0 is blank paper and 1 full ink, as MNIST
 * has it (bright digit on black).
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param ink {@code width * height} values in 0…1; not copied, so treat it as read-only
 */
public record GreyImage(int width, int height, float[] ink) {
  /** Half a grey level of 255: what the eraser's soft rim may leave, and nobody sees. */
  private static final float INVISIBLE = 0.5f / 255;

  public GreyImage {
    if (width < 1 || height < 1 || ink.length != width * height) {
      throw new IllegalArgumentException(width + "x" + height + " with " + ink.length);
    }
  }

  /** A blank image. */
  public static GreyImage blank(int width, int height) {
    return new GreyImage(width, height, new float[width * height]);
  }

  /** The ink at a pixel, 0…1. */
  public float at(int x, int y) {
    return ink[y * width + x];
  }

  /** Writes the ink, row-major, from {@code at} on. */
  public void write(float[] out, int at) {
    System.arraycopy(ink, 0, out, at, ink.length);
  }

  /** The ink between pixels, interpolated from the four around; beside the image is paper. */
  public float between(double x, double y) {
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    double a = x - i;
    double b = y - j;
    double top = (1 - a) * orPaper(i, j) + a * orPaper(i + 1, j);
    double bottom = (1 - a) * orPaper(i, j + 1) + a * orPaper(i + 1, j + 1);
    return (float) ((1 - b) * top + b * bottom);
  }

  /** The ink at a pixel; beside the image is paper. */
  public float orPaper(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : at(x, y);
  }

  /** The smallest box that holds all ink that can be seen, or null on blank paper. */
  public @Nullable Box inkBox() {
    int top = 0;
    while (top < height && isRowBlank(top)) {
      top++;
    }
    if (top == height) {
      return null;
    }
    int bottom = height;
    while (isRowBlank(bottom - 1)) {
      bottom--;
    }
    int left = width;
    int right = 0;
    for (int y = top; y < bottom; y++) {
      // Only what would make the box wider is looked at.
      int x = 0;
      while (x < left && isBlank(x, y)) {
        x++;
      }
      left = x;
      x = width;
      while (x > right && isBlank(x - 1, y)) {
        x--;
      }
      right = x;
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private boolean isRowBlank(int y) {
    int end = (y + 1) * width;
    int at = y * width;
    while (at < end && !(ink[at] > INVISIBLE)) {
      at++;
    }
    return at == end;
  }

  private boolean isBlank(int x, int y) {
    return !(at(x, y) > INVISIBLE);
  }

  /** The sum of all ink. */
  public double mass() {
    double mass = 0;
    for (float here : ink) {
      mass += here;
    }
    return mass;
  }

  /** All of this image. */
  public Box box() {
    return new Box(0, 0, width, height);
  }

  /** A box of this image, pixel by pixel. */
  public GreyImage crop(Box box) {
    if (box.equals(box())) {
      return this;
    }
    float[] result = new float[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      int from = (box.y() + y) * width + box.x();
      System.arraycopy(ink, from, result, y * box.width(), box.width());
    }
    return new GreyImage(box.width(), box.height(), result);
  }

  /**
   * A box of this image brought to another size: each new pixel is the mean of the area it covers
   * (a box filter), so that whole factors up and down again give back the same pixels.
   */
  public GreyImage resample(Box box, int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height && box.equals(box())) {
      return this;
    }
    Resampling across = new Resampling(box.width(), newWidth);
    Resampling down = new Resampling(box.height(), newHeight);
    float[] rows = new float[newWidth * box.height()];
    for (int y = 0; y < box.height(); y++) {
      across.line(ink, (box.y() + y) * width + box.x(), rows, y * newWidth);
    }
    return new GreyImage(newWidth, newHeight, down.rows(rows, newWidth));
  }

  /**
   * This image under a Gaussian blur; beside it is paper.
   *
   * @param sigma its standard deviation in pixels, above 0
   */
  public GreyImage blurred(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] weights = new float[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) sum;
    }
    return weighed(weights, 1, 0).weighed(weights, 0, 1);
  }

  /** Each pixel the weighted sum of those in a line through it. */
  private GreyImage weighed(float[] weights, int right, int down) {
    int reach = weights.length / 2;
    float[] result = new float[ink.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * orPaper(x + right * (i - reach), y + down * (i - reach));
        }
        result[y * width + x] = sum;
      }
    }
    return new GreyImage(width, height, result);
  }

  /** This image with another one put on it, its top left corner at (x, y); the rest is cut. */
  public GreyImage with(GreyImage other, int x, int y) {
    GreyImage result = new GreyImage(width, height, ink.clone());
    result.put(other, x, y);
    return result;
  }

  /** Puts another image on this one, which nobody else has yet. */
  void put(GreyImage other, int x, int y) {
    for (int row = Math.max(0, -y); row < Math.min(other.height, height - y); row++) {
      for (int column = Math.max(0, -x); column < Math.min(other.width, width - x); column++) {
        int at = (y + row) * width + x + column;
        float its = other.at(column, row);
        if (its > ink[at]) {
          ink[at] = its;
        }
      }
    }
  }

  /** A rectangle of whole pixels. */
  public record Box(int x, int y, int width, int height) {
    /** The longer side, in pixels. */
    public int longerSide() {
      return Math.max(width, height);
    }

    /** The first column to the right of it. */
    public int right() {
      return x + width;
    }

    /** The first row below it. */
    public int bottom() {
      return y + height;
    }

    /** True when a place is in it. */
    public boolean contains(double left, double top) {
      return left >= x && left < right() && top >= y && top < bottom();
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
      int left = Math.min(x, other.x);
      int top = Math.min(y, other.y);
      return new Box(
          left,
          top,
          Math.max(right(), other.right()) - left,
          Math.max(bottom(), other.bottom()) - top);
    }

    /** Columns that both have; below 0 it is the gap between them. */
    public int sharedColumns(Box other) {
      return Math.min(right(), other.right()) - Math.max(x, other.x);
    }

    /** Rows that both have; below 0 it is the gap between them. */
    public int sharedRows(Box other) {
      return Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    }
  }
}
