package dev.inkling.evaluate;

/**
 * Where the true share lies, with a confidence of 95 %.
 *
 * @param low 0…1
 * @param high 0…1
 */
public record Interval(double low, double high) {
  /** Quantile of the standard normal distribution at 97.5 %. */
  private static final double Z = 1.959963984540054;

  /**
   * The interval of Wilson (Probable inference, the law of succession, and statistical inference,
   * 1927), which stays within 0…1 and holds near both ends, where accuracies are.
   *
   * @param part of the whole, such as images that were read right
   * @param whole at least 1
   */
  public static Interval wilson(int part, int whole) {
    double n = whole;
    double share = part / n;
    double middle = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Interval(Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
  }
}
