package dev.inkling.chart;

import java.util.List;

/** Draws curves into a plot: as many points as it has columns of pixels, whatever the data. */
final class CurvePainting {
  private static final double WIDTH = 1.75;
  private static final double BOLD = 2.25;
  private static final double FAINT_WIDTH = 1;
  private static final double FAINT = 0.3;
  static final double DOT = 3;

  /** Between two dots of a curve, from middle to middle, at least. */
  private static final double DOT_STEP = 9;

  /** A line that has more points for each pixel, and goes up and down more often, is a band. */
  private static final double DENSE = 0.5;

  private static final double RESTLESS = 6;

  private final Painter painter;
  private final Look look;
  private final Scale x;
  private final Scale y;
  private final Decimation decimation = new Decimation();
  private final Band band;
  private double[] xs = new double[0];
  private double[] ys = new double[0];
  private int count;

  CurvePainting(Painter painter, Look look, LineLayout layout) {
    this.painter = painter;
    this.look = look;
    x = layout.x();
    y = layout.y();
    band = new Band(x.from(), painter.pixel(), (int) Math.ceil(width() / painter.pixel()));
  }

  /** The faint ones first: they hide no line that is meant to be read. */
  void paint(List<Curve> curves, double smoothing) {
    for (Curve curve : curves) {
      if (curve.isSmoothed(smoothing)) {
        int color = Palette.fade(look.curve(curve.style().color()), FAINT);
        paint(curve.points(), curve.points().ys(), new Pen(color, FAINT_WIDTH, false), false);
      }
    }
    for (Curve curve : curves) {
      double width = curve.isSmoothed(smoothing) ? BOLD : WIDTH;
      CurveStyle style = curve.style();
      Pen pen = new Pen(look.curve(style.color()), width, style.isDashed());
      paint(curve.points(), curve.values(smoothing), pen, style.isMarked());
    }
  }

  private void paint(Points points, double[] values, Pen pen, boolean isMarked) {
    int visible = pick(points, values);
    boolean hasDots = isMarked && visible * DOT_STEP <= width();
    reserve(decimation.size());
    for (int k = 0; k < decimation.size(); k++) {
      int i = decimation.index(k);
      if (i == Decimation.GAP) {
        flush(pen, hasDots);
      } else {
        xs[count] = x.toPixel(points.x(i));
        ys[count] = y.toPixel(values[i]);
        count++;
      }
    }
    flush(pen, hasDots);
  }

  /** What is visible, and one sample more at both sides for the lines that leave the plot. */
  private int pick(Points points, double[] values) {
    int from = Math.max(0, points.ceiling(x.range().low()) - 1);
    int to = Math.min(points.size(), points.ceiling(Math.nextUp(x.range().high())) + 1);
    double column = x.range().size() / width() * painter.pixel();
    decimation.pick(points.xs(), values, from, to, x.range().low(), column, y.log());
    return to - from;
  }

  private void reserve(int size) {
    if (xs.length < size) {
      xs = new double[size];
      ys = new double[size];
    }
  }

  /** Draws what stands between two gaps. A sample alone has no line: it is a dot. */
  private void flush(Pen pen, boolean hasDots) {
    if (count > 1 && isRestless()) {
      band.trace(xs, ys, count, pen.width());
      band.paint(painter, pen);
    } else if (count > 1) {
      painter.polyline(xs, ys, count, pen);
    }
    for (int i = 0; i < count && (hasDots || count == 1); i++) {
      painter.dot(xs[i], ys[i], hasDots ? DOT : pen.width() / 2 + 0.5, pen.color());
    }
    count = 0;
  }

  private boolean isRestless() {
    if (count < DENSE * (xs[count - 1] - xs[0])) {
      return false;
    }
    double travel = 0;
    for (int i = 1; i < count; i++) {
      travel += Math.abs(ys[i] - ys[i - 1]);
    }
    return travel > RESTLESS * Math.abs(y.to() - y.from());
  }

  private double width() {
    return Math.max(1, x.to() - x.from());
  }
}
