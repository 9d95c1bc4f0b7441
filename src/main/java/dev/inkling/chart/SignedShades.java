package dev.inkling.chart;

/**
 * Colours of values above and below zero, as 0xAARRGGBB: orange above, blue below, which people
 * with any colour-blindness tell apart, and the paper's own at zero.
 */
public final class SignedShades {
  private static final int[] ON_LIGHT = {0xff1f6fbf, 0xffffffff, 0xffc24c00};
  private static final int[] ON_DARK = {0xff4a94e0, 0xff000000, 0xffff9a4f};

  private SignedShades() {}

  /**
   * The colour of a value.
   *
   * @param value −1…1; what is beyond has the colour of the end
   */
  public static int color(double value, boolean isDark) {
    int[] ends = isDark ? ON_DARK : ON_LIGHT;
    return Palette.mix(ends[1], ends[value < 0 ? 0 : 2], Math.min(1, Math.abs(value)));
  }
}
