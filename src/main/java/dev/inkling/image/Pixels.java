package dev.inkling.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * A picture's pixels, by the quickest way to them: their mean brightness in squares, which are
 * whole but at the right and below.
 */
abstract sealed class Pixels {
  /** What all colours count together, in thousandths. */
  private static final int ALL = 1000;

  private static final int FULL = 0xff;

  final BufferedImage picture;

  private Pixels(BufferedImage picture) {
    this.picture = picture;
  }

  /** The quickest way to the pixels of a picture. */
  static Pixels of(BufferedImage picture) {
    boolean isGrey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (isGrey) {
      return new Greys(picture);
    }
    return picture.getType() == BufferedImage.TYPE_3BYTE_BGR
        ? new Bytes(picture)
        : new Any(picture);
  }

  /** True when there may be pixels that one sees through. */
  boolean isTransparent() {
    return picture.getColorModel().hasAlpha();
  }

  /**
   * Mean brightness in squares, 0…1.
   *
   * @param colours how much red, green and blue count, 1,000 together
   * @param factor side of a square, in pixels
   */
  Plane brightness(int[] colours, int factor) {
    return means((y, columns) -> add(y, colours, columns), ALL, factor);
  }

  /** Mean opaqueness in squares, 0…1, where there may be a transparent pixel. */
  Plane alpha(int factor) {
    return means(this::addAlpha, 1, factor);
  }

  /** Adds what a row's pixels have to the sums of their columns. */
  private interface Row {
    void add(int y, long[] columns);
  }

  private Plane means(Row rows, int all, int factor) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    Plane means = Plane.blank(Math.ceilDiv(width, factor), Math.ceilDiv(height, factor));
    long[] columns = new long[width];
    for (int y = 0; y < means.height(); y++) {
      Arrays.fill(columns, 0);
      int bottom = Math.min(height, (y + 1) * factor);
      for (int row = y * factor; row < bottom; row++) {
        rows.add(row, columns);
      }
      float full = (float) all * FULL * (bottom - y * factor);
      means(columns, factor, full, means.values(), y * means.width());
    }
    return means;
  }

  /** The means of so many columns each; the last of them may be fewer. */
  private static void means(long[] columns, int factor, float full, float[] means, int at) {
    int whole = columns.length / factor;
    for (int x = 0; x < whole; x++) {
      means[at + x] = sum(columns, x * factor, (x + 1) * factor) / (full * factor);
    }
    int rest = columns.length - whole * factor;
    if (rest > 0) {
      means[at + whole] = sum(columns, whole * factor, columns.length) / (full * rest);
    }
  }

  private static long sum(long[] values, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Adds a row's brightness. */
  abstract void add(int y, int[] colours, long[] columns);

  /** Adds a row's opaqueness. */
  abstract void addAlpha(int y, long[] columns);

  /** As Java gives them. */
  private static final class Any extends Pixels {
    private final int[] row;

    Any(BufferedImage picture) {
      super(picture);
      row = new int[picture.getWidth()];
    }

    @Override
    void add(int y, int[] colours, long[] columns) {
      read(y);
      for (int x = 0; x < row.length; x++) {
        columns[x] +=
            colours[0] * (row[x] >> 16 & FULL)
                + colours[1] * (row[x] >> 8 & FULL)
                + colours[2] * (row[x] & FULL);
      }
    }

    @Override
    void addAlpha(int y, long[] columns) {
      read(y);
      for (int x = 0; x < row.length; x++) {
        columns[x] += row[x] >>> 24;
      }
    }

    private void read(int y) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
    }
  }

  /** As they are stored: Java takes greys for linear light and would brighten them. */
  private static final class Greys extends Pixels {
    private final int shift;
    private final int[] row;

    /** One, or two with the opaqueness. */
    private final int bands;

    Greys(BufferedImage picture) {
      super(picture);
      shift = picture.getColorModel().getComponentSize(0) - 8;
      bands = picture.getRaster().getNumBands();
      row = new int[bands * picture.getWidth()];
    }

    @Override
    void add(int y, int[] colours, long[] columns) {
      read(y);
      for (int x = 0; x < columns.length; x++) {
        int grey = row[x * bands] >> shift;
        columns[x] += (long) ALL * grey;
      }
    }

    @Override
    void addAlpha(int y, long[] columns) {
      read(y);
      for (int x = 0; x < columns.length; x++) {
        columns[x] += row[x * bands + 1] >> shift;
      }
    }

    private void read(int y) {
      Raster raster = picture.getRaster();
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, picture.getWidth(), 1, row);
    }
  }

  /** Blue, green and red in a byte each, which is what JPEG decoders give. */
  private static final class Bytes extends Pixels {
    private final byte[] bytes;
    private final int first;
    private final int stride;

    Bytes(BufferedImage picture) {
      super(picture);
      Raster raster = picture.getRaster();
      bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
      stride = ((ComponentSampleModel) raster.getSampleModel()).getScanlineStride();
      first = -raster.getSampleModelTranslateY() * stride - 3 * raster.getSampleModelTranslateX();
    }

    @Override
    void add(int y, int[] colours, long[] columns) {
      int red = colours[0];
      int green = colours[1];
      int blue = colours[2];
      int at = first + y * stride;
      for (int x = 0; x < columns.length; x++, at += 3) {
        columns[x] +=
            red * (bytes[at + 2] & FULL)
                + green * (bytes[at + 1] & FULL)
                + blue * (bytes[at] & FULL);
      }
    }

    @Override
    void addAlpha(int y, long[] columns) {
      throw new IllegalStateException("all of it is opaque");
    }
  }
}
