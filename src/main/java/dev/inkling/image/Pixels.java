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
  /** Of 1,000, what all of a colour counts. */
  private static final float ALL = 1000;

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
   * @param weights of red, green and blue, which add up to 1,000
   * @param factor side of a square, at most 92 pixels
   */
  Plane means(int[] weights, int factor) {
    return means(factor, ALL, (y, sums) -> add(y, weights, factor, sums));
  }

  /** Mean opaqueness in squares, 0…1. */
  Plane alpha(int factor) {
    return means(factor, 1, (y, sums) -> addAlpha(y, factor, sums));
  }

  private interface Row {
    void add(int y, int[] sums);
  }

  private Plane means(int factor, float all, Row row) {
    int w = Math.ceilDiv(picture.getWidth(), factor);
    int h = Math.ceilDiv(picture.getHeight(), factor);
    Plane means = Plane.blank(w, h);
    int[] sums = new int[w];
    for (int y = 0; y < h; y++) {
      Arrays.fill(sums, 0);
      int bottom = Math.min(picture.getHeight(), (y + 1) * factor);
      for (int from = y * factor; from < bottom; from++) {
        row.add(from, sums);
      }
      for (int x = 0; x < w; x++) {
        int columns = Math.min(picture.getWidth(), (x + 1) * factor) - x * factor;
        means.values()[y * w + x] = sums[x] / (all * FULL * columns * (bottom - y * factor));
      }
    }
    return means;
  }

  /** Adds a row's brightness to the sums of its squares. */
  abstract void add(int y, int[] weights, int factor, int[] sums);

  /** Likewise, its opaqueness, where there is a transparent pixel. */
  abstract void addAlpha(int y, int factor, int[] sums);

  /** As Java gives them. */
  private static final class Any extends Pixels {
    private final int[] row;

    Any(BufferedImage picture) {
      super(picture);
      row = new int[picture.getWidth()];
    }

    @Override
    void add(int y, int[] weights, int factor, int[] sums) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int pixel = row[x];
        sums[x / factor] +=
            weights[0] * (pixel >> 16 & FULL)
                + weights[1] * (pixel >> 8 & FULL)
                + weights[2] * (pixel & FULL);
      }
    }

    @Override
    void addAlpha(int y, int factor, int[] sums) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        sums[x / factor] += row[x] >>> 24;
      }
    }
  }

  /** As they are stored: Java takes greys for linear light and would brighten them. */
  private static final class Greys extends Pixels {
    private final int shift;
    private final int bands;
    private final int[] row;

    Greys(BufferedImage picture) {
      super(picture);
      shift = picture.getColorModel().getComponentSize(0) - 8;
      bands = picture.getRaster().getNumBands();
      row = new int[bands * picture.getWidth()];
    }

    @Override
    void add(int y, int[] weights, int factor, int[] sums) {
      read(y);
      for (int x = 0; x < row.length / bands; x++) {
        sums[x / factor] += (int) ALL * (row[x * bands] >> shift);
      }
    }

    @Override
    void addAlpha(int y, int factor, int[] sums) {
      read(y);
      for (int x = 0; x < row.length / bands; x++) {
        sums[x / factor] += row[x * bands + bands - 1] >> shift;
      }
    }

    private void read(int y) {
      Raster raster = picture.getRaster();
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, row.length / bands, 1, row);
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
    void add(int y, int[] weights, int factor, int[] sums) {
      int red = weights[0];
      int green = weights[1];
      int blue = weights[2];
      int at = first + y * stride;
      int end = at + 3 * picture.getWidth();
      for (int square = 0; square < sums.length; square++) {
        int sum = 0;
        for (int to = Math.min(end, at + 3 * factor); at < to; at += 3) {
          sum +=
              red * (bytes[at + 2] & FULL)
                  + green * (bytes[at + 1] & FULL)
                  + blue * (bytes[at] & FULL);
        }
        sums[square] += sum;
      }
    }

    @Override
    void addAlpha(int y, int factor, int[] sums) {
      throw new IllegalStateException("all of it is opaque");
    }
  }
}
