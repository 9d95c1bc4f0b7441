package dev.inkling.chart;

import java.util.List;
import java.util.Locale;

/** Writes what is drawn as elements of SVG. */
final class SvgPainter implements Painter {
  private static final double WIDE = 1;
  private static final double USUAL = 0.57;
  private static final double NARROW = 0.3;

  private final StringBuilder out;

  SvgPainter(StringBuilder out) {
    this.out = out;
  }

  /** Nobody knows the reader's fonts: about as wide as Inter and Arial are. */
  @Override
  public double width(String text, Type type) {
    double width =
        text.codePoints()
            .mapToDouble(
                c -> c >= 0x2e80 ? WIDE : " .,:;!'|iljtfI()".indexOf(c) >= 0 ? NARROW : USUAL)
            .sum();
    return width * type.size() * (type.isBold() ? 1.07 : 1);
  }

  @Override
  public void text(String text, double x, double y, Align align, Type type, int color) {
    String anchor =
        switch (align) {
          case LEFT -> "start";
          case CENTER -> "middle";
          case RIGHT -> "end";
        };
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" text-anchor=\"").append(anchor);
    out.append("\" font-size=\"").append(number(type.size())).append('"');
    out.append(type.isBold() ? " font-weight=\"600\"" : "").append(paint("fill", color));
    out.append('>').append(Xml.escape(text)).append("</text>\n");
  }

  @Override
  public void rule(double x1, double y1, double x2, double y2, int color) {
    // A line of one pixel is sharp when it runs through the middle of pixels.
    boolean isHorizontal = y1 == y2;
    out.append("<path d=\"M").append(isHorizontal ? number(x1) : sharp(x1)).append(' ');
    out.append(isHorizontal ? sharp(y1) : number(y1)).append(isHorizontal ? 'H' : 'V');
    out.append(number(isHorizontal ? x2 : y2)).append('"').append(paint("stroke", color));
    out.append("/>\n");
  }

  @Override
  public void rect(Box box, double radius, int color) {
    out.append("<rect").append(area(box)).append(" rx=\"").append(number(radius)).append('"');
    out.append(paint("fill", color)).append("/>\n");
  }

  @Override
  public void dot(double x, double y, double radius, int color) {
    out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    out.append("\" r=\"").append(number(radius)).append('"').append(paint("fill", color));
    out.append("/>\n");
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Pen pen) {
    out.append("<polyline fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"");
    out.append(number(pen.width())).append('"').append(paint("stroke", pen.color()));
    if (pen.isDashed()) {
      out.append(" stroke-dasharray=\"").append(number(Pen.DASH)).append(' ');
      out.append(number(Pen.GAP)).append('"');
    }
    out.append(" points=\"");
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    out.append("\"/>\n");
  }

  @Override
  public double pixel() {
    return 1;
  }

  /** One shape, along the tops and back along the bottoms. */
  @Override
  public void columns(double left, double width, double[] tops, double[] bottoms, int color) {
    out.append("<polygon").append(paint("fill", color)).append(" points=\"");
    for (int i = 0; i < tops.length; i++) {
      out.append(number(left + (i + 0.5) * width)).append(',').append(number(tops[i])).append(' ');
    }
    for (int i = tops.length - 1; i >= 0; i--) {
      out.append(number(left + (i + 0.5) * width)).append(',').append(number(bottoms[i]));
      out.append(i == 0 ? "" : " ");
    }
    out.append("\"/>\n");
  }

  @Override
  public void pictures(List<Box> places, int columns, int[] argb) {
    for (int i = 0; i < places.size(); i++) {
      out.append("<image").append(area(places.get(i)));
      out.append(" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"");
      out.append(Pixels.dataUrl(Pixels.image(i, places.size(), columns, argb))).append("\"/>\n");
    }
  }

  /** An svg in the svg clips without an id, which would be another chart's too in one page. */
  @Override
  public void clip(Box box) {
    out.append("<svg").append(area(box)).append(" viewBox=\"").append(number(box.x())).append(' ');
    out.append(number(box.y())).append(' ').append(number(box.width())).append(' ');
    out.append(number(box.height())).append("\" overflow=\"hidden\">\n");
  }

  @Override
  public void unclip() {
    out.append("</svg>\n");
  }

  private static String area(Box box) {
    return String.format(
        Locale.ROOT,
        " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
        number(box.x()),
        number(box.y()),
        number(box.width()),
        number(box.height()));
  }

  /** An attribute with a colour, and one with its opacity where it has some. */
  private static String paint(String attribute, int color) {
    String opaque = String.format(Locale.ROOT, " %s=\"#%06x\"", attribute, color & 0xffffff);
    int alpha = color >>> 24;
    return alpha == 255
        ? opaque
        : opaque + String.format(Locale.ROOT, " %s-opacity=\"%.2f\"", attribute, alpha / 255.0);
  }

  private static String sharp(double value) {
    return number(Math.floor(value) + 0.5);
  }

  /** With one decimal at most: a tenth of a pixel is more than an eye sees. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + '.' + size % 10;
  }
}
