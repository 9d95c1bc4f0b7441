package dev.inkling.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parallel coordinates: an upright axis for each of several values, and a line through them for
 * each thing that has them.
 *
 * @param title above
 * @param empty what is said while there is no line
 * @param axes from left to right
 * @param lines the first ones below
 */
public record ParallelFigure(String title, String empty, List<Axis> axes, List<Line> lines)
    implements Figure {
  private static final double EDGE = 10;
  private static final double MARK = 5;
  private static final double DOT = 3;

  /** Labels are as far apart, in lines. */
  private static final double CLOSE = 0.85;

  /** How much of the lines a label hides. */
  private static final double BEHIND = 0.8;

  /** How much fainter what was given up is. */
  private static final double FAINT = 0.45;

  /**
   * An axis.
   *
   * @param name above it
   * @param marks values that have a label
   */
  public record Axis(String name, List<Mark> marks) {
    public Axis {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A value of an axis.
   *
   * @param text of it
   * @param place from the lower end, 0…1
   */
  public record Mark(String text, double place) {}

  /** What a line stands for. */
  public enum Kind {
    /** It was given up. */
    OUT,
    /** One of several. */
    USUAL,
    /** The best of them. */
    BEST
  }

  /**
   * A line.
   *
   * @param name of what it stands for
   * @param places on each axis, 0…1; NaN on those that it does not reach yet
   */
  public record Line(String name, Kind kind, double... places) {}

  public ParallelFigure {
    axes = List.copyOf(axes);
    lines = List.copyOf(lines);
  }

  @Override
  public String words() {
    return lines.isEmpty()
        ? title + ": " + empty
        : lines.stream()
            .filter(line -> line.kind == Kind.BEST)
            .map(line -> title + ": " + line.name)
            .findFirst()
            .orElse(title);
  }

  @Override
  public Optional<String> csv() {
    return Optional.of(lines.stream().map(line -> line.name + "\n").collect(Collectors.joining()));
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    Type type = look.label();
    double room = Math.max(1, width - 2 * EDGE);
    double top = EDGE / 2;
    top += painter.line(title, new Box(EDGE, top, room, 0), look.title(), look.text());
    if (lines.isEmpty() || axes.size() < 2) {
      painter.note(empty, new Box(EDGE, top, room, height - top), type, look.muted());
      return;
    }
    double left = EDGE + widest(painter, axes.getFirst(), type) + MARK + Rows.TICK_GAP;
    double right = width - EDGE - Math.max(60, painter.width(axes.getLast().name, type)) / 2;
    double upper = top + 1.5 * type.line() + 4;
    double lower = Math.max(upper + 1, height - EDGE - type.line() / 2);
    Box plot = new Box(left, upper, Math.max(1, right - left), lower - upper);
    double[] xs = new double[axes.size()];
    Arrays.setAll(xs, i -> plot.x() + i * plot.width() / (axes.size() - 1));
    for (int i = 0; i < xs.length; i++) {
      painter.rule(xs[i], plot.y(), xs[i], plot.bottom(), look.axis());
    }
    for (Kind kind : Kind.values()) { // the best above all
      lines.stream()
          .filter(line -> line.kind == kind)
          .forEach(line -> line(painter, look, plot, xs, line));
    }
    for (int i = 0; i < xs.length; i++) {
      labels(painter, look, plot, xs[i], axes.get(i), plot.width() / (axes.size() - 1));
    }
  }

  private static double widest(Painter painter, Axis axis, Type type) {
    double widest = painter.width(axis.name, type) / 2 - MARK;
    for (Mark mark : axis.marks) {
      widest = Math.max(widest, painter.width(mark.text, type));
    }
    return widest;
  }

  private static void line(Painter painter, Look look, Box plot, double[] xs, Line line) {
    int count = 0;
    double[] ys = new double[xs.length];
    while (count < xs.length && !Double.isNaN(line.places[count])) {
      ys[count] = plot.bottom() - line.places[count] * plot.height();
      count++;
    }
    int color =
        switch (line.kind) {
          case OUT -> Palette.fade(look.muted(), FAINT);
          case USUAL -> look.curve(0);
          case BEST -> look.curve(1);
        };
    if (count > 1) {
      painter.polyline(xs, ys, count, new Pen(color, line.kind == Kind.BEST ? 3 : 1.5, false));
    }
    for (int i = 0; i < count; i++) {
      painter.dot(xs[i], ys[i], DOT, color);
    }
  }

  private static void labels(
      Painter painter, Look look, Box plot, double x, Axis axis, double room) {
    Type type = look.label();
    String name = painter.fit(axis.name, room - MARK, type);
    double above = plot.y() - type.line() + type.middle();
    painter.text(name, x, above, Painter.Align.CENTER, type, look.text());
    double last = Double.POSITIVE_INFINITY;
    for (Mark mark : axis.marks) {
      double y = plot.bottom() - mark.place * plot.height();
      if (last - y < type.line() * CLOSE) {
        continue; // it would stand on the one below
      }
      last = y;
      painter.rule(x - MARK, y, x, y, look.axis());
      String text = painter.fit(mark.text, room - 2 * MARK, type);
      double end = x - MARK - Rows.TICK_GAP / 2;
      double width = painter.width(text, type);
      Box behind = new Box(end - width, y - type.size() / 2, width, type.size());
      painter.rect(behind, 2, Palette.fade(look.surface(), BEHIND));
      painter.text(text, end, y + type.middle(), Painter.Align.RIGHT, type, look.muted());
    }
  }
}
