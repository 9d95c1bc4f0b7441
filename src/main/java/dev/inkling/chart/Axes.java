package dev.inkling.chart;

import org.jspecify.annotations.Nullable;

/**
 * How a line chart measures.
 *
 * @param xFormat of the numbers below
 * @param yFormat of the numbers at the left
 * @param isLogY whether the vertical axis is logarithmic; it leaves out values of 0 and less
 * @param yRange of the vertical axis, or null to follow the data
 */
public record Axes(
    ValueFormat xFormat, ValueFormat yFormat, boolean isLogY, @Nullable Range yRange) {
  /** Something that is counted below, plain numbers at the left, as the data want it. */
  public static final Axes COUNTED = new Axes(ValueFormat.COUNT, ValueFormat.PLAIN, false, null);

  /** The same in percent from 0 to 100. */
  public static final Axes ACCURACY =
      new Axes(ValueFormat.COUNT, ValueFormat.PERCENT, false, new Range(0, 1));

  /** The same with a logarithmic vertical axis. */
  public Axes logY() {
    return new Axes(xFormat, yFormat, true, yRange);
  }

  /** The same with ends of the vertical axis. */
  public Axes between(double low, double high) {
    return new Axes(xFormat, yFormat, isLogY, new Range(low, high));
  }
}
