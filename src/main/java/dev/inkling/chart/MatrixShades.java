package dev.inkling.chart;

/**
 * The colours of a confusion matrix, as 0xAARRGGBB: blue for what was read right, orange for what
 * was not, which people with any colour-blindness tell apart. Each has a scale of its own, so that
 * a single error among thousands is seen.
 */
public final class MatrixShades {
  private static final int[] RIGHT_ON_LIGHT = {0xffe3effb, 0xff1f6fbf};
  private static final int[] WRONG_ON_LIGHT = {0xfffdebd9, 0xffc24c00};
  private static final int[] RIGHT_ON_DARK = {0xff16283d, 0xff4a94e0};
  private static final int[] WRONG_ON_DARK = {0xff3a2312, 0xffff9a4f};
  private static final int BLACK = 0xff1b1f24;
  private static final int WHITE = 0xffffffff;

  /** Relative luminance at which black and white letters have the same contrast, by WCAG 2. */
  private static final double MIDDLE = 0.179;

  private MatrixShades() {}

  /** A cell that is 0. */
  public static int none(boolean isDark) {
    return isDark ? 0xff1d232c : 0xfff4f5f9;
  }

  /**
   * A cell of the diagonal.
   *
   * @param part of its row, 0…1
   */
  public static int right(double part, boolean isDark) {
    return between(isDark ? RIGHT_ON_DARK : RIGHT_ON_LIGHT, part);
  }

  /**
   * Another cell that is not 0. Its root is shown, which tells few errors apart.
   *
   * @param part of the greatest of these cells, 0…1
   */
  public static int wrong(double part, boolean isDark) {
    return between(isDark ? WRONG_ON_DARK : WRONG_ON_LIGHT, Math.sqrt(part));
  }

  /** Letters that can be read on a colour. */
  public static int letters(int color) {
    double luminance =
        0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
    return luminance > MIDDLE ? BLACK : WHITE;
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static int between(int[] ends, double part) {
    return Palette.mix(ends[0], ends[1], part);
  }
}
