package dev.inkling.chart;

/**
 * The colours of a chart, as 0xAARRGGBB, and the size of its letters.
 *
 * @param text of what is to be read first
 * @param muted of labels
 * @param grid of lines behind the curves
 * @param axis of the line the curves stand on
 * @param surface behind all
 * @param bar of bars
 * @param size of letters in logical pixels
 */
public record Look(int text, int muted, int grid, int axis, int surface, int bar, double size) {
  /** On white paper, in Primer's greys. */
  public static final Look PAPER =
      new Look(0xff24292f, 0xff57606a, 0xffe4e7ec, 0xffafb8c1, 0xffffffff, 0xff5b5bd6, 14);

  /** The letters of titles. */
  public Type title() {
    return new Type(size + 1, true);
  }

  /** The letters of labels. */
  public Type label() {
    return new Type(size - 2, false);
  }

  /** The colour of a curve. */
  public int curve(int index) {
    return Palette.color(index, Palette.isDark(text));
  }
}
