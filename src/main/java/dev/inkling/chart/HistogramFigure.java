package dev.inkling.chart;

/**
 * How many values lie where, as columns side by side from −limit to limit.
 *
 * @param title above; empty takes no room
 * @param note below the title
 * @param limit that the axis reaches to on both sides of 0
 * @param counts of values in bins of one width, from the lowest
 * @param most count that is as high as there is room, at least 1
 */
public record HistogramFigure(String title, String note, double limit, int[] counts, int most)
    implements Figure {
  private static final double EDGE = 10;

  /** Between two columns. */
  private static final double GAP = 1;

  @Override
  public String words() {
    return title + ": " + note;
  }

  @Override
  public void paint(Painter painter, Look look, double width, double height) {
    double room = Math.max(1, width - 2 * EDGE);
    double top = EDGE / 2;
    top += painter.line(title, new Box(EDGE, top, room, 0), look.title(), look.text());
    top += painter.line(note, new Box(EDGE, top, room, 0), look.label(), look.muted());
    double bottom = height - EDGE / 2 - look.label().line();
    Box plot = new Box(EDGE, top, room, Math.max(1, bottom - top));
    for (int bin = 0; bin < counts.length; bin++) {
      column(painter, look, bin, plot);
    }
    painter.rule(plot.x(), plot.bottom(), plot.right(), plot.bottom(), look.axis());
    paintAxis(painter, look, plot);
  }

  private void column(Painter painter, Look look, int bin, Box plot) {
    double left = Math.rint(plot.x() + plot.width() * bin / counts.length);
    double right = Math.rint(plot.x() + plot.width() * (bin + 1) / counts.length);
    // A single weight far out is still seen.
    double height = counts[bin] == 0 ? 0 : Math.max(1, plot.height() * counts[bin] / most);
    double wide = Math.max(1, right - left - GAP);
    painter.rect(new Box(left, plot.bottom() - height, wide, height), 0, look.bar());
  }

  private void paintAxis(Painter painter, Look look, Box plot) {
    Type type = look.label();
    double y = plot.bottom() + type.line() / 2 + type.middle();
    String end = ValueFormat.PLAIN.exact(limit);
    painter.text("−" + end, plot.x(), y, Painter.Align.LEFT, type, look.muted());
    double middle = plot.x() + plot.width() / 2;
    painter.text("0", middle, y, Painter.Align.CENTER, type, look.muted());
    painter.text(end, plot.right(), y, Painter.Align.RIGHT, type, look.muted());
  }
}
