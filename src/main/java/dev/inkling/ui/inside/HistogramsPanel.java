package dev.inkling.ui.inside;

import dev.inkling.chart.HistogramFigure;
import dev.inkling.explain.WeightHistogram;
import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the weights of each layer are distributed, on the same axes in all epochs. */
final class HistogramsPanel extends VBox {
  private static final int COLUMNS = 2;

  private final FilmViewModel film;
  private final Texts texts;
  private final GridPane grid = new GridPane(8, 8);

  HistogramsPanel(FilmViewModel film, Texts texts) {
    this.film = film;
    this.texts = texts;
    getStyleClass().add("panel");
    Label title = new Label();
    title.textProperty().bind(texts.bind("inside.filters.histograms"));
    title.getStyleClass().add("card-title");
    grid.setId("filters-histograms");
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(title, grid);
    film.epochProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
  }

  private void show() {
    Epoch epoch = film.epochProperty().get();
    List<WeightHistogram> histograms = epoch == null ? List.of() : epoch.histograms();
    resize(histograms.size());
    for (int i = 0; i < histograms.size(); i++) {
      FigureChart chart = (FigureChart) grid.getChildren().get(i);
      chart.figureProperty().set(figure(histograms.get(i), i));
    }
  }

  /** As many charts as layers. */
  private void resize(int count) {
    while (grid.getChildren().size() > count) {
      grid.getChildren().removeLast();
    }
    while (grid.getChildren().size() < count) {
      int i = grid.getChildren().size();
      FigureChart chart = new FigureChart(new HistogramFigure("", "", 1, new int[0], 1));
      chart.setMinSize(80, 72);
      chart.setPrefSize(200, 110);
      GridPane.setHgrow(chart, Priority.ALWAYS);
      GridPane.setVgrow(chart, Priority.ALWAYS);
      grid.add(chart, i % COLUMNS, i / COLUMNS);
    }
  }

  private HistogramFigure figure(WeightHistogram histogram, int layer) {
    String note =
        texts.get(
            "inside.filters.spread",
            Arrays.stream(histogram.counts()).sum(),
            texts.format("%.2f", histogram.deviation()));
    return new HistogramFigure(
        histogram.stage().name(), note, histogram.limit(), histogram.counts(), most(layer));
  }

  /** The highest column of a layer in all epochs. */
  private int most(int layer) {
    return film.foundProperty().get().history().epochs().stream()
        .flatMapToInt(each -> Arrays.stream(each.histograms().get(layer).counts()))
        .max()
        .orElse(1);
  }
}
