package dev.inkling.chart;

import java.util.List;

/** Bars from the left to the right, one below the other, with the numbers in a column. */
final class LyingBars extends BarPainting {
  /** A row with less height has no room for its label: the labels of the axis give way. */
  private static final double LEAST_ROW = 13;

  /** Of a row's height that its letters may have, and their least size. */
  private static final double LETTERS = 0.88;

  private static final double LEAST_LETTERS = 8;
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
    double row = plot.height() / count;
    Type letters = letters(row);
    int step = (int) Math.max(1, Math.ceil(LETTERS * letters.size() / row));
    for (int k = 0; k < count; k++) {
      paintBar(k, plot, scale);
      if (k % step == 0) {
        double middle = plot.y() + (k + 0.5) * row;
        double room = plot.x() - area.x() - GAP + 1;
        String label = figure.labels().get(k);
        text(label, plot.x() - GAP, middle, Painter.Align.RIGHT, room, letters, look.muted());
        text(
            texts.get(k),
            area.right(),
            middle,
            Painter.Align.RIGHT,
            area.width(),
            letters,
            look.text());
      }
    }
    painter.rule(plot.x(), plot.y(), plot.x(), plot.bottom(), look.axis());
  }

  /** They are smaller where rows are low; where they would be too small not every row has any. */
  private Type letters(double row) {
    double least = Math.min(LEAST_LETTERS, type.size());
    return new Type(Math.clamp(LETTERS * row, least, type.size()), type.isBold());
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
