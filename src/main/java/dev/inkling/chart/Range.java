package dev.inkling.chart;

/**
 * A part of an axis.
 *
 * @param low finite, less than high
 * @param high finite
 */
public record Range(double low, double high) {
  /** Refuses what no axis can show. */
  public Range {
    if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(low + "…" + high);
    }
  }

  /** From low to high, or a little more on both sides where these are the same value. */
  public static Range around(double low, double high) {
    if (low < high) {
      return new Range(low, high);
    }
    double margin = low == 0 ? 1 : Math.abs(low) / 2;
    return new Range(low - margin, low + margin);
  }

  /** At least of a size, with what it had in its middle. */
  Range atLeast(double size) {
    double missing = (size - size()) / 2;
    return missing > 0 ? new Range(low - missing, high + missing) : this;
  }

  /** How much lies between the ends. */
  public double size() {
    return high - low;
  }
}
