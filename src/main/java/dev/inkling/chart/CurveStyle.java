package dev.inkling.chart;

/**
 * What a curve looks like.
 *
 * @param color index of a colour of the {@link Palette}, 0 or more
 * @param isDashed whether its line is broken
 * @param isSmoothed whether it is drawn faint, with its smoothed form in full colour above, while
 *     the chart smooths
 * @param isMarked whether its samples have dots, as long as these do not touch
 */
public record CurveStyle(int color, boolean isDashed, boolean isSmoothed, boolean isMarked) {
  /** A full line in a colour of the palette. */
  public static CurveStyle of(int color) {
    return new CurveStyle(color, false, false, false);
  }

  /** The same, dashed. */
  public CurveStyle dashed() {
    return new CurveStyle(color, true, isSmoothed, isMarked);
  }

  /** The same, with its smoothed form. */
  public CurveStyle smoothed() {
    return new CurveStyle(color, isDashed, true, isMarked);
  }

  /** The same, with dots. */
  public CurveStyle marked() {
    return new CurveStyle(color, isDashed, isSmoothed, true);
  }
}
