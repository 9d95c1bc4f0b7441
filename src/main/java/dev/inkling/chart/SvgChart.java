package dev.inkling.chart;

/** Writes charts as SVG, for files and for pages; needs no window. */
public final class SvgChart {
  /** The fonts, best first: the window's own, then what systems have. */
  private static final String FONTS =
      "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Microsoft YaHei',"
          + " sans-serif";

  private SvgChart() {}

  /**
   * A figure on white paper: one svg element, which can stand alone or in an HTML page.
   *
   * @param width in pixels
   * @param height in pixels
   */
  public static String of(Figure figure, int width, int height) {
    StringBuilder out = new StringBuilder();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" role=\"img\" font-family=\"").append(FONTS);
    out.append("\">\n");
    if (!figure.title().isEmpty()) {
      out.append("<title>").append(Xml.escape(figure.title())).append("</title>\n");
    }
    SvgPainter painter = new SvgPainter(out);
    painter.rect(new Box(0, 0, width, height), 0, Look.PAPER.surface());
    figure.paint(painter, Look.PAPER, width, height);
    return out.append("</svg>\n").toString();
  }
}
