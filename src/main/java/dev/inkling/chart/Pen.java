package dev.inkling.chart;

/**
 * How a line is drawn.
 *
 * @param color as 0xAARRGGBB
 * @param width in logical pixels
 * @param isDashed or full
 */
public record Pen(int color, double width, boolean isDashed) {
  /** Length of a dash, in logical pixels. */
  public static final double DASH = 6;

  /** Length of the gap behind a dash, in logical pixels. */
  public static final double GAP = 4;
}
