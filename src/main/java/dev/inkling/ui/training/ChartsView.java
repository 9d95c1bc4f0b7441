package dev.inkling.ui.training;

import dev.inkling.chart.Range;
import dev.inkling.chart.ValueFormat;
import dev.inkling.run.TrainingCurve;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.ClassBars;
import dev.inkling.ui.chart.LineChart;
import dev.inkling.ui.chart.Series;
import dev.inkling.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The run's curves: losses, accuracies, classes, and the digit on the pad while it is learned. */
final class ChartsView extends ChartGrid {
  /** More bars than these lie on each other. */
  private static final int MOST_BARS = 12;

  private static final double SMOOTHING = 0.9;

  private final Texts texts;
  private final RunsViewModel runs;

  ChartsView(RunCurves curves, RunsViewModel runs, Texts texts) {
    this.texts = texts;
    this.runs = runs;
    curves.names().forEach((curve, name) -> name.bind(texts.bind(curve.key())));
    LineChart loss =
        line(
            "loss",
            ValueFormat.PLAIN,
            curves.of(TrainingCurve.TRAIN_LOSS),
            curves.of(TrainingCurve.VAL_LOSS));
    loss.smoothingProperty().set(SMOOTHING);
    LineChart accuracy =
        line(
            "accuracy",
            ValueFormat.PERCENT,
            curves.of(TrainingCurve.TRAIN_ACCURACY),
            curves.of(TrainingCurve.VAL_ACCURACY));
    LineChart digit = digit(curves);
    LineChart rate = line("rate", ValueFormat.PLAIN, curves.of(TrainingCurve.LEARNING_RATE));
    add(card(loss, lossControls(loss)), 0, 0, 2, 1);
    add(card(accuracy), 2, 0);
    add(card(digit), 0, 1);
    ClassBars classes = classBars(curves);
    add(card(classes), 1, 1);
    add(card(rate), 2, 1);
  }

  private LineChart line(String key, ValueFormat format, Series... series) {
    LineChart chart = new LineChart();
    chart.setId("chart-" + key);
    chart.titleProperty().bind(texts.bind("training.chart." + key));
    chart.xLabelProperty().bind(texts.bind("training.chart.examples"));
    chart.helpProperty().bind(texts.bind("training.chart.help"));
    chart.emptyTextProperty().bind(texts.bind("training.chart." + key + ".empty"));
    chart.xFormatProperty().set(ValueFormat.COUNT);
    chart.yFormatProperty().set(format);
    chart.series().addAll(series);
    return chart;
  }

  private LineChart digit(RunCurves curves) {
    ObservableList<Series> all = curves.digit();
    LineChart chart = line("digit", ValueFormat.PERCENT);
    chart.yRangeProperty().set(new Range(0, 1));
    Bindings.bindContent(chart.series(), all);
    chart
        .emptyTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("training.chart.digit." + (all.isEmpty() ? "many" : "empty")),
                all,
                texts.messagesProperty()));
    return chart;
  }

  private ClassBars classBars(RunCurves curves) {
    ClassBars bars = new ClassBars();
    bars.setId("chart-classes");
    bars.titleProperty().bind(texts.bind("training.chart.classes"));
    bars.emptyTextProperty().bind(texts.bind("training.chart.classes.empty"));
    curves
        .classesProperty()
        .subscribe(
            values -> {
              if (values == null) {
                bars.clear();
              } else {
                setWorst(bars, curves.classNames(), values);
              }
            });
    return bars;
  }

  /** Of more classes than have room those that are read worst. */
  private static void setWorst(ClassBars bars, List<String> names, double[] values) {
    if (names.size() != values.length) {
      bars.clear();
      return;
    }
    List<Integer> shown =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> values.length > MOST_BARS ? values[k] : 0))
            .limit(MOST_BARS)
            .toList();
    bars.setValues(
        shown.stream().map(names::get).toList(),
        shown.stream().mapToDouble(k -> values[k]).toArray());
  }

  private Node lossControls(LineChart loss) {
    CheckBox log = new CheckBox();
    log.setId("chart-log");
    log.textProperty().bind(texts.bind("training.chart.log"));
    loss.logYProperty().bind(log.selectedProperty());
    Label name = new Label();
    name.textProperty().bind(texts.bind("training.chart.smoothing"));
    Slider smoothing = new Slider(0, 0.99, SMOOTHING);
    smoothing.setId("chart-smoothing");
    name.setLabelFor(smoothing);
    loss.smoothingProperty().bind(smoothing.valueProperty());
    HBox controls = new HBox(10, log, name, smoothing);
    controls.setAlignment(Pos.CENTER_RIGHT);
    return controls;
  }

  private Region card(Region chart, Node... more) {
    return new ChartCard(runs::save, texts, chart, more);
  }
}
