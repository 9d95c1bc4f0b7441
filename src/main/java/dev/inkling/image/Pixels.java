package dev.inkling.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** A picture's pixels as ARGB, row by row. */
abstract sealed class Pixels {
  /** The quickest way to the pixels of a picture. */
  static Pixels of(BufferedImage picture) {
    boolean isGrey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (isGrey) {
      return new Greys(picture);
    }
    return picture.getType() == BufferedImage.TYPE_3BYTE_BGR
        ? new Bytes(picture.getRaster())
        : new Any(picture);
  }

  /** Reads a row, as wide as the picture. */
  abstract void row(int y, int[] argb);

  /** As Java gives them. */
  private static final class Any extends Pixels {
    private final BufferedImage picture;

    Any(BufferedImage picture) {
      this.picture = picture;
    }

    @Override
    void row(int y, int[] argb) {
      picture.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
    }
  }

  /** As they are stored: Java takes greys for linear light and would brighten them. */
  private static final class Greys extends Pixels {
    private final Raster raster;
    private final int shift;

    Greys(BufferedImage picture) {
      raster = picture.getRaster();
      shift = picture.getColorModel().getComponentSize(0) - 8;
    }

    @Override
    void row(int y, int[] argb) {
      int bands = raster.getNumBands();
      int[] samples =
          raster.getPixels(raster.getMinX(), raster.getMinY() + y, argb.length, 1, (int[]) null);
      for (int x = 0; x < argb.length; x++) {
        int alpha = bands == 1 ? 0xff : samples[x * bands + 1] >> shift;
        argb[x] = alpha << 24 | (samples[x * bands] >> shift) * 0x010101;
      }
    }
  }

  /** Blue, green and red in a byte each, which is what JPEG decoders give. */
  private static final class Bytes extends Pixels {
    private final byte[] bytes;
    private final int first;
    private final int stride;

    Bytes(Raster raster) {
      bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
      stride = ((ComponentSampleModel) raster.getSampleModel()).getScanlineStride();
      first = -raster.getSampleModelTranslateY() * stride - 3 * raster.getSampleModelTranslateX();
    }

    @Override
    void row(int y, int[] argb) {
      int at = first + y * stride;
      for (int x = 0; x < argb.length; x++, at += 3) {
        argb[x] =
            0xff000000
                | ((bytes[at + 2] & 0xff) << 16)
                | ((bytes[at + 1] & 0xff) << 8)
                | (bytes[at] & 0xff);
      }
    }
  }
}
