package dev.inkling.chart;

/** The short piece of a curve that stands before its name. */
public final class Swatch {
  /** Its width in logical pixels. */
  public static final double WIDTH = 22;

  private static final double LINE = 2.5;
  private static final double DOT = 3.5;

  private Swatch() {}

  /** Draws one from x to the right, about a middle line. */
  public static void paint(Painter painter, CurveStyle style, Look look, double x, double middle) {
    Pen pen = new Pen(look.curve(style.color()), LINE, style.isDashed());
    // A dash, a gap and a dash fill the width, with or without the dot.
    double inset = style.isDashed() ? (WIDTH - 2 * Pen.DASH - Pen.GAP) / 2 : 2;
    double[] xs = {x + inset, x + WIDTH - inset};
    painter.polyline(xs, new double[] {middle, middle}, 2, pen);
    if (style.isMarked()) {
      painter.dot(x + WIDTH / 2, middle, DOT, pen.color());
    }
  }
}
