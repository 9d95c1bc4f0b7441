package dev.inkling.data;

import dev.inkling.image.GreyImage;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Raster;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A digit or a mark, to be put into a line.
 *
 * @param image of its ink alone
 * @param top how far its uppermost ink is below the top of the line's digits, in their heights
 * @param unit the height of a digit, in the image's pixels
 */
record LineGlyph(GreyImage image, double top, double unit) {
  /** Side of a drawing's raster: a digit is then about as high as in the line. */
  private static final int RASTER = 46;

  /** Height and width that MNIST fits its digits into. */
  private static final double FITTED = 20;

  /** An image of a data set, as high as it is there. */
  static LineGlyph of(Digits digits, int i) {
    GreyImage image = digits.image(i);
    Box box = Objects.requireNonNullElseGet(image.inkBox(), image::box);
    double top = 0.5 - box.height() / (2 * FITTED);
    return new LineGlyph(image.crop(box), top, FITTED);
  }

  /** What a hand writes; null when it is too small to be seen. */
  static @Nullable LineGlyph of(Hand hand, List<List<Point>> form) {
    GreyImage image = Raster.of(hand.write(form), RASTER);
    Box box = image.inkBox();
    if (box == null) {
      return null;
    }
    double scale = (double) RASTER / Drawing.SIZE;
    double unit = hand.height() * scale;
    return new LineGlyph(image.crop(box), (box.y() - hand.top() * scale) / unit, unit);
  }

  /**
   * Its ink in a line.
   *
   * @param height of the line's digits, in the line's pixels
   * @param from the row where they begin
   * @param aspect how much wider than it is written
   * @param slant how far its top is to the right of its foot, in heights
   * @param rows of the line
   * @return all rows, and at least as many columns as have ink
   */
  GreyImage in(double height, double from, double aspect, double slant, int rows) {
    double across = height * aspect / unit; // the line's pixels for one of the image
    double margin = Math.abs(slant) * height + 1;
    int width = (int) Math.ceil(image.width() * across + 2 * margin);
    int parts = unit > 1.3 * height ? 2 : 1; // or thin lines would fall between the pixels
    float[] ink = new float[width * rows];
    for (int y = 0; y < rows * parts; y++) {
      double v = ((y + 0.5) / parts - from) / height;
      double sourceY = (v - top) * unit - 0.5;
      if (sourceY > -1 && sourceY < image.height()) {
        double left = margin + slant * (0.5 - v) * height;
        for (int x = 0; x < width * parts; x++) {
          double sourceX = ((x + 0.5) / parts - left) / across - 0.5;
          ink[y / parts * width + x / parts] += image.between(sourceX, sourceY) / (parts * parts);
        }
      }
    }
    return new GreyImage(width, rows, ink);
  }
}
