package dev.inkling.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
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
    if (Bytes.are(picture)) {
      return new Bytes(picture);
    }
    return isGrey(picture) ? new Greys(picture) : new Any(picture);
  }

  /** Whether a picture's pixels are colours of a byte each, in whatever order. */
  static boolean areColours(BufferedImage picture) {
    return Bytes.are(picture) && !isGrey(picture);
  }

  private static boolean isGrey(BufferedImage picture) {
    return picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** True when there may be pixels that one sees through. */
  boolean isTransparent() {
    return picture.getColorModel().hasAlpha();
  }

  /** The side of squares that make the longer side so many pixels at most. */
  int factor(int most) {
    return Math.ceilDiv(Math.max(picture.getWidth(), picture.getHeight()), most);
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

  /** Likewise, where they lie on the border; 0 within it. */
  Plane rim(int[] colours, int factor) {
    int width = Math.ceilDiv(picture.getWidth(), factor);
    int height = Math.ceilDiv(picture.getHeight(), factor);
    Plane rim = Plane.blank(width, height);
    for (int y : new int[] {0, height - 1}) {
      part(0, y, width, 1, factor).brightness(colours, factor).copy(rim, 0, y);
    }
    for (int x : new int[] {0, width - 1}) {
      part(x, 0, 1, height, factor).brightness(colours, factor).copy(rim, x, 0);
    }
    return rim;
  }

  /** So many squares of the picture. */
  private Pixels part(int x, int y, int width, int height, int factor) {
    int left = x * factor;
    int top = y * factor;
    int right = Math.min(picture.getWidth(), left + width * factor);
    int bottom = Math.min(picture.getHeight(), top + height * factor);
    return of(picture.getSubimage(left, top, right - left, bottom - top));
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
    if (factor == 1) {
      for (int x = 0; x < columns.length; x++) {
        means[at + x] = columns[x] / full;
      }
      return;
    }
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

  /** Greys or colours in a byte each, side by side: what most decoders give. */
  private static final class Bytes extends Pixels {
    private final byte[] bytes;
    private final int stride;

    /** From a pixel to the next. */
    private final int step;

    /** Where each band of the first pixel is. */
    private final int[] first;

    Bytes(BufferedImage picture) {
      super(picture);
      Raster raster = picture.getRaster();
      ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
      bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
      stride = model.getScanlineStride();
      step = model.getPixelStride();
      int corner = -raster.getSampleModelTranslateY() * stride;
      int left = corner - raster.getSampleModelTranslateX() * step;
      first = Arrays.stream(model.getBandOffsets()).map(band -> left + band).toArray();
    }

    /** Whether a picture's pixels are such, of a usual colour space. */
    static boolean are(BufferedImage picture) {
      ColorModel colours = picture.getColorModel();
      return colours instanceof ComponentColorModel
          && !colours.isAlphaPremultiplied()
          && colours.getComponentSize(0) == Byte.SIZE
          && (isGrey(picture) || colours.getColorSpace().isCS_sRGB())
          && picture.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel
          && picture.getRaster().getDataBuffer() instanceof DataBufferByte;
    }

    @Override
    void add(int y, int[] colours, long[] columns) {
      int ofRed = colours[0];
      int ofGreen = colours[1];
      int ofBlue = colours[2];
      int last = picture.getColorModel().getNumColorComponents() - 1;
      int red = first[0] + y * stride;
      int green = first[last / 2] + y * stride;
      int blue = first[last] + y * stride;
      for (int x = 0, at = 0; x < columns.length; x++, at += step) {
        columns[x] +=
            ofRed * (bytes[red + at] & FULL)
                + ofGreen * (bytes[green + at] & FULL)
                + ofBlue * (bytes[blue + at] & FULL);
      }
    }

    @Override
    void addAlpha(int y, long[] columns) {
      int from = first[first.length - 1] + y * stride;
      for (int x = 0; x < columns.length; x++) {
        columns[x] += bytes[from + x * step] & FULL;
      }
    }
  }
}
