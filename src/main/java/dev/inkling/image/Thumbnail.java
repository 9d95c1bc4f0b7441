package dev.inkling.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A picture as small as a stamp. */
public final class Thumbnail {
  private Thumbnail() {}

  /**
   * A copy whose longer side has so many pixels at most. It is halved again and again: one step
   * would look at a few pixels only, and thin strokes would be gone.
   */
  public static BufferedImage of(BufferedImage picture, int side) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.clamp((double) side / longer, 0.5, 1);
    BufferedImage smaller =
        new BufferedImage(
            scaled(picture.getWidth(), scale),
            scaled(picture.getHeight(), scale),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smaller.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
    graphics.dispose();
    return longer * scale > side ? of(smaller, side) : smaller;
  }

  private static int scaled(int length, double scale) {
    return Math.max(1, (int) Math.floor(length * scale));
  }
}
