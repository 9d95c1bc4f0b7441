package dev.inkling.ui.chart;

import java.util.List;

/** Curves as CSV for a spreadsheet: a line for each sample. */
final class CurvesCsv {
  private CurvesCsv() {}

  static String of(List<Series> curves) {
    StringBuilder text = new StringBuilder("curve,x,y\n");
    for (Series curve : curves) {
      String name = cell(CanvasChart.text(curve.nameProperty()));
      for (int i = 0; i < curve.size(); i++) {
        text.append(name).append(',').append(curve.x(i)).append(',').append(curve.y(i));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** A spreadsheet computes what begins as a formula, and a name may come from elsewhere. */
  private static String cell(String name) {
    String safe = name.matches("[=+\\-@\\t\\r].*") ? "'" + name : name;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
