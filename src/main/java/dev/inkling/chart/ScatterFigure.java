package dev.inkling.chart;

import org.jspecify.annotations.Nullable;

/**
 * Points on a map whose directions mean nothing: only who lies beside whom counts. It is as large
 * as there is room for, and not stretched.
 *
 * @param title what it shows
 * @param words what is to be said of it to those who do not see it
 * @param places x and y of each point
 * @param groups of the points, each with a colour; -1 for points that are pale
 * @param groupCount how many groups there are
 * @param values in the place of the groups' colours, 0…1, from poor to good; null for none
 */
public record ScatterFigure(
    String title,
    String words,
    float[] places,
    int[] groups,
    int groupCount,
    float @Nullable [] values)
    implements Figure {
  private static final double EDGE = 10;
  private static final double RADIUS = 2;

  /** Where the points lie in an area. */
  public record Frame(double left, double top, double scale, float minX, float minY) {
    /** Pixels from the left. */
    public double x(float x) {
      return left + (x - minX) * scale;
    }

    /** Pixels from the top. */
    public double y(float y) {
      return top + (y - minY) * scale;
    }

    /** What lies so many pixels from the left. */
    public float mapX(double x) {
      return (float) ((x - left) / scale) + minX;
    }

    /** What lies so many pixels from the top. */
    public float mapY(double y) {
      return (float) ((y - top) / scale) + minY;
    }
  }

  /** Where the points lie in an area of this size. */
  public Frame frame(double width, double height) {
    float minX = Float.POSITIVE_INFINITY;
    float maxX = Float.NEGATIVE_INFINITY;
    float minY = Float.POSITIVE_INFINITY;
    float maxY = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < groups.length; i++) {
      minX = Math.min(minX, places[2 * i]);
      maxX = Math.max(maxX, places[2 * i]);
      minY = Math.min(minY, places[2 * i + 1]);
      maxY = Math.max(maxY, places[2 * i + 1]);
    }
    if (groups.length == 0) {
      return new Frame(0, 0, 1, 0, 0);
    }
    double wide = Math.max(1e-6, maxX - minX);
    double high = Math.max(1e-6, maxY - minY);
    double scale = Math.min((width - 2 * EDGE) / wide, (height - 2 * EDGE) / high);
    scale = Math.max(1e-6, scale);
    return new Frame((width - wide * scale) / 2, (height - high * scale) / 2, scale, minX, minY);
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    Frame frame = frame(width, height);
    boolean isDark = Palette.isDark(look.text());
    double[] dots = new double[2 * groups.length];
    int[] colors = new int[groups.length];
    int dot = 0;
    // What is pale lies below.
    for (int layer = 0; layer < 2; layer++) {
      for (int i = 0; i < groups.length; i++) {
        if (groups[i] < 0 == (layer == 0)) {
          dots[2 * dot] = frame.x(places[2 * i]);
          dots[2 * dot + 1] = frame.y(places[2 * i + 1]);
          colors[dot++] = color(i, look, isDark);
        }
      }
    }
    painter.dots(dots, RADIUS, colors);
  }

  private int color(int i, Look look, boolean isDark) {
    if (groups[i] < 0) {
      return Palette.fade(look.muted(), 0.25);
    }
    return values == null
        ? Palette.ofClass(groups[i], groupCount, isDark)
        : Palette.mix(Palette.color(1, isDark), Palette.color(0, isDark), values[i]);
  }
}
