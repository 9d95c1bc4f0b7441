package dev.inkling.chart;

import java.util.ArrayList;
import java.util.List;

/** The names of the curves in a picture, in as many rows as it takes. */
final class PictureLegend {
  private static final double SWATCH_GAP = 6;
  private static final double GAP = 18;
  private static final double LONGEST = 260;

  private record Entry(String name, CurveStyle style, double x, int row) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Type type;
  private int rows;

  private PictureLegend(Type type) {
    this.type = type;
  }

  /** The names of the curves that are shown, between two edges. */
  static PictureLegend of(
      LineFigure figure, Painter painter, Look look, double left, double right) {
    PictureLegend legend = new PictureLegend(look.label());
    List<Curve> shown = figure.curves().stream().filter(Curve::isShown).toList();
    legend.place(shown, painter, left, right);
    return legend;
  }

  private void place(List<Curve> curves, Painter painter, double left, double right) {
    double x = left;
    for (Curve curve : curves) {
      double room = Math.min(LONGEST, right - left - Swatch.WIDTH - SWATCH_GAP);
      String name = painter.fit(curve.name(), room, type);
      double width = Swatch.WIDTH + SWATCH_GAP + painter.width(name, type);
      if (rows == 0 || x + width > right) {
        rows++;
        x = left;
      }
      entries.add(new Entry(name, curve.style(), x, rows - 1));
      x += width + GAP;
    }
  }

  double height() {
    return rows * type.line();
  }

  void paint(Painter painter, Look look, double top) {
    for (Entry entry : entries) {
      double middle = top + (entry.row + 0.5) * type.line();
      Swatch.paint(painter, entry.style, look, entry.x, middle);
      double x = entry.x + Swatch.WIDTH + SWATCH_GAP;
      double y = middle + type.middle();
      painter.text(entry.name, x, y, Painter.Align.LEFT, type, look.text());
    }
  }
}
