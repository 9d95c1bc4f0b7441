package dev.inkling.chart;

/**
 * A curve as a chart draws it.
 *
 * @param name for the legend
 * @param style of its line
 * @param points its samples
 * @param smoothing of these samples
 * @param isShown whether it is drawn
 */
public record Curve(
    String name, CurveStyle style, Points points, Smoothing smoothing, boolean isShown) {
  /** A curve that is drawn. */
  public Curve(String name, CurveStyle style, Points points) {
    this(name, style, points, new Smoothing(points), true);
  }

  /** Whether it has a smoothed form at this weight. */
  boolean isSmoothed(double weight) {
    return style.isSmoothed() && weight > 0;
  }

  /** The values of its line in full colour: an array that is longer than the samples. */
  double[] values(double weight) {
    return isSmoothed(weight) ? smoothing.values(weight) : points.ys();
  }

  /** Whether some of its line in full colour is in a part of the axes. */
  boolean isIn(View part, double weight) {
    Range x = part.x();
    int first = points.ceiling(x.low());
    double lowest = at(x.low(), first, weight);
    double highest = lowest;
    int i = first;
    for (; i < points.size() && points.x(i) <= x.high(); i++) {
      double value = value(i, weight);
      lowest = least(lowest, value);
      highest = -least(-highest, -value);
    }
    double end = at(x.high(), i, weight);
    return least(lowest, end) <= part.y().high() && -least(-highest, -end) >= part.y().low();
  }

  /** The line at x, from the sample before a place to that at it; NaN where it has a gap. */
  private double at(double x, int right, double weight) {
    if (right == 0 || right >= points.size()) {
      return Double.NaN;
    }
    double from = points.x(right - 1);
    double part = (x - from) / Math.max(Double.MIN_NORMAL, points.x(right) - from);
    double before = value(right - 1, weight);
    return before + part * (value(right, weight) - before);
  }

  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  /** The value of its line in full colour at sample i. */
  public double value(int i, double weight) {
    return values(weight)[i];
  }
}
