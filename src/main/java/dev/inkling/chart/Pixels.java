package dev.inkling.chart;

import dev.inkling.file.PngFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Pictures of which {@link Painter#pictures} draws several. */
final class Pixels {
  private Pixels() {}

  /**
   * One of several pictures.
   *
   * @param index of the picture
   * @param argb pixels of all pictures, of equal size, one after the other
   */
  static BufferedImage image(int index, int count, int columns, int[] argb) {
    int size = argb.length / count;
    BufferedImage image = new BufferedImage(columns, size / columns, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, columns, size / columns, argb, index * size, columns);
    return image;
  }

  /** A picture as the address of itself. */
  static String dataUrl(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PngFile.write(out, image);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }
}
