package dev.inkling.chart;

/** Bars from the bottom upwards, side by side, with the numbers above them. */
final class StandingBars extends BarPainting {
  private static final double TICK_STEP = 38;

  /** Air between the numbers of two columns. */
  private static final double BETWEEN = 4;

  StandingBars(BarFigure figure, Painter painter, Look look) {
    super(figure, painter, look);
  }

  @Override
  void paintBars(Box area) {
    double line = type.line();
    // The number of a full bar stands above the axis.
    double top = Math.rint(area.y() + line);
    double bottom = Math.max(top + 1, Math.rint(area.bottom() - line - Rows.TICK_GAP));
    Ticks ticks = ticks(bottom - top, TICK_STEP);
    double labels = 0;
    for (double value : ticks.major()) {
      labels = Math.max(labels, painter.width(label(value, ticks), type));
    }
    double left = Math.rint(area.x() + labels + GAP);
    Box plot = new Box(left, top, Math.max(1, area.right() - left), bottom - top);
    Scale scale = scale(plot.bottom(), plot.y());
    for (double value : ticks.major()) {
      double y = scale.toPixel(value);
      painter.rule(plot.x(), y, plot.right(), y, look.grid());
      text(label(value, ticks), plot.x() - GAP, y, Painter.Align.RIGHT, labels + 1);
    }
    for (int k = 0; k < figure.labels().size(); k++) {
      paintBar(k, plot, scale);
    }
    painter.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), look.axis());
  }

  private static String label(double value, Ticks ticks) {
    return ValueFormat.PERCENT.tick(value, ticks.step());
  }

  private void paintBar(int k, Box plot, Scale scale) {
    double column = plot.width() / figure.labels().size();
    double middle = plot.x() + (k + 0.5) * column;
    double thick = thickness(column);
    double y = scale.toPixel(end(k));
    bar(Math.rint(middle - thick / 2), y, thick, plot.bottom() - y);
    double below = plot.bottom() + Rows.TICK_GAP + type.line() / 2;
    double room = column - BETWEEN;
    text(figure.labels().get(k), middle, below, Painter.Align.CENTER, room);
    text(
        number(k, room),
        middle,
        y - type.line() / 2,
        Painter.Align.CENTER,
        room,
        type,
        look.text());
  }
}
