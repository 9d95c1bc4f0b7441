package dev.inkling.chart;

/**
 * Maps the values of an axis to pixels and back.
 *
 * @param range of values; above 0 on a logarithmic axis
 * @param from pixel of the lowest value
 * @param to pixel of the highest value; less than from where the axis goes upwards
 * @param log whether equal distances are equal ratios
 */
public record Scale(Range range, double from, double to, boolean log) {
  /** The smallest part of all data that can be zoomed into: a pixel is a ten millionth then. */
  private static final double SMALLEST = 1e-4;

  /**
   * Whether a value has a place on an axis: NaN, infinities, and on a log axis 0 and less do not.
   */
  public static boolean shows(double value, boolean log) {
    return Double.isFinite(value) && (!log || value > 0);
  }

  /** Where a value lies. */
  public double toPixel(double value) {
    return from + fraction(value) * (to - from);
  }

  /** The value at a pixel. */
  public double toValue(double pixel) {
    return at((pixel - from) / (to - from));
  }

  /**
   * Zooms about a pixel: its value stays below it, unless an end of the data is reached.
   *
   * @param least that is shown of a linear axis, from end to end, unless all is less
   */
  Range zoom(double pixel, double factor, Range full, double least) {
    return move((pixel - from) / (to - from), factor, 0, full, log ? 0 : least / range.size());
  }

  /** Moves what is shown by some pixels, as far as the data go. */
  Range pan(double pixels, Range full) {
    return move(0, 1, -pixels / (to - from), full, 0);
  }

  /** Whether a part of the data is all of them, but for rounding. */
  boolean isAll(Range part, Range full) {
    double slack = 1e-6 * (fraction(full.high()) - fraction(full.low()));
    return fraction(part.low()) <= fraction(full.low()) + slack
        && fraction(part.high()) >= fraction(full.high()) - slack;
  }

  private Range move(double anchor, double factor, double shift, Range full, double least) {
    double first = fraction(full.low());
    double last = fraction(full.high());
    double smallest = Math.clamp(least, SMALLEST * (last - first), last - first);
    double size = Math.clamp(factor, smallest, last - first);
    double low = anchor * (1 - size) + shift;
    low = Math.max(first, Math.min(low, last - size));
    return new Range(at(low), at(low + size));
  }

  private double fraction(double value) {
    return log
        ? Math.log(value / range.low()) / Math.log(range.high() / range.low())
        : (value - range.low()) / range.size();
  }

  private double at(double fraction) {
    return log
        ? range.low() * Math.pow(range.high() / range.low(), fraction)
        : range.low() + fraction * range.size();
  }
}
