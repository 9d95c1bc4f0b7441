package dev.inkling.run;

import dev.inkling.chart.Axes;
import dev.inkling.chart.ChartCaptions;
import dev.inkling.chart.Curve;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.Points;
import dev.inkling.chart.SvgChart;
import dev.inkling.chart.ValueFormat;
import dev.inkling.report.Html;
import dev.inkling.text.Messages;
import java.util.List;
import java.util.stream.Stream;

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
    figure(html, "loss", Axes.COUNTED, TrainingCurve.TRAIN_LOSS, TrainingCurve.VAL_LOSS);
    figure(
        html,
        "accuracy",
        new Axes(ValueFormat.COUNT, ValueFormat.PERCENT, false, null),
        TrainingCurve.TRAIN_ACCURACY,
        TrainingCurve.VAL_ACCURACY);
    figure(html, "rate", Axes.COUNTED, TrainingCurve.LEARNING_RATE);
  }

  private void figure(Html html, String key, Axes axes, TrainingCurve... curves) {
    String title = messages.get("training.chart." + key);
    ChartCaptions captions =
        new ChartCaptions(
            title, messages.get("training.chart.examples"), "", messages.get("report.empty"));
    LineFigure figure =
        LineFigure.of(captions, axes, SMOOTHING, Stream.of(curves).map(this::curve).toList());
    html.wide(title, () -> html.markup(SvgChart.of(figure, WIDTH, HEIGHT)));
  }

  private Curve curve(TrainingCurve curve) {
    Points points = new Points();
    batches.forEach(row -> curve.append(row, points::append));
    epochs.forEach(row -> curve.append(row, points::append));
    return new Curve(messages.get(curve.key()), curve.style(), points);
  }
}
