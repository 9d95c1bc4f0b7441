package dev.inkling.chart;

/**
 * The words of a chart. None is null; what is empty takes no room.
 *
 * @param title above
 * @param x what the horizontal axis counts
 * @param y what the vertical axis measures
 * @param empty what is said while there is nothing to draw
 */
public record ChartCaptions(String title, String x, String y, String empty) {
  /** Refuses null. */
  public ChartCaptions {
    if (title == null || x == null || y == null || empty == null) {
      throw new IllegalArgumentException("null");
    }
  }
}
