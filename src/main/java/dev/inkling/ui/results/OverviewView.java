package dev.inkling.ui.results;

import dev.inkling.chart.ReliabilityFigure;
import dev.inkling.evaluate.Calibration;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.report.Reliability;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.results.Evaluator.Evaluated;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All figures of a model on a data set. */
final class OverviewView extends VBox {
  private static final ReliabilityFigure NOTHING =
      new ReliabilityFigure("", "", "", new double[0], new int[0]);

  private static final double CHARTS = 206;

  private final ResultsViewModel results;
  private final Texts texts;
  private final Figures figures;
  private final MatrixPanel matrix;
  private final ClassesPanel bars;
  private final ClassTable table;
  private final FigureChart reliability = new FigureChart(NOTHING);

  OverviewView(ResultsViewModel results, Texts texts, ObservableValue<Boolean> dark) {
    this.results = results;
    this.texts = texts;
    getStyleClass().add("column");
    figures = new Figures(texts);
    matrix =
        new MatrixPanel(
            "confusion-matrix",
            texts,
            dark,
            results::save,
            (label, predicted) -> results.openGallery(GalleryFilter.cell(label, predicted)));
    bars = new ClassesPanel("class-accuracy", texts, results::save);
    table = new ClassTable(texts);
    reliability.setId("reliability");
    VBox tablePanel = new VBox(table);
    tablePanel.getStyleClass().addAll("panel", "table-panel");
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox charts = row(bars, card());
    VBox right = new VBox(charts, tablePanel);
    right.getStyleClass().add("column");
    VBox.setVgrow(charts, Priority.ALWAYS);
    // Less would lay the bars' labels on each other; a small window scrolls.
    charts.setMinHeight(CHARTS);
    HBox both = row(matrix, right);
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(figures.row(), both);
    results.evaluatedProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private ChartCard card() {
    return new ChartCard(results::save, texts, reliability).explained(texts, "results.reliability");
  }

  private void show() {
    Evaluated evaluated = results.evaluatedProperty().get();
    figures.show(evaluated);
    Evaluation evaluation = evaluated == null ? null : evaluated.results().evaluation();
    List<String> names = evaluation == null ? List.of() : evaluation.classes();
    matrix.show(evaluation == null ? null : evaluation.confusion(), names);
    bars.show(evaluation == null ? List.of() : evaluation.perClass(), names);
    table.show(evaluation == null ? List.of() : evaluation.perClass(), names);
    reliability
        .figureProperty()
        .set(evaluated == null ? NOTHING : figure(evaluated.results().calibration()));
  }

  private ReliabilityFigure figure(Calibration calibration) {
    return Reliability.figure(
        calibration, texts.get("results.reliability"), texts.get("results.reliability.confidence"));
  }

  /** Two that share the width, whatever they would like. */
  private static HBox row(Region left, Region right) {
    HBox row = new HBox(left, right);
    row.getStyleClass().add("row");
    for (Region half : List.of(left, right)) {
      half.setMinWidth(0);
      half.setPrefWidth(0);
      HBox.setHgrow(half, Priority.ALWAYS);
    }
    return row;
  }
}
