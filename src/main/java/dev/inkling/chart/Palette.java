package dev.inkling.chart;

/**
 * Ten colours that people with a colour-blindness tell apart too, for light and for dark paper.
 * They follow Okabe and Ito, with their light ones darkened where paper is white and their dark
 * ones lightened where it is black. All colours are written as 0xAARRGGBB.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design, 2008</a>
 */
public final class Palette {
  private static final int[] ON_LIGHT = {
    0xff0072b2, // blue
    0xffd55e00, // vermilion
    0xff009e73, // bluish green
    0xffb5588f, // reddish purple
    0xffd18f00, // orange
    0xff3fa5df, // sky blue
    0xff4b4b55, // black
    0xff8a7f00, // yellow
    0xff5f3dc4, // violet
    0xff7a4b21, // brown
  };
  private static final int[] ON_DARK = {
    0xff4a9fe8, 0xfff27935, 0xff1fc293, 0xffe08fc0, 0xfff0b030,
    0xff8ad3fa, 0xffd0d7de, 0xfff0e442, 0xffa58bfa, 0xffc49a6c,
  };

  private Palette() {}

  /** How many colours differ. */
  public static int size() {
    return ON_LIGHT.length;
  }

  /** A colour; after the last one comes the first again. */
  public static int color(int index, boolean isDark) {
    return (isDark ? ON_DARK : ON_LIGHT)[Math.floorMod(index, ON_LIGHT.length)];
  }

  /** A colour with a part of its opacity. */
  static int fade(int color, double part) {
    return (int) Math.round((color >>> 24) * part) << 24 | color & 0xffffff;
  }

  /** Whether light letters mean that the paper is dark. */
  public static boolean isDark(int text) {
    double brightness =
        0.299 * (text >> 16 & 0xff) + 0.587 * (text >> 8 & 0xff) + 0.114 * (text & 0xff);
    return brightness > 127;
  }
}
