package dev.inkling.ui.pile;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What lies under ink that was stored without its paper. */
final class Paper {
  private Paper() {}

  /**
   * A picture with nothing that one sees through, whose ink would be as dark, or as light, as the
   * window: on white, light ink on black, as it is read.
   */
  static BufferedImage under(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = whole.createGraphics();
    graphics.drawImage(picture, 0, 0, light(picture) > 0.5 ? Color.BLACK : Color.WHITE, null);
    graphics.dispose();
    return whole;
  }

  /** Mean brightness of what is there, 0…1; 0 where nothing is. */
  private static double light(BufferedImage picture) {
    double sum = 0;
    double weight = 0;
    for (int argb :
        picture.getRGB(
            0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
      Color colour = new Color(argb, true);
      double grey = (colour.getRed() + colour.getGreen() + colour.getBlue()) / 765.0;
      sum += colour.getAlpha() * grey;
      weight += colour.getAlpha();
    }
    return weight == 0 ? 0 : sum / weight;
  }
}
