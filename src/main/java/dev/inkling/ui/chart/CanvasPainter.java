package dev.inkling.ui.chart;

import dev.inkling.chart.Box;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Pen;
import dev.inkling.chart.Type;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws charts on a canvas. */
public final class CanvasPainter implements Painter {
  /** From so many points on, they lie a pixel apart: round corners cost time and are not seen. */
  private static final int DENSE = 400;

  /** Width of what several pictures are put in, in pixels: graphics cards take so much. */
  private static final int SHEET = 2048;

  private static final double[] DASHES = {Pen.DASH, Pen.GAP};
  private static final double[] FULL = {};

  private final GraphicsContext graphics;
  private final String family;
  private final double scale;
  private final Text ruler = new Text();

  /**
   * A painter.
   *
   * @param family of the letters
   * @param scale pixels of the screen in a logical pixel, so that thin lines are sharp
   */
  CanvasPainter(GraphicsContext graphics, String family, double scale) {
    this.graphics = graphics;
    this.family = family;
    this.scale = scale;
    graphics.setTextBaseline(VPos.BASELINE);
    graphics.setLineCap(StrokeLineCap.BUTT);
  }

  /** A colour of 0xAARRGGBB. */
  public static Color color(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  /** A colour as 0xAARRGGBB. */
  static int argb(Color color) {
    return channel(color.getOpacity()) << 24
        | channel(color.getRed()) << 16
        | channel(color.getGreen()) << 8
        | channel(color.getBlue());
  }

  private static int channel(double part) {
    return (int) Math.round(255 * part);
  }

  private Font font(Type type) {
    return Font.font(family, type.isBold() ? FontWeight.BOLD : FontWeight.NORMAL, type.size());
  }

  @Override
  public double width(String text, Type type) {
    ruler.setFont(font(type));
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, int color) {
    graphics.setFont(font(type));
    graphics.setFill(color(color));
    graphics.setTextAlign(
        switch (align) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    graphics.fillText(text, x, Math.rint(y * scale) / scale);
  }

  @Override
  public void rule(double x1, double y1, double x2, double y2, int color) {
    double pixels = Math.max(1, Math.floor(scale));
    double width = pixels / scale;
    graphics.setFill(color(color));
    if (y1 == y2) {
      graphics.fillRect(x1, sharp(y1, pixels), x2 - x1, width);
    } else {
      graphics.fillRect(sharp(x1, pixels), y1, width, y2 - y1);
    }
  }

  /** The edge of a line about a middle, where a pixel of the screen begins. */
  private double sharp(double middle, double pixels) {
    return Math.floor(middle * scale - (pixels - 1) / 2) / scale;
  }

  @Override
  public void rect(Box box, double radius, int color) {
    graphics.setFill(color(color));
    graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
  }

  @Override
  public void dot(double x, double y, double radius, int color) {
    graphics.setFill(color(color));
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** As one image: thousands of ovals would take longer than all the rest of a picture. */
  @Override
  public void dots(double[] places, double radius, int[] colors) {
    int columns = Math.max(1, (int) Math.ceil(graphics.getCanvas().getWidth() * scale));
    int rows = Math.max(1, (int) Math.ceil(graphics.getCanvas().getHeight() * scale));
    DotRaster raster = new DotRaster(columns, rows);
    for (int i = 0; i < colors.length; i++) {
      raster.dot(
          places[2 * i] * scale, places[2 * i + 1] * scale, (float) (radius * scale), colors[i]);
    }
    graphics.setImageSmoothing(false);
    graphics.drawImage(raster.image(), 0, 0, columns / scale, rows / scale);
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Pen pen) {
    graphics.setStroke(color(pen.color()));
    graphics.setLineWidth(pen.width());
    graphics.setLineJoin(count < DENSE ? StrokeLineJoin.ROUND : StrokeLineJoin.BEVEL);
    graphics.setLineDashes(pen.isDashed() ? DASHES : FULL);
    graphics.strokePolyline(xs, ys, count);
  }

  @Override
  public double pixel() {
    return 1 / scale;
  }

  @Override
  public void columns(double left, double width, double[] tops, double[] bottoms, int color) {
    graphics.setFill(color(color));
    // Where a column does not begin with a pixel, two half covered ones would show a seam.
    double start = Math.rint(left * scale);
    for (int i = 0; i < tops.length; i++) {
      double x = (start + Math.rint(i * width * scale)) / scale;
      graphics.fillRect(x, tops[i], width, bottoms[i] - tops[i]);
    }
  }

  /** On one sheet: many small images would each have to go to the graphics card. */
  @Override
  public void pictures(List<Box> places, int columns, int[] argb) {
    int rows = argb.length / places.size() / columns;
    int across = Math.clamp(SHEET / columns, 1, places.size());
    int down = (places.size() + across - 1) / across;
    WritableImage sheet = new WritableImage(across * columns, down * rows);
    graphics.setImageSmoothing(false);
    for (int i = 0; i < places.size(); i++) {
      int x = i % across * columns;
      int y = i / across * rows;
      sheet
          .getPixelWriter()
          .setPixels(
              x,
              y,
              columns,
              rows,
              PixelFormat.getIntArgbInstance(),
              argb,
              i * columns * rows,
              columns);
    }
    for (int i = 0; i < places.size(); i++) {
      Box to = places.get(i);
      graphics.drawImage(
          sheet,
          i % across * columns,
          i / across * rows,
          columns,
          rows,
          to.x(),
          to.y(),
          to.width(),
          to.height());
    }
  }

  @Override
  public void clip(Box box) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(box.x(), box.y(), box.width(), box.height());
    graphics.clip();
  }

  @Override
  public void unclip() {
    graphics.restore();
  }
}
