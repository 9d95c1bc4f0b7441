package dev.inkling.chart;

/** What standing and lying bars have in common. */
abstract class BarPainting {
  static final double MARGIN = 10;
  static final double EDGE = 5;
  static final double GAP = 8;

  /** Part of its row or column that a bar fills, and its greatest thickness. */
  private static final double FILL = 0.64;

  private static final double THICKEST = 30;
  private static final double RADIUS = 3;

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
      text(figure.empty(), width / 2, (top + height) / 2, Painter.Align.CENTER, width);
      return;
    }
    if (figure.start() > 0) {
      top += row(figure.note(), top, type, look.muted(), width);
    }
    paintBars(new Box(MARGIN, top, Math.max(1, width - 2 * MARGIN), height - EDGE - top));
  }

  private double row(String text, double top, Type rowType, int color, double width) {
    if (text.isEmpty()) {
      return 0;
    }
    String fitting = painter.fit(text, width - 2 * MARGIN, rowType);
    double y = top + rowType.line() / 2 + rowType.middle();
    painter.text(fitting, MARGIN, y, Painter.Align.LEFT, rowType, color);
    return rowType.line();
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

  void bar(double x, double y, double width, double height) {
    if (width > 0 && height > 0) {
      double radius = Math.min(RADIUS, Math.min(width, height) / 2);
      painter.rect(new Box(x, y, width, height), radius, look.bar());
    }
  }

  void text(String text, double x, double middle, Painter.Align align, double room) {
    text(text, x, middle, align, room, type, look.muted());
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

  /** A class's number, with the decimals that there is room for; empty where there is none. */
  String number(int k, double room) {
    double value = figure.values()[k];
    String full = ValueFormat.percent(value, 1);
    String[] candidates = {
      full, full.replace(" %", ""), ValueFormat.percent(value, 0).replace(" %", "")
    };
    for (String candidate : candidates) {
      if (!Double.isNaN(value) && painter.width(candidate, type) <= room) {
        return candidate;
      }
    }
    return "";
  }

  /** Where a bar ends, on the axis. */
  double end(int k) {
    double length = figure.lengths()[k];
    return Double.isNaN(length) ? figure.start() : Math.clamp(length, figure.start(), 1);
  }
}
