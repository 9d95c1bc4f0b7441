package dev.inkling.chart;

import java.awt.Color;

/**
 * Ten colours that people with a colour-blindness tell apart too, for light and for dark paper,
 * written as 0xAARRGGBB. They begin as Okabe's and Ito's and were moved by a search until each has
 * a contrast of 3 to its paper, and any two are about 12 apart in CIELAB at least (of the first
 * four: 19) for normal, protan, deutan and tritan eyes as Machado and others model these.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design, 2008</a>
 * @see <a href="https://doi.org/10.1109/TVCG.2009.113">Machado, Oliveira, Fernandes, 2009</a>
 */
public final class Palette {
  private static final int[] ON_LIGHT = {
    0xff0071bd, // blue
    0xffc24c00, // vermilion
    0xff0ea26e, // bluish green
    0xffac5389, // reddish purple
    0xffc98800, // orange
    0xff2a9eda, // sky blue
    0xff4b4b55, // black
    0xff958a37, // yellow
    0xff5f3dc4, // violet
    0xff7a4b21, // brown
  };
  private static final int[] ON_DARK = {
    0xff3a89d4, 0xfff07835, 0xff2dc48f, 0xffe295c9, 0xffefb02e,
    0xff8ad3fa, 0xffd1d7de, 0xfff8eb48, 0xff8b84ff, 0xffbd9261,
  };

  /** From the first of several to the last: colours that say by themselves which comes before. */
  private static final int[] RAMP_ON_LIGHT = {
    0xff5f3dc4, 0xff0071bd, 0xff0ea26e, 0xffc98800, 0xffc24c00,
  };

  private static final int[] RAMP_ON_DARK = {
    0xff8b84ff, 0xff3a89d4, 0xff2dc48f, 0xffefb02e, 0xfff07835,
  };

  /** From this index on, colours lie on the ramp. */
  private static final int RAMP = 1_000;

  private static final int STEPS = 240;

  /** Part of a circle by which any number of steps lie apart from each other. */
  private static final float GOLDEN = 0.618034f;

  private Palette() {}

  /** How many colours differ. */
  public static int size() {
    return ON_LIGHT.length;
  }

  /** The index of the colour of one of several that come one after the other. */
  public static int inOrder(int place, int count) {
    return RAMP + (count < 2 ? 0 : STEPS * place / (count - 1));
  }

  private static int onRamp(int step, boolean isDark) {
    int[] ramp = isDark ? RAMP_ON_DARK : RAMP_ON_LIGHT;
    double at = (double) step / STEPS * (ramp.length - 1);
    int from = Math.min((int) at, ramp.length - 2);
    return mix(ramp[from], ramp[from + 1], at - from);
  }

  /** A colour; after the last one comes the first again, but for those of {@link #inOrder}. */
  public static int color(int index, boolean isDark) {
    if (index >= RAMP) {
      return onRamp(Math.min(index - RAMP, STEPS), isDark);
    }
    return (isDark ? ON_DARK : ON_LIGHT)[Math.floorMod(index, ON_LIGHT.length)];
  }

  /**
   * The colour of one of many classes. More than there are colours have hues of their own, which
   * not everybody tells apart: a name has to stand beside each.
   */
  public static int ofClass(int index, int classes, boolean isDark) {
    if (classes <= size()) {
      return color(index, isDark);
    }
    float hue = index * GOLDEN;
    float saturation = index % 2 == 0 ? 0.85f : 0.5f;
    return Color.HSBtoRGB(hue, saturation, isDark ? 0.95f : 0.68f);
  }

  /**
   * What is between two colours without transparency.
   *
   * @param part of the second one, 0…1
   */
  public static int mix(int first, int second, double part) {
    int color = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = first >> shift & 0xff;
      int high = second >> shift & 0xff;
      color = color << 8 | (int) Math.round(low + part * (high - low));
    }
    return color;
  }

  /** A colour with a part of its opacity. */
  public static int fade(int color, double part) {
    return (int) Math.round((color >>> 24) * part) << 24 | (color & 0xffffff);
  }

  /** Whether light letters mean that the paper is dark. */
  public static boolean isDark(int text) {
    double brightness =
        0.299 * (text >> 16 & 0xff) + 0.587 * (text >> 8 & 0xff) + 0.114 * (text & 0xff);
    return brightness > 127;
  }
}
