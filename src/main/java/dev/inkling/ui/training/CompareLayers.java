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
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The layers of several runs: the same measure in a chart of each, beside each other, one scale.
 */
final class CompareLayers extends VBox {
  /** Charts beside each other; more stand below. */
  private static final int ACROSS = 3;

  private final RunsViewModel runs;
  private final Texts texts;
  private final ObjectProperty<LayerMeasure> measure =
      new SimpleObjectProperty<>(LayerMeasure.GRADIENT);
  private List<ComparedRun> compared = List.of();

  CompareLayers(RunsViewModel runs, Texts texts) {
    this.runs = runs;
    this.texts = texts;
    getStyleClass().add("column");
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
    for (ComparedRun run : compared) {
      row().getChildren().add(card(run, range));
    }
  }

  private Pane row() {
    if (getChildren().isEmpty()
        || getChildren().getLast() instanceof HBox last && last.getChildren().size() == ACROSS) {
      HBox row = new HBox();
      row.getStyleClass().add("row");
      VBox.setVgrow(row, Priority.ALWAYS);
      getChildren().add(row);
    }
    return (Pane) getChildren().getLast();
  }

  private Node card(ComparedRun run, Range range) {
    LayerCurves layers = run.curves().layers();
    LineChart chart = LayersView.chart(layers, measure.get(), texts);
    chart.setId("compare-layers-" + compared.indexOf(run));
    chart.titleProperty().unbind();
    chart.titleProperty().bind(run.curves().nameProperty());
    chart.yRangeProperty().set(range);
    ChartCard card = new ChartCard(runs::save, texts, chart, RunPages.findings(layers, texts));
    card.setMinWidth(0);
    card.setPrefWidth(0);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }
}
