package dev.inkling.chart;

/**
 * Letters.
 *
 * @param size in logical pixels
 * @param isBold or regular
 */
public record Type(double size, boolean isBold) {
  /** Height of a line of text with air above and below. */
  public double line() {
    return Math.round(1.5 * size);
  }

  /** How far the baseline lies below the middle of capitals and digits. */
  public double middle() {
    return 0.36 * size;
  }
}
