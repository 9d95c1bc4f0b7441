package dev.inkling.run;

import dev.inkling.chart.Axes;
import dev.inkling.chart.ChartCaptions;
import dev.inkling.chart.Curve;
import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.Points;
import dev.inkling.chart.SvgChart;
import dev.inkling.chart.ValueFormat;
import dev.inkling.report.Html;
import dev.inkling.text.Messages;
import java.util.List;

/** The curves of a report over the examples seen: columns as RunRecorder writes them. */
final class ReportCurves {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 320;
  private static final double SMOOTHING = 0.9;

  private final List<double[]> batches;
  private final List<double[]> epochs;
  private final Messages messages;

  /**
   * The curves of a run.
   *
   * @param batches rows of batches.csv
   * @param epochs rows of epochs.csv
   */
  ReportCurves(List<double[]> batches, List<double[]> epochs, Messages messages) {
    this.batches = batches;
    this.epochs = epochs;
    this.messages = messages;
  }

  void writeTo(Html html) {
    html.element("h2", "", messages.get("report.curves"));
    figure(
        html,
        "loss",
        Axes.COUNTED,
        curve("trainLoss", CurveStyle.of(0).smoothed(), batches, 2, 3),
        curve("valLoss", CurveStyle.of(1).marked(), epochs, 1, 4));
    figure(
        html,
        "accuracy",
        new Axes(ValueFormat.COUNT, ValueFormat.PERCENT, false, null),
        curve("trainAccuracy", CurveStyle.of(0).marked(), epochs, 1, 3),
        curve("valAccuracy", CurveStyle.of(1).marked(), epochs, 1, 5));
    figure(html, "rate", Axes.COUNTED, curve("learningRate", CurveStyle.of(2), batches, 2, 4));
  }

  private void figure(Html html, String key, Axes axes, Curve... curves) {
    String title = messages.get("training.chart." + key);
    ChartCaptions captions =
        new ChartCaptions(
            title, messages.get("training.chart.examples"), "", messages.get("report.empty"));
    LineFigure figure = LineFigure.of(captions, axes, SMOOTHING, List.of(curves));
    html.wide(title, () -> html.markup(SvgChart.of(figure, WIDTH, HEIGHT)));
  }

  private Curve curve(String key, CurveStyle style, List<double[]> rows, int x, int y) {
    Points points = new Points();
    double last = Double.NEGATIVE_INFINITY;
    for (double[] row : rows) {
      // A line that was damaged must not cost the report.
      if (row.length > Math.max(x, y) && Double.isFinite(row[x]) && row[x] >= last) {
        last = row[x];
        points.append(last, row[y]);
      }
    }
    return new Curve(messages.get("training.curve." + key), style, points);
  }
}
