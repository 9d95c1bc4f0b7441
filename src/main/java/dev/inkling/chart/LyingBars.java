package dev.inkling.chart;

import java.util.List;

/** Bars from the left to the right, one below the other, with the numbers in a column. */
final class LyingBars extends BarPainting {
  /** A row with less height has no room for its label: the labels of the axis give way. */
  private static final double LEAST_ROW = 13;

  private static final double TICK_STEP = 64;
  private static final double LONGEST_LABEL = 0.35;

  LyingBars(BarFigure figure, Painter painter, Look look) {
    super(figure, painter, look);
  }

  @Override
  void paintBars(Box area) {
    int count = figure.labels().size();
    double ticks = type.line() + Rows.TICK_GAP;
    boolean hasTicks = area.height() - ticks >= count * LEAST_ROW;
    double height = area.height() - (hasTicks ? ticks : 0);
    double labels =
        figure.labels().stream().mapToDouble(label -> painter.width(label, type)).max().orElse(0);
    double left = Math.rint(area.x() + Math.min(labels, LONGEST_LABEL * area.width()) + GAP);
    double numbers = painter.width(ValueFormat.percent(1, 1), type);
    double right = Math.rint(Math.max(left + 1, area.right() - numbers - GAP));
    Box plot = new Box(left, area.y() + GAP / 2, right - left, height - GAP / 2);
    Scale scale = scale(plot.x(), plot.right());
    paintAxis(plot, scale, hasTicks);
    List<String> texts = numbers(area.right() - plot.right());
    for (int k = 0; k < count; k++) {
      paintBar(k, plot, scale);
      double middle = plot.y() + (k + 0.5) * plot.height() / count;
      double room = plot.x() - area.x() - GAP + 1;
      text(figure.labels().get(k), plot.x() - GAP, middle, Painter.Align.RIGHT, room, look.muted());
      text(texts.get(k), area.right(), middle, Painter.Align.RIGHT, area.width(), look.text());
    }
    painter.rule(plot.x(), plot.y(), plot.x(), plot.bottom(), look.axis());
  }

  private void paintAxis(Box plot, Scale scale, boolean hasLabels) {
    Ticks ticks = ticks(plot.width(), TICK_STEP);
    for (double value : ticks.major()) {
      double x = scale.toPixel(value);
      painter.rule(x, plot.y(), x, plot.bottom(), look.grid());
      if (hasLabels) {
        double middle = plot.bottom() + Rows.TICK_GAP + type.line() / 2;
        String label = ValueFormat.PERCENT.tick(value, ticks.step());
        text(label, x, middle, Painter.Align.CENTER, TICK_STEP, look.muted());
      }
    }
  }

  private void paintBar(int k, Box plot, Scale scale) {
    double row = plot.height() / figure.labels().size();
    double thick = thickness(row);
    double top = Math.rint(plot.y() + (k + 0.5) * row - thick / 2);
    double length = scale.toPixel(end(k)) - plot.x();
    bar(
        new Box(plot.x(), top, length, thick),
        new Box(plot.x(), top, Math.min(length / 2, BASE), thick));
  }
}
