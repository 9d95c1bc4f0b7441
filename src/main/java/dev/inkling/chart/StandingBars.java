package dev.inkling.chart;

import java.util.List;

/** Bars from the bottom upwards, side by side, with the numbers above them. */
final class StandingBars extends BarPainting {
  private static final double TICK_STEP = 38;

  /** Air between the numbers of two columns. */
  private static final double BETWEEN = 6;

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
      text(label(value, ticks), plot.x() - GAP, y, Painter.Align.RIGHT, labels + 1, look.muted());
    }
    List<String> texts = numbers(plot.width() / figure.labels().size() - BETWEEN);
    for (int k = 0; k < figure.labels().size(); k++) {
      paintBar(k, plot, scale, texts.get(k));
    }
    painter.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), look.axis());
  }

  private static String label(double value, Ticks ticks) {
    return ValueFormat.PERCENT.tick(value, ticks.step());
  }

  private void paintBar(int k, Box plot, Scale scale, String number) {
    double column = plot.width() / figure.labels().size();
    double middle = plot.x() + (k + 0.5) * column;
    double thick = thickness(column);
    double left = Math.rint(middle - thick / 2);
    double top = scale.toPixel(end(k));
    double height = plot.bottom() - top;
    double base = Math.min(height / 2, BASE);
    bar(new Box(left, top, thick, height), new Box(left, plot.bottom() - base, thick, base));
    double below = plot.bottom() + Rows.TICK_GAP + type.line() / 2;
    String label = figure.labels().get(k);
    text(label, middle, below, Painter.Align.CENTER, column - BETWEEN, look.muted());
    double above = top - type.line() / 2;
    text(number, middle, above, Painter.Align.CENTER, column, look.text());
  }
}
