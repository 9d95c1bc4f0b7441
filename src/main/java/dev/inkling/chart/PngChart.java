package dev.inkling.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Draws charts as pixels without a window, for files. */
public final class PngChart {
  private PngChart() {}

  /**
   * A figure on white paper.
   *
   * @param width in logical pixels
   * @param height in logical pixels
   * @param scale pixels of the picture in a logical pixel, above 0
   */
  public static BufferedImage of(Figure figure, int width, int height, double scale) {
    return of(figure, Look.PAPER, width, height, scale);
  }

  /** Likewise, in other colours. */
  public static BufferedImage of(Figure figure, Look look, int width, int height, double scale) {
    return draw(
        look,
        width,
        height,
        scale,
        graphics -> figure.paint(new GraphicsPainter(graphics, scale), look, width, height));
  }

  /** Whatever is drawn on white paper, in logical pixels. */
  public static BufferedImage draw(
      int width, int height, double scale, Consumer<Graphics2D> drawing) {
    return draw(Look.PAPER, width, height, scale, drawing);
  }

  private static BufferedImage draw(
      Look look, int width, int height, double scale, Consumer<Graphics2D> drawing) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.scale(scale, scale);
      new GraphicsPainter(graphics, scale).rect(new Box(0, 0, width, height), 0, look.surface());
      drawing.accept(graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
