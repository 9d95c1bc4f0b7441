package dev.inkling.chart;

import java.util.Locale;

/** How the numbers of an axis are written. The languages of Inkling write them alike. */
public enum ValueFormat {
  /** As they are, such as a loss or a learning rate. */
  PLAIN,
  /** Parts of 1 in percent. */
  PERCENT,
  /** What is counted, such as examples or epochs: whole steps, k for thousands, M for millions. */
  COUNT;

  /** Digits that the eye can use. */
  private static final int SIGNIFICANT = 4;

  /** Below it, and from its inverse on, numbers are written as 1.2e-5. */
  private static final double SMALL = 1e-4;

  /** From it on, millions take more digits than the eye can use. */
  private static final double HUGE = 1e10;

  /** A loss that the training did not mean; ln 10 is that of knowing nothing. */
  private static final double EXPLODED = 1e4;

  /**
   * The least that an axis of such numbers is to show from end to end: two of what is counted, half
   * a percent, which is fifty of ten thousand images. What is finer is noise, or no number at all.
   */
  double finest() {
    return switch (this) {
      case COUNT -> 2;
      case PERCENT -> 0.005;
      case PLAIN -> 0;
    };
  }

  /** The ticks of an axis of such numbers. */
  Ticks ticks(Range range, int most, boolean log) {
    return log ? Ticks.log(range, most) : Ticks.linear(range, most, this == COUNT ? 1 : 0);
  }

  /**
   * The label of a tick.
   *
   * @param step between ticks, which says how many decimals are needed; NaN for as many as it takes
   */
  public String tick(double value, double step) {
    return switch (this) {
      case PERCENT -> decimals(100 * value, 100 * step) + "%";
      case COUNT -> count(value, step);
      case PLAIN -> Math.abs(value) >= 1 / SMALL ? count(value, step) : plain(value, step);
    };
  }

  /** A value for someone who wants to know it. */
  public String exact(double value) {
    return switch (this) {
      case PERCENT -> percent(value, 2);
      case COUNT ->
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? String.format(Locale.ROOT, "%,.0f", value)
              : significant(value);
      case PLAIN -> significant(value);
    };
  }

  /** A part of 1 in percent. What is not all is never written as 100. */
  public static String percent(double value, int decimals) {
    double unit = Math.pow(10, -decimals);
    double percent = value < 1 ? Math.min(100 * value, 100 - unit) : 100 * value;
    return String.format(Locale.ROOT, "%." + decimals + "f%%", percent);
  }

  /** A cross-entropy in nats; one that exploded as 4.00e31 instead of in thirty digits. */
  public static String loss(double value) {
    if (Math.abs(value) < EXPLODED || !Double.isFinite(value)) {
      return String.format(Locale.ROOT, "%.4f", value);
    }
    String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
    return parts[0] + "e" + Integer.parseInt(parts[1]);
  }

  private static String count(double value, double step) {
    double size = Math.abs(value);
    if (size >= HUGE) {
      return scientific(value, step);
    }
    // Two decimals of a million and one of a thousand are read at a glance, more are not.
    if (size >= 1e6 && !(step < 1e4)) {
      return trim(decimals(value / 1e6, step / 1e6)) + "M";
    }
    // 5000 is as easy to read as 5k, and stands well beside 500.
    if ((size >= 1e4 || (size >= 1e3 && step >= 1e3)) && !(step < 100)) {
      return trim(decimals(value / 1e3, step / 1e3)) + "k";
    }
    return size >= 1e4 ? String.format(Locale.ROOT, "%,.0f", value) : decimals(value, step);
  }

  private static String plain(double value, double step) {
    double size = Math.abs(value);
    // Five decimals are read well, and labels of one axis should look alike.
    boolean isTiny = Double.isNaN(step) ? size < 0.999 * SMALL : size < 1e-3 && step < 0.999e-5;
    return isTiny && size > 0 ? scientific(value, step) : decimals(value, step);
  }

  /** As many decimals as the step has. */
  private static String decimals(double value, double step) {
    if (Double.isNaN(step)) {
      return trim(String.format(Locale.ROOT, "%.8f", value));
    }
    int places = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    String text = String.format(Locale.ROOT, "%." + places + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  private static String trim(String number) {
    return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
  }

  /** Such as 2e-5, with the digits that the step needs. */
  private static String scientific(double value, double step) {
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    double unit = Math.pow(10, exponent);
    return trim(decimals(value / unit, step / unit)) + "e" + exponent;
  }

  private static String significant(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < SMALL || size >= 1e7)) {
      String[] parts = String.format(Locale.ROOT, "%.3e", value).split("e", 2);
      return trim(parts[0]) + "e" + Integer.parseInt(parts[1]);
    }
    int whole = size == 0 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    return trim(String.format(Locale.ROOT, "%." + Math.max(0, SIGNIFICANT - whole) + "f", value));
  }
}
