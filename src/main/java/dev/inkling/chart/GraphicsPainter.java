package dev.inkling.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Draws charts with Java's own graphics, which need no window. */
public final class GraphicsPainter implements Painter {
  private static final Font REGULAR = load("Inter-Regular.otf");
  private static final Font BOLD = load("Inter-SemiBold.otf");

  private final Graphics2D graphics;
  private final double scale;
  private final Deque<Shape> clips = new ArrayDeque<>();

  /**
   * A painter.
   *
   * @param graphics that counts in logical pixels
   * @param scale pixels of the picture in a logical pixel
   */
  public GraphicsPainter(Graphics2D graphics, double scale) {
    this.graphics = graphics;
    this.scale = scale;
  }

  private static Font load(String name) {
    try (InputStream in = GraphicsPainter.class.getResourceAsStream("/dev/inkling/fonts/" + name)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Inter, or for what it lacks, such as Chinese, the system's own. */
  private static Font font(String text, Type type) {
    Font font = type.isBold() ? BOLD : REGULAR;
    if (font.canDisplayUpTo(text) < 0) {
      return font.deriveFont((float) type.size());
    }
    return new Font(Font.SANS_SERIF, type.isBold() ? Font.BOLD : Font.PLAIN, 1)
        .deriveFont((float) type.size());
  }

  @Override
  public double width(String text, Type type) {
    Font font = font(text, type);
    return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, int color) {
    double before =
        switch (align) {
          case LEFT -> 0;
          case CENTER -> width(text, type) / 2;
          case RIGHT -> width(text, type);
        };
    use(color);
    graphics.setFont(font(text, type));
    graphics.drawString(text, (float) (x - before), (float) y);
  }

  private void use(int color) {
    graphics.setColor(new Color(color, true));
  }

  @Override
  public void rule(double x1, double y1, double x2, double y2, int color) {
    use(color);
    double thick = Math.max(1, Math.rint(scale)) / scale;
    boolean isHorizontal = y1 == y2;
    graphics.fill(
        new Rectangle2D.Double(
            isHorizontal ? x1 : sharp(x1),
            isHorizontal ? sharp(y1) : y1,
            isHorizontal ? x2 - x1 : thick,
            isHorizontal ? thick : y2 - y1));
  }

  private double sharp(double value) {
    return Math.floor(value * scale) / scale;
  }

  @Override
  public void rect(Box box, double radius, int color) {
    use(color);
    graphics.fill(
        new RoundRectangle2D.Double(
            box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius));
  }

  @Override
  public void dot(double x, double y, double radius, int color) {
    use(color);
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Pen pen) {
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < count; i++) {
      path.lineTo(xs[i], ys[i]);
    }
    float[] dashes = pen.isDashed() ? new float[] {(float) Pen.DASH, (float) Pen.GAP} : null;
    graphics.setStroke(
        new BasicStroke(
            (float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    use(pen.color());
    graphics.draw(path);
  }

  @Override
  public double pixel() {
    return 1 / scale;
  }

  @Override
  public void columns(double left, double width, double[] tops, double[] bottoms, int color) {
    use(color);
    for (int i = 0; i < tops.length; i++) {
      graphics.fill(new Rectangle2D.Double(left + i * width, tops[i], width, bottoms[i] - tops[i]));
    }
  }

  @Override
  public void pictures(List<Box> places, int columns, int[] argb) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    for (int i = 0; i < places.size(); i++) {
      BufferedImage image = Pixels.image(i, places.size(), columns, argb);
      Box place = places.get(i);
      AffineTransform to = AffineTransform.getTranslateInstance(place.x(), place.y());
      to.scale(place.width() / image.getWidth(), place.height() / image.getHeight());
      graphics.drawImage(image, to, null);
    }
  }

  @Override
  public void clip(Box box) {
    clips.push(
        graphics.getClip() == null
            ? new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6)
            : graphics.getClip());
    graphics.clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
  }

  @Override
  public void unclip() {
    graphics.setClip(clips.pop());
  }
}
