package dev.inkling.chart;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** What standing and lying bars have in common. */
abstract class BarPainting {
  static final double MARGIN = 10;
  static final double EDGE = 5;
  static final double GAP = 8;

  /** Part of its row or column that a bar fills, and its greatest thickness. */
  private static final double FILL = 0.64;

  private static final double THICKEST = 30;
  private static final double RADIUS = 3;

  /** How much of a bar is straight for certain, so that the rounding at the axis is filled. */
  static final double BASE = 2 * RADIUS;

  final BarFigure figure;
  final Painter painter;
  final Look look;
  final Type type;

  BarPainting(BarFigure figure, Painter painter, Look look) {
    this.figure = figure;
    this.painter = painter;
    this.look = look;
    type = look.label();
  }

  final void paint(double width, double height) {
    double top = EDGE;
    top += row(figure.title(), top, look.title(), look.text(), width);
    if (figure.labels().isEmpty()) {
      painter.note(figure.empty(), new Box(0, top, width, height - top), type, look.muted());
      return;
    }
    if (figure.start() > 0) {
      top += row(figure.note(), top, type, look.muted(), width);
    }
    paintBars(new Box(MARGIN, top, Math.max(1, width - 2 * MARGIN), height - EDGE - top));
  }

  private double row(String text, double top, Type rowType, int color, double width) {
    return painter.line(text, new Box(MARGIN, top, width - 2 * MARGIN, 0), rowType, color);
  }

  /** Draws axis and bars into an area. */
  abstract void paintBars(Box area);

  /** Axis values become pixels. */
  Scale scale(double from, double to) {
    return new Scale(new Range(figure.start(), 1), from, to, false);
  }

  Ticks ticks(double pixels, double step) {
    int most = Math.clamp((int) (pixels / step), 2, 10);
    return Ticks.linear(new Range(figure.start(), 1), most, 0);
  }

  static double thickness(double room) {
    return Math.max(1, Math.rint(Math.min(THICKEST, FILL * room)));
  }

  /** Round at the end, straight where it stands on the axis. */
  void bar(Box whole, Box base) {
    if (whole.width() > 0 && whole.height() > 0) {
      double radius = Math.min(RADIUS, Math.min(whole.width(), whole.height()) / 2);
      painter.rect(whole, radius, look.bar());
      painter.rect(base, 0, look.bar());
    }
  }

  void text(String text, double x, double middle, Painter.Align align, double room, int color) {
    text(text, x, middle, align, room, type, color);
  }

  void text(
      String text,
      double x,
      double middle,
      Painter.Align align,
      double room,
      Type letters,
      int color) {
    String fitting = painter.fit(text, room, letters);
    painter.text(fitting, x, middle + letters.middle(), align, letters, color);
  }

  /** The numbers of all classes, alike, with as much as there is room for; empty without room. */
  List<String> numbers(double room) {
    List<UnaryOperator<String>> forms = List.of(text -> text, text -> text.replace("%", ""));
    for (int decimals = 1; decimals >= 0; decimals--) {
      for (UnaryOperator<String> form : forms) {
        List<String> numbers = numbers(decimals, form);
        if (numbers.stream().allMatch(number -> painter.width(number, type) <= room)) {
          return numbers;
        }
      }
    }
    return Collections.nCopies(figure.values().length, "");
  }

  private List<String> numbers(int decimals, UnaryOperator<String> form) {
    return Arrays.stream(figure.values())
        .mapToObj(v -> Double.isNaN(v) ? "" : form.apply(ValueFormat.percent(v, decimals)))
        .toList();
  }

  /** Where a bar ends, on the axis. */
  double end(int k) {
    double length = figure.lengths()[k];
    return Double.isNaN(length) ? figure.start() : Math.clamp(length, figure.start(), 1);
  }
}
