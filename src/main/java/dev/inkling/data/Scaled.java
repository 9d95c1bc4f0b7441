package dev.inkling.data;

import dev.inkling.image.Framing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;

/** A picture in 28×28 pixels as it is, its sides in proportion. */
final class Scaled {
  private static final int SIDE = Framing.SIZE;

  private Scaled() {}

  /** The brightness of each pixel; what is transparent is white, and so is what a side lacks. */
  static byte[] of(BufferedImage picture) {
    double scale = (double) SIDE / Math.max(picture.getWidth(), picture.getHeight());
    int width = Math.clamp(Math.round(picture.getWidth() * scale), 1, SIDE);
    int height = Math.clamp(Math.round(picture.getHeight() * scale), 1, SIDE);
    BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setColor(background(picture));
    graphics.fillRect(0, 0, SIDE, SIDE);
    boolean isSame = width == picture.getWidth() && height == picture.getHeight();
    Image image =
        isSame ? picture : picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    graphics.drawImage(image, (SIDE - width) / 2, (SIDE - height) / 2, null);
    graphics.dispose();
    byte[] result = new byte[Digits.PIXELS];
    for (int p = 0; p < result.length; p++) {
      result[p] = (byte) brightness(small.getRGB(p % SIDE, p / SIDE));
    }
    return result;
  }

  /** What is beside a picture that is not square is as its corner. */
  private static Color background(BufferedImage picture) {
    Color corner = new Color(picture.getRGB(0, 0), true);
    return corner.getAlpha() < 128 ? Color.WHITE : corner;
  }

  /** Rec. 601 luma. */
  private static int brightness(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }

  /** True when the border of 28×28 pixels is bright rather than dark. */
  static boolean isBorderBright(byte[] image) {
    int sum = 0;
    int count = 0;
    for (int p = 0; p < image.length; p++) {
      int x = p % SIDE;
      int y = p / SIDE;
      if (x == 0 || y == 0 || x == SIDE - 1 || y == SIDE - 1) {
        sum += image[p] & 0xff;
        count++;
      }
    }
    return sum > 128 * count;
  }
}
