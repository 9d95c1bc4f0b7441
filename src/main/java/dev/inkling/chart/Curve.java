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

  /** The value of its line in full colour at sample i. */
  public double value(int i, double weight) {
    return values(weight)[i];
  }
}
