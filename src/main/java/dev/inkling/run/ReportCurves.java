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
import java.util.function.ToDoubleFunction;

/** The curves of a report over the examples seen. */
final class ReportCurves {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 320;
  private static final double SMOOTHING = 0.9;

  private final List<BatchRow> batches;
  private final List<EpochRow> epochs;
  private final Messages messages;

  /**
   * The curves of a run.
   *
   * @param batches rows of batches.csv
   * @param epochs rows of epochs.csv
   */
  ReportCurves(List<BatchRow> batches, List<EpochRow> epochs, Messages messages) {
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
        ofBatches("trainLoss", CurveStyle.of(0).smoothed(), BatchRow::loss),
        ofEpochs("valLoss", CurveStyle.of(1).marked(), EpochRow::valLoss));
    figure(
        html,
        "accuracy",
        new Axes(ValueFormat.COUNT, ValueFormat.PERCENT, false, null),
        ofEpochs("trainAccuracy", CurveStyle.of(0).marked(), EpochRow::trainAccuracy),
        ofEpochs("valAccuracy", CurveStyle.of(1).marked(), EpochRow::valAccuracy));
    figure(
        html,
        "rate",
        Axes.COUNTED,
        ofBatches("learningRate", CurveStyle.of(2), BatchRow::learningRate));
  }

  private void figure(Html html, String key, Axes axes, Curve... curves) {
    String title = messages.get("training.chart." + key);
    ChartCaptions captions =
        new ChartCaptions(
            title, messages.get("training.chart.examples"), "", messages.get("report.empty"));
    LineFigure figure = LineFigure.of(captions, axes, SMOOTHING, List.of(curves));
    html.wide(title, () -> html.markup(SvgChart.of(figure, WIDTH, HEIGHT)));
  }

  private Curve ofBatches(String key, CurveStyle style, ToDoubleFunction<BatchRow> value) {
    Points points = new Points();
    batches.forEach(row -> points.append(row.examples(), value.applyAsDouble(row)));
    return curve(key, style, points);
  }

  private Curve ofEpochs(String key, CurveStyle style, ToDoubleFunction<EpochRow> value) {
    Points points = new Points();
    epochs.forEach(row -> points.append(row.examples(), value.applyAsDouble(row)));
    return curve(key, style, points);
  }

  private Curve curve(String key, CurveStyle style, Points points) {
    return new Curve(messages.get("training.curve." + key), style, points);
  }
}
