package dev.inkling.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Pictures of any depth and colour space as Java's usual ones of 8 bits. Java itself takes greys
 * and mixed inks for linear light, brightens them and makes grey of black; and it asks for every
 * single pixel's colour by way of a profile, which takes seconds.
 */
final class EightBits {
  private EightBits() {}

  /** The picture itself where it is one of the usual kinds, or else a copy in sRGB with alpha. */
  static BufferedImage of(BufferedImage picture) {
    boolean isUsual =
        Pixels.areColours(picture)
            || (picture.getType() != BufferedImage.TYPE_CUSTOM
                && picture.getType() != BufferedImage.TYPE_USHORT_GRAY);
    return isUsual || picture.getColorModel() instanceof IndexColorModel ? picture : copy(picture);
  }

  private static BufferedImage copy(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      line(picture, y, line);
      copy.setRGB(0, y, width, 1, line, 0, width);
    }
    return copy;
  }

  private static void line(BufferedImage picture, int y, int[] argb) {
    ColorModel model = picture.getColorModel();
    int colours = model.getNumColorComponents();
    int space = model.getColorSpace().getType();
    boolean isKnown =
        space == ColorSpace.TYPE_GRAY
            || space == ColorSpace.TYPE_RGB
            || space == ColorSpace.TYPE_CMYK;
    if (!isKnown || model.isAlphaPremultiplied()) {
      picture.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
      return;
    }
    Raster raster = picture.getRaster();
    int bands = raster.getNumBands();
    double[] samples = raster.getPixels(0, y, argb.length, 1, (double[]) null);
    double full = full(model);
    double[] colour = new double[bands];
    for (int x = 0; x < argb.length; x++) {
      for (int band = 0; band < bands; band++) {
        double sample = samples[x * bands + band];
        // Java knows no whole numbers of 32 bits without a sign.
        colour[band] = Math.clamp((sample < 0 ? sample + 0x1p32 : sample) / full, 0, 1);
      }
      argb[x] = argb(colour, colours, bands > colours ? colour[colours] : 1);
    }
  }

  /** The sample of full light or full ink. */
  private static double full(ColorModel model) {
    int type = model.getTransferType();
    return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE
        ? 1
        : Math.scalb(1.0, model.getComponentSize(0)) - 1;
  }

  private static int argb(double[] colour, int colours, double alpha) {
    return switch (colours) {
      case 1 -> argb(alpha, colour[0], colour[0], colour[0]);
      case 3 -> argb(alpha, colour[0], colour[1], colour[2]);
      default -> argb(alpha, mixed(colour, 0), mixed(colour, 1), mixed(colour, 2));
    };
  }

  /** The light that one of three inks and black let through. */
  private static double mixed(double[] inks, int ink) {
    return (1 - inks[ink]) * (1 - inks[3]);
  }

  private static int argb(double alpha, double red, double green, double blue) {
    return level(alpha) << 24 | level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(double value) {
    return (int) Math.round(255 * value);
  }
}
