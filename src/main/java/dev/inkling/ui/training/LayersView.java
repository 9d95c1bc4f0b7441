package dev.inkling.ui.training;

import dev.inkling.chart.ValueFormat;
import dev.inkling.diagram.FirstLayer;
import dev.inkling.diagram.FirstLayerFigure;
import dev.inkling.run.LayerMeasure;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.CurveNames;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.chart.LineChart;
import dev.inkling.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** How each layer of a run learns: a small chart of each measure, and what the first one sees. */
final class LayersView extends ChartGrid {
  private final ShownRun shown;
  private final Texts texts;
  private final CurveNames names;

  LayersView(ShownRun shown, RunsViewModel runs, Texts texts) {
    this.shown = shown;
    this.texts = texts;
    List<LineChart> charts = new ArrayList<>();
    for (LayerMeasure measure : LayerMeasure.values()) {
      LineChart chart = chart(shown.layers(), measure, texts);
      charts.add(chart);
      add(new ChartCard(runs::save, texts, chart).explained(texts, measure.key()));
    }
    List<CurveNames> each = charts.stream().map(LineChart::takeNames).toList();
    names = each.getFirst(); // once for all
    add(new ChartCard(runs::save, texts, first()).explained(texts, "layers.measure.first"));
  }

  /** The layers’ names, each with its colour. */
  CurveNames names() {
    return names;
  }

  /** A chart of a measure with a curve for each layer. */
  static LineChart chart(LayerCurves layers, LayerMeasure measure, Texts texts) {
    LineChart chart = new LineChart();
    chart.setId("layers-" + measure.name().toLowerCase(Locale.ROOT));
    chart.titleProperty().bind(texts.bind(measure.key()));
    chart.xLabelProperty().bind(texts.bind("training.chart.examples"));
    chart.helpProperty().bind(texts.bind("training.chart.help"));
    chart.emptyTextProperty().bind(emptyText(layers, texts));
    chart.yFormatProperty().set(measure.format());
    chart.logYProperty().set(measure.isLog());
    Bindings.bindContent(chart.series(), layers.of(measure));
    return chart;
  }

  private static ObservableValue<String> emptyText(LayerCurves layers, Texts texts) {
    return Bindings.createStringBinding(
        () -> texts.get(layers.oldProperty().get() ? "layers.old" : "layers.empty"),
        layers.oldProperty(),
        texts.messagesProperty());
  }

  private FigureChart first() {
    FigureChart chart = new FigureChart(figure());
    chart.setId("layers-first");
    chart
        .figureProperty()
        .bind(
            Bindings.createObjectBinding(
                this::figure, shown.firstLayerProperty(), texts.messagesProperty()));
    return chart;
  }

  private FirstLayerFigure figure() {
    FirstLayer layer = shown.firstLayerProperty().get();
    String title = texts.get("layers.measure.first");
    return layer == null
        ? new FirstLayerFigure(title, texts.get("layers.first.empty"), null)
        : new FirstLayerFigure(title, words(layer), layer);
  }

  private String words(FirstLayer layer) {
    String strongest = ValueFormat.PLAIN.exact(layer.strongest());
    return texts.get("layers.first.words", layer.stage().name(), layer.tiles().count(), strongest);
  }
}
