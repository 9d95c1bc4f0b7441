package dev.inkling.ui.kit;

import dev.inkling.image.GreyImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Ink as images of JavaFX. */
public final class InkImages {
  private InkImages() {}

  /**
   * Ink in a colour, paper transparent.
   *
   * @param zoom screen pixels for each pixel, in each direction; JavaFX itself would blur them
   */
  public static Image of(GreyImage ink, Color color, int zoom) {
    int width = ink.width() * zoom;
    int height = ink.height() * zoom;
    int rgb =
        channel(color.getRed()) << 16 | channel(color.getGreen()) << 8 | channel(color.getBlue());
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = channel(ink.at(x / zoom, y / zoom)) << 24 | rgb;
      }
    }
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return image;
  }

  private static int channel(double value) {
    return (int) Math.round(value * 255);
  }
}
