package dev.inkling.chart;

/**
 * What lies above what in a line chart. A row that is not there is NaN; all others are upper edges
 * in logical pixels.
 *
 * @param title of the chart
 * @param legend in a picture
 * @param yCaption above the vertical axis, where it needs no turned letters
 * @param plotTop where the plot begins
 * @param plotBottom where the plot ends, with the labels of the ticks below
 * @param xCaption below the labels
 */
record Rows(
    double title,
    double legend,
    double yCaption,
    double plotTop,
    double plotBottom,
    double xCaption) {
  /** Air at the edges. */
  static final double EDGE = 5;

  /** Between the plot and the labels below it. */
  static final double TICK_GAP = 4;

  static final double LEGEND_GAP = 8;

  /** Without so much of it a plot says nothing: the words about it give way. */
  private static final double LEAST_PLOT = 64;

  /** Arranges the rows from the top downwards and from the bottom upwards, the plot between. */
  static Rows of(LineFigure figure, Look look, boolean isEmpty, double legend, double height) {
    double line = look.label().line();
    double ticks = isEmpty ? 0 : line + TICK_GAP;
    double legendRow = legend == 0 ? 0 : legend + LEGEND_GAP;
    double room = height - 2 * EDGE - line / 2 - ticks - legendRow - LEAST_PLOT;

    ChartCaptions captions = figure.captions();
    double title = take(captions.title(), look.title().line(), room);
    double yCaption = isEmpty ? 0 : take(captions.y(), line, room - title);
    double xCaption = isEmpty ? 0 : take(captions.x(), line, room - title - yCaption);
    boolean isAbove = figure.legend() == Legend.ABOVE;

    double legendTop = isAbove ? EDGE + title : height - EDGE - legend;
    double yTop = EDGE + title + (isAbove ? legendRow : 0);
    double bottom = height - EDGE - (isAbove ? 0 : legendRow) - xCaption;
    // Half of the highest label stands above the plot.
    double plotTop = yTop + yCaption + line / 2;
    return new Rows(
        title > 0 ? EDGE : Double.NaN,
        legend > 0 ? legendTop : Double.NaN,
        yCaption > 0 ? yTop : Double.NaN,
        plotTop,
        Math.max(plotTop + 1, bottom - ticks),
        xCaption > 0 ? bottom : Double.NaN);
  }

  private static double take(String text, double line, double room) {
    return text.isEmpty() || room < line ? 0 : line;
  }
}
