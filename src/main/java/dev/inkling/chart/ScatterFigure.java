package dev.inkling.chart;

import java.util.List;
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
 * @param names of the groups, each written in the middle of its points; empty for none
 * @param area that is shown; null for that of the points
 */
public record ScatterFigure(
    String title,
    String words,
    float[] places,
    int[] groups,
    int groupCount,
    float @Nullable [] values,
    List<String> names,
    @Nullable Area area)
    implements Figure {
  private static final double EDGE = 10;
  private static final double RADIUS = 2;

  /** The points alone. */
  public ScatterFigure(
      String title,
      String words,
      float[] places,
      int[] groups,
      int groupCount,
      float @Nullable [] values) {
    this(title, words, places, groups, groupCount, values, List.of(), null);
  }

  /** A part of the plane, which several figures may have in common. */
  public record Area(float minX, float minY, float maxX, float maxY) {
    /** What has room for all points: x and y of each. */
    public static Area of(List<float[]> points) {
      float minX = Float.POSITIVE_INFINITY;
      float maxX = Float.NEGATIVE_INFINITY;
      float minY = Float.POSITIVE_INFINITY;
      float maxY = Float.NEGATIVE_INFINITY;
      for (float[] places : points) {
        for (int i = 0; i < places.length; i += 2) {
          minX = Math.min(minX, places[i]);
          maxX = Math.max(maxX, places[i]);
          minY = Math.min(minY, places[i + 1]);
          maxY = Math.max(maxY, places[i + 1]);
        }
      }
      return new Area(minX, minY, maxX, maxY);
    }
  }

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
    if (groups.length == 0) {
      return new Frame(0, 0, 1, 0, 0);
    }
    Area shown = area == null ? Area.of(List.of(places)) : area;
    double wide = Math.max(1e-6, shown.maxX - shown.minX);
    double high = Math.max(1e-6, shown.maxY - shown.minY);
    double scale = Math.min((width - 2 * EDGE) / wide, (height - 2 * EDGE) / high);
    scale = Math.max(1e-6, scale);
    double left = (width - wide * scale) / 2;
    double top = (height - high * scale) / 2;
    return new Frame(left, top, scale, shown.minX, shown.minY);
  }

  /**
   * The point at a place, when they are drawn in a size: the nearest one.
   *
   * @param reach pixels that it may be away
   * @return −1 where there is none
   */
  public int at(double x, double y, double reach, double width, double height) {
    Frame frame = frame(width, height);
    int best = -1;
    double least = reach;
    for (int i = 0; i < groups.length; i++) {
      double away = Math.hypot(frame.x(places[2 * i]) - x, frame.y(places[2 * i + 1]) - y);
      if (away <= least) {
        least = away;
        best = i;
      }
    }
    return best;
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
    for (int group = 0; group < names.size(); group++) {
      name(painter, look, frame, group);
    }
  }

  /** A group's name, on a shade of the paper, so that it is read above its points. */
  private void name(Painter painter, Look look, Frame frame, int group) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] == group) {
        x += frame.x(places[2 * i]);
        y += frame.y(places[2 * i + 1]);
        count++;
      }
    }
    if (count > 0) {
      Type type = look.title();
      double half = Math.max(type.size() * 0.75, painter.width(names.get(group), type) / 2 + 4);
      double middle = y / count;
      Box paper =
          new Box(x / count - half, middle - type.size() * 0.75, 2 * half, type.size() * 1.5);
      painter.rect(paper, type.size() * 0.75, Palette.fade(look.surface(), 0.88));
      int color = Palette.ofClass(group, groupCount, Palette.isDark(look.text()));
      painter.text(
          names.get(group), x / count, middle + type.middle(), Painter.Align.CENTER, type, color);
    }
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
