package dev.inkling.chart;

/** Draws one line chart that is laid out. */
final class LinePainting {
  /** Lines between the labels of a logarithmic axis are this much fainter. */
  private static final double FAINT = 0.5;

  private final LineFigure figure;
  private final Painter painter;
  private final Look look;
  private final LineLayout layout;
  private final Type type;

  LinePainting(LineFigure figure, Painter painter, Look look, LineLayout layout) {
    this.figure = figure;
    this.painter = painter;
    this.look = look;
    this.layout = layout;
    type = look.label();
  }

  void paint() {
    paintCaptions();
    if (layout.isEmpty()) {
      paintEmpty();
      return;
    }
    paintYAxis();
    paintXAxis();
    // A line at the edge is not cut in half, and while nothing is beyond it no dot is.
    painter.clip(layout.plot().grow(figure.view() == null ? CurvePainting.DOT + 1 : 1));
    CurvePainting curves = new CurvePainting(painter, look, layout);
    curves.paint(figure.curves().stream().filter(Curve::isShown).toList(), figure.smoothing());
    painter.unclip();
    PictureLegend legend = layout.legend();
    if (legend != null) {
      legend.paint(painter, look, layout.rows().legend());
    }
  }

  private void paintCaptions() {
    ChartCaptions captions = figure.captions();
    Rows rows = layout.rows();
    row(captions.title(), rows.title(), look.title(), look.text());
    row(captions.y(), rows.yCaption(), type, look.muted());
    if (!Double.isNaN(rows.xCaption())) {
      Box plot = layout.plot();
      String text = painter.fit(captions.x(), layout.width() - 2 * LineLayout.MARGIN, type);
      double middle = plot.x() + plot.width() / 2;
      text(text, middle, rows.xCaption() + type.line() / 2, Painter.Align.CENTER);
    }
  }

  private void row(String text, double top, Type rowType, int color) {
    if (!Double.isNaN(top)) {
      String fitting = painter.fit(text, layout.width() - 2 * LineLayout.MARGIN, rowType);
      double y = top + rowType.line() / 2 + rowType.middle();
      painter.text(fitting, LineLayout.MARGIN, y, Painter.Align.LEFT, rowType, color);
    }
  }

  private void paintEmpty() {
    painter.note(figure.captions().empty(), layout.plot(), type, look.muted());
  }

  private void paintYAxis() {
    Box plot = layout.plot();
    for (double value : layout.yTicks().minor()) {
      horizontal(layout.y().toPixel(value), Palette.fade(look.grid(), FAINT));
    }
    for (double value : layout.yTicks().major()) {
      double y = layout.y().toPixel(value);
      horizontal(y, look.grid());
      String label = figure.axes().yFormat().tick(value, layout.yTicks().step());
      text(label, plot.x() - LineLayout.LABEL_GAP, y, Painter.Align.RIGHT);
    }
  }

  private void horizontal(double y, int color) {
    painter.rule(layout.plot().x(), y, layout.plot().right(), y, color);
  }

  private void paintXAxis() {
    Box plot = layout.plot();
    double middle = plot.bottom() + Rows.TICK_GAP + type.line() / 2;
    for (double value : layout.xTicks().major()) {
      double x = layout.x().toPixel(value);
      painter.rule(x, plot.y(), x, plot.bottom(), Palette.fade(look.grid(), FAINT));
      painter.rule(x, plot.bottom(), x, plot.bottom() + Rows.TICK_GAP, look.axis());
      String label = figure.axes().xFormat().tick(value, layout.xTicks().step());
      double half = painter.width(label, type) / 2;
      double inside = Math.clamp(x, half, Math.max(half, layout.width() - half));
      text(label, inside, middle, Painter.Align.CENTER);
    }
    horizontal(plot.bottom(), look.axis());
  }

  private void text(String text, double x, double middle, Painter.Align align) {
    painter.text(text, x, middle + type.middle(), align, type, look.muted());
  }
}
