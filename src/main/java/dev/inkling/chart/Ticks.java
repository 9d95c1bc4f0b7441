package dev.inkling.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where an axis has its lines.
 *
 * @param major values that have a label, rising
 * @param minor values between them, where an axis is logarithmic
 * @param step between the labels; NaN where an axis is logarithmic
 */
public record Ticks(double[] major, double[] minor, double step) {
  private static final double[] NONE = {};

  /** Ends of an axis are part of it, in spite of rounding. */
  private static final double SLACK = 1e-9;

  /** Ratio of the ends up to which a logarithmic axis looks like a linear one. */
  private static final double NARROW = 8;

  /** Decades up to which the eight values between two powers of ten have a line. */
  private static final int FEW_DECADES = 4;

  /**
   * Multiples of 1, 2 or 5 times a power of ten.
   *
   * @param most how many there may be, 2 or more
   * @param smallest step, such as 1 for what is counted, or 0
   */
  public static Ticks linear(Range range, int most, double smallest) {
    double wanted = Math.max(smallest, range.size() / most);
    int exponent = (int) Math.floor(Math.log10(wanted) + SLACK);
    double mantissa = wanted / Math.pow(10, exponent);
    int digit =
        mantissa <= 1 + SLACK ? 1 : mantissa <= 2 + SLACK ? 2 : mantissa <= 5 + SLACK ? 5 : 10;
    double step = power(digit, exponent);
    long first = (long) Math.ceil(range.low() / step - SLACK);
    long last = (long) Math.floor(range.high() / step + SLACK);
    double[] values = new double[(int) Math.max(0, last - first + 1)];
    Arrays.setAll(values, i -> power((first + i) * digit, exponent));
    return new Ticks(values, NONE, step);
  }

  /**
   * Powers of ten, with 2 and 5 times them where there is room, on an axis above 0.
   *
   * @param most how many there may be, 2 or more
   */
  public static Ticks log(Range range, int most) {
    if (range.high() / range.low() < NARROW) {
      return new Ticks(linear(range, most, 0).major(), NONE, Double.NaN);
    }
    double[] fine = multiples(range, 1, 1, 2, 5);
    double[] decades = multiples(range, 1, 1);
    int every = (int) Math.ceil(decades.length / (double) most);
    double[] major = fine.length <= most || decades.length < 2 ? fine : multiples(range, every, 1);
    double[] all = multiples(range, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    double[] rest = decades.length > FEW_DECADES ? decades : all;
    return new Ticks(
        major,
        Arrays.stream(rest).filter(v -> Arrays.binarySearch(major, v) < 0).toArray(),
        Double.NaN);
  }

  /** Some digits times the powers of ten whose exponents are multiples of a number. */
  private static double[] multiples(Range range, int every, int... digits) {
    int first = (int) Math.floor(Math.log10(range.low()) - SLACK);
    int last = (int) Math.ceil(Math.log10(range.high()) + SLACK);
    return IntStream.rangeClosed(first, last)
        .filter(exponent -> exponent % every == 0)
        .boxed()
        .flatMapToDouble(
            exponent -> IntStream.of(digits).mapToDouble(digit -> power(digit, exponent)))
        .filter(v -> v >= range.low() * (1 - SLACK) && v <= range.high() * (1 + SLACK))
        .toArray();
  }

  /** A number times a power of ten, as exact as if it were written in decimals. */
  private static double power(double number, int exponent) {
    return exponent < 0 ? number / Math.pow(10, -exponent) : number * Math.pow(10, exponent);
  }
}
