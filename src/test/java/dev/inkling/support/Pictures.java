package dev.inkling.support;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import dev.inkling.ink.Stroke;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of a digit, as cameras, scanners and drawing programs make them. */
public final class Pictures {
  /** A seven with a bar: it is like none of its mirror images. */
  public static final Drawing SEVEN =
      new Drawing(
          List.of(
              line(new Point(70, 60), new Point(200, 60), new Point(200, 62), new Point(120, 230)),
              line(new Point(110, 140), new Point(180, 150))));

  private Pictures() {}

  private static Stroke line(Point... points) {
    return new Stroke(List.of(points), 20, false);
  }

  /** The seven in another size. */
  public static GreyImage seven(int side) {
    return Raster.of(SEVEN, side);
  }

  /** A file of the seven, with the folders that it is in. */
  public static Path seven(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write(stored(seven(60)), "png", file);
  }

  /** The colour of a pixel, as ARGB. */
  public interface Colour {
    int at(int x, int y);
  }

  /** A picture, pixel by pixel. */
  public static BufferedImage picture(int type, int width, int height, Colour colour) {
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, colour.at(x, y));
      }
    }
    return picture;
  }

  /** An opaque grey. */
  public static int grey(double light) {
    int v = (int) Math.round(Math.clamp(light, 0, 1) * 255);
    return 0xff000000 | v << 16 | v << 8 | v;
  }

  /** A greyscale picture that stores an image's ink as it is: bright digit, black paper. */
  public static BufferedImage stored(GreyImage ink) {
    BufferedImage picture =
        new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        picture.getRaster().setSample(x, y, 0, Math.round(ink.at(x, y) * 255));
      }
    }
    return picture;
  }

  /** Writes a picture file. */
  public static Path write(BufferedImage picture, String format, Path file) {
    try {
      if (!ImageIO.write(picture, format, file.toFile())) {
        throw new IllegalArgumentException(format);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How alike two framed images are: the cosine between them, 1 for the same, at the best of the
   * shifts by a pixel that rounding may cause.
   */
  public static double likeness(GreyImage a, GreyImage b) {
    double best = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        GreyImage moved = GreyImage.blank(a.width(), a.height()).with(a, dx, dy);
        best = Math.max(best, product(moved, b) / Math.sqrt(product(a, a) * product(b, b)));
      }
    }
    return best;
  }

  private static double product(GreyImage a, GreyImage b) {
    double product = 0;
    for (int i = 0; i < a.ink().length; i++) {
      product += a.ink()[i] * b.ink()[i];
    }
    return product;
  }

  /** An image brought to another size. */
  public static GreyImage scaled(GreyImage image, int width, int height) {
    return image.resample(new Box(0, 0, image.width(), image.height()), width, height);
  }
}
