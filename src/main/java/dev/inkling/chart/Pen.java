package dev.inkling.chart;

/**
 * How a line is drawn.
 *
 * @param color as 0xAARRGGBB
 * @param width in logical pixels
 * @param isDashed or full
 */
public record Pen(int color, double width, boolean isDashed) {
  /** Lengths of a dash and of the gap behind it, in logical pixels. */
  public static final double[] DASHES = {6, 4};
}
