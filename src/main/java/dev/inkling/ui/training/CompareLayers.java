package dev.inkling.ui.training;

import dev.inkling.chart.Range;
import dev.inkling.run.LayerMeasure;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.LineChart;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The layers of several runs: the same measure in a chart of each, beside each other. Scales and
 * sizes are the same, so that heights compare; names and sentences stand below.
 */
final class CompareLayers extends VBox {
  /** Charts beside each other; more stand below. */
  private static final int ACROSS = 3;

  /** Height of a chart at least, in logical pixels. */
  private static final double LEAST = 150;

  private final RunsViewModel runs;
  private final Texts texts;
  private final ObjectProperty<LayerMeasure> measure =
      new SimpleObjectProperty<>(LayerMeasure.GRADIENT);
  private List<ComparedRun> compared = List.of();

  CompareLayers(RunsViewModel runs, Texts texts) {
    this.runs = runs;
    this.texts = texts;
    getStyleClass().add("compare-layers");
    measure.addListener(_ -> build());
  }

  /** What is compared, for people to choose. */
  HBox measures() {
    Choice<LayerMeasure> choice =
        new Choice<>(
            texts,
            FXCollections.observableArrayList(LayerMeasure.values()),
            measure,
            each -> texts.get(each.key()));
    choice.setId("compare-measure");
    choice.accessibleTextProperty().bind(texts.bind("layers.compared"));
    HBox box = new HBox(6, choice);
    box.setAlignment(Pos.CENTER_LEFT);
    measure.subscribe(now -> box.getChildren().setAll(choice, InfoButton.of(texts, now.key())));
    return box;
  }

  /** Shows these runs. */
  void show(List<ComparedRun> wanted) {
    compared = wanted;
    build();
  }

  private void build() {
    getChildren().clear();
    Range range = ComparedRun.range(compared, measure.get());
    for (int from = 0; from < compared.size(); from += ACROSS) {
      HBox charts = new HBox();
      HBox names = new HBox();
      for (int i = from; i < Math.min(from + ACROSS, compared.size()); i++) {
        LineChart chart = chart(compared.get(i), i, range);
        add(charts, new ChartCard(runs::save, texts, chart));
        add(names, chart.takeNames());
      }
      charts.setPrefHeight(LEAST); // what names and sentences leave, all alike
      setVgrow(charts, Priority.ALWAYS);
      List.of(charts, names).forEach(row -> row.getStyleClass().add("row"));
      getChildren().addAll(charts, names);
    }
    compared.forEach(run -> getChildren().add(findings(run)));
  }

  private Label findings(ComparedRun run) {
    return RunPages.findings(
        run.curves().layers(), texts, said -> texts.get("layers.found.of", run.name(), said));
  }

  /** As wide as the others in its row. */
  private static void add(HBox row, Region part) {
    part.setMinWidth(0);
    part.setPrefWidth(0);
    part.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(part, Priority.ALWAYS);
    row.getChildren().add(part);
  }

  private LineChart chart(ComparedRun run, int place, @Nullable Range range) {
    LineChart chart = LayersView.chart(run.curves().layers(), measure.get(), texts);
    chart.setId("compare-layers-" + place);
    chart.titleProperty().unbind();
    chart.titleProperty().bind(run.curves().nameProperty());
    chart.yRangeProperty().set(range);
    return chart;
  }
}
