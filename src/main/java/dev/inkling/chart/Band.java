package dev.inkling.chart;

import java.util.Arrays;

/**
 * A line as the part of every pixel column that it covers. A line that goes up and down in nearly
 * every column takes a stroker a hundred times as long as the rectangles of its band.
 */
final class Band {
  private final double left;
  private final double column;
  private final int columns;
  private final double[] tops;
  private final double[] bottoms;
  private int first;
  private int last;

  /**
   * A band in a plot.
   *
   * @param left pixel where the first column begins
   * @param column width of a column in logical pixels
   * @param columns of the plot
   */
  Band(double left, double column, int columns) {
    this.left = left;
    this.column = column;
    this.columns = columns;
    tops = new double[columns];
    bottoms = new double[columns];
  }

  /** Follows a line whose points do not go back; what is beside the plot is left out. */
  void trace(double[] xs, double[] ys, int count, double width) {
    Arrays.fill(tops, Double.POSITIVE_INFINITY);
    Arrays.fill(bottoms, Double.NEGATIVE_INFINITY);
    first = Math.clamp(index(xs[0]), 0, columns);
    last = Math.clamp(index(xs[count - 1]), -1, columns - 1);
    for (int i = 1; i < count; i++) {
      segment(xs[i - 1], ys[i - 1], xs[i], ys[i]);
    }
    for (int c = first; c <= last; c++) {
      tops[c] -= width / 2;
      bottoms[c] += width / 2;
    }
  }

  private void segment(double x0, double y0, double x1, double y1) {
    int from = index(x0);
    int to = index(x1);
    double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    for (int c = Math.max(from, 0); c <= Math.min(to, columns - 1); c++) {
      include(c, c == from ? y0 : y0 + slope * (left + c * column - x0));
      include(c, c == to ? y1 : y0 + slope * (left + (c + 1) * column - x0));
    }
  }

  private int index(double x) {
    return (int) Math.floor((x - left) / column);
  }

  private void include(int c, double y) {
    tops[c] = Math.min(tops[c], y);
    bottoms[c] = Math.max(bottoms[c], y);
  }

  /** Draws what was followed, all of it or in dashes. */
  void paint(Painter painter, Pen pen) {
    if (!pen.isDashed()) {
      paint(painter, first, last + 1, pen.color());
      return;
    }
    int dash = (int) Math.ceil(Pen.DASH / column);
    int step = dash + (int) Math.ceil(Pen.GAP / column);
    for (int c = first / step * step; c <= last; c += step) {
      paint(painter, Math.max(c, first), Math.min(c + dash, last + 1), pen.color());
    }
  }

  private void paint(Painter painter, int from, int to, int color) {
    if (from < to) {
      painter.columns(
          left + from * column,
          column,
          Arrays.copyOfRange(tops, from, to),
          Arrays.copyOfRange(bottoms, from, to),
          color);
    }
  }
}
