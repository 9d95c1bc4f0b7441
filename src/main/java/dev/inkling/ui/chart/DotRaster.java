package dev.inkling.ui.chart;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Many small dots with soft edges, drawn into the pixels of an image. */
final class DotRaster {
  private final int columns;
  private final int rows;

  /** Premultiplied 0xAARRGGBB, row-major. */
  private final int[] pixels;

  /** Nothing is drawn yet; at least one pixel. */
  DotRaster(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    pixels = new int[columns * rows];
  }

  /**
   * Draws a dot above the others; what lies outside of the image is left out.
   *
   * @param x pixels from the image's left edge to the middle
   * @param y pixels from its top
   * @param radius in pixels
   * @param argb 0xAARRGGBB, not premultiplied
   */
  void dot(double x, double y, float radius, int argb) {
    int left = Math.max(0, (int) Math.floor(x - radius - 1));
    int right = Math.min(columns - 1, (int) Math.ceil(x + radius));
    int top = Math.max(0, (int) Math.floor(y - radius - 1));
    int bottom = Math.min(rows - 1, (int) Math.ceil(y + radius));
    for (int row = top; row <= bottom; row++) {
      float down = (float) (row + 0.5 - y);
      for (int column = left; column <= right; column++) {
        float across = (float) (column + 0.5 - x);
        float covered = radius + 0.5f - (float) Math.sqrt(across * across + down * down);
        if (covered > 0) {
          int at = row * columns + column;
          pixels[at] = over(pixels[at], argb, Math.min(1, covered));
        }
      }
    }
  }

  /** A colour that covers a part of a pixel, above what was there. */
  private static int over(int below, int argb, float covered) {
    float alpha = (argb >>> 24) / 255f * covered;
    int result = Math.round(255 * alpha + (below >>> 24) * (1 - alpha)) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      float mixed = (argb >>> shift & 0xff) * alpha + (below >>> shift & 0xff) * (1 - alpha);
      result |= Math.round(mixed) << shift;
    }
    return result;
  }

  /** A pixel as it is now: premultiplied 0xAARRGGBB. */
  int pixel(int column, int row) {
    return pixels[row * columns + column];
  }

  /** What was drawn. */
  Image image() {
    WritableImage image = new WritableImage(columns, rows);
    image
        .getPixelWriter()
        .setPixels(0, 0, columns, rows, PixelFormat.getIntArgbPreInstance(), pixels, 0, columns);
    return image;
  }
}
