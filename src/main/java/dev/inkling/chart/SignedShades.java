package dev.inkling.chart;

/**
 * The colours of values on both sides of zero, as 0xAARRGGBB: orange above it, blue below, which
 * people with any colour-blindness tell apart, and at zero nearly the paper's own. Ink is black.
 */
public final class SignedShades {
  /** Colours on either side of zero: more than an eye tells apart. */
  private static final int STEPS = 255;

  private static final int[] ON_LIGHT = table(0xff1f6fbf, 0xfff1f2f6, 0xffd05a00);
  private static final int[] ON_DARK = table(0xff4a9cf5, 0xff222935, 0xffff9a4f);

  private static final int[] INK_ON_LIGHT = {0xfff1f2f6, 0xff1b1f3b};
  private static final int[] INK_ON_DARK = {0xff222935, 0xfff0f3f6};

  private SignedShades() {}

  private static int[] table(int below, int zero, int above) {
    int[] table = new int[2 * STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      table[STEPS - i] = Palette.mix(zero, below, part);
      table[STEPS + i] = Palette.mix(zero, above, part);
    }
    return table;
  }

  /**
   * The colour of a value.
   *
   * @param part of the strongest value there is, −1…1; what is beyond is as strong as that
   */
  public static int color(double part, boolean isDark) {
    int step = (int) Math.round(Math.clamp(part, -1, 1) * STEPS);
    return (isDark ? ON_DARK : ON_LIGHT)[STEPS + step];
  }

  /**
   * The colour of ink.
   *
   * @param part 0 for paper, 1 for full ink
   */
  public static int ink(double part, boolean isDark) {
    int[] ends = isDark ? INK_ON_DARK : INK_ON_LIGHT;
    return Palette.mix(ends[0], ends[1], Math.clamp(part, 0, 1));
  }

  /** The largest absolute value, what a scale of colours ends at; NaN is none. */
  public static float strongest(float[] values) {
    float strongest = 0;
    for (float value : values) {
      strongest = Math.abs(value) > strongest ? Math.abs(value) : strongest;
    }
    return strongest;
  }

  /**
   * The colours of values.
   *
   * @param strongest the absolute value that has the strongest colour; 0 when all are 0
   */
  public static int[] colors(float[] values, double strongest, boolean isDark) {
    int[] colors = new int[values.length];
    double scale = strongest > 0 ? 1 / strongest : 0;
    for (int i = 0; i < values.length; i++) {
      colors[i] = color(values[i] * scale, isDark);
    }
    return colors;
  }
}
