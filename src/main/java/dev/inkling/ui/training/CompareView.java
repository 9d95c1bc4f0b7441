package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.chart.ValueFormat;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.LineChart;
import dev.inkling.ui.chart.Series;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Whole;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several runs: their curves in the same two charts, and below their recipes side by side. */
final class CompareView extends VBox {
  private static final double SMOOTHING = 0.9;

  /** Height of the layers' charts, with names and sentences, where there is room. */
  private static final double LAYERS = 420;

  /** Height of the table at least, with what differs above it. */
  private static final double LEAST_TABLE = 170;

  private final Texts texts;
  private final RunsViewModel runs;
  private final LineChart loss;
  private final LineChart accuracy;
  private final CompareLayers layers;
  private final CheckBox onlyDifferent = new CheckBox();

  /** The comparison; its button goes back to one run. */
  CompareView(TrainingViewModel training, Runnable back, Texts texts) {
    CompareViewModel compare = training.compare();
    runs = training.runs();
    this.texts = texts;
    layers = new CompareLayers(runs, texts);
    getStyleClass().addAll("column", "compare");
    loss = chart("loss", ValueFormat.PLAIN);
    accuracy = chart("accuracy", ValueFormat.PERCENT);
    CompareTable table = new CompareTable(texts, onlyDifferent.selectedProperty());
    HBox charts = new HBox(chartCard(loss), chartCard(accuracy));
    charts.getStyleClass().add("row");
    VBox recipes = card(table);
    recipes.getChildren().addFirst(differences(compare));
    // Half of the height each, whatever they would like.
    for (Region half : List.of(charts, recipes)) {
      half.setMinHeight(0);
      half.setPrefHeight(0);
      VBox.setVgrow(half, Priority.ALWAYS);
    }
    recipes.setMinHeight(LEAST_TABLE);
    layers.setPrefHeight(LAYERS);
    VBox.setVgrow(layers, Priority.ALWAYS);
    ObservableBooleanValue isOfLayers = training.pageProperty().isEqualTo(RunPage.LAYERS);
    showIf(layers, isOfLayers);
    showIf(charts, Bindings.not(isOfLayers));
    getChildren().addAll(head(training, isOfLayers, back), charts, layers, recipes);
    compare
        .runsProperty()
        .subscribe(
            compared -> {
              compared.forEach(this::nameTraining);
              draw(loss, compared, List.of(ComparedCurves::valLoss, ComparedCurves::trainLoss));
              draw(accuracy, compared, List.of(ComparedCurves::valAccuracy));
              layers.show(compared);
              table.show(compared);
            });
  }

  /** What each run has that the first has not, a line each. */
  private Label differences(CompareViewModel compare) {
    Label words = Whole.of(new Label());
    words.setId("compare-differences");
    words.getStyleClass().addAll("facts", "differences");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> differences(compare.runsProperty().get()),
                compare.runsProperty(),
                texts.messagesProperty()));
    return words;
  }

  private String differences(List<ComparedRun> compared) {
    return compared.stream()
        .skip(1)
        .map(run -> difference(compared.getFirst(), run))
        .collect(Collectors.joining("\n"));
  }

  private String difference(ComparedRun first, ComparedRun run) {
    String all =
        run.differencesFrom(first).stream().map(texts::get).collect(Collectors.joining(", "));
    return all.isEmpty()
        ? texts.get("compare.against.none", run.name(), first.name())
        : texts.get("compare.against", run.name(), first.name(), all);
  }

  private void nameTraining(ComparedRun run) {
    run.curves()
        .trainNameProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("compare.training", run.name()),
                run.curves().nameProperty(),
                texts.messagesProperty()));
  }

  private static void draw(
      LineChart chart, List<ComparedRun> runs, List<Function<ComparedCurves, Series>> curves) {
    List<Series> wanted =
        curves.stream()
            .flatMap(curve -> runs.stream().map(run -> curve.apply(run.curves())))
            .toList();
    if (!chart.series().equals(wanted)) {
      chart.series().setAll(wanted);
      chart.resetZoom();
    }
  }

  private LineChart chart(String key, ValueFormat format) {
    LineChart chart = new LineChart();
    chart.setId("compare-" + key);
    chart.titleProperty().bind(texts.bind("compare.chart." + key));
    chart.xLabelProperty().bind(texts.bind("training.chart.examples"));
    chart.helpProperty().bind(texts.bind("training.chart.help"));
    chart.emptyTextProperty().bind(texts.bind("compare.chart.empty"));
    chart.xFormatProperty().set(ValueFormat.COUNT);
    chart.yFormatProperty().set(format);
    return chart;
  }

  /** With the menu that saves it, as the charts of one run have it. */
  private Region chartCard(LineChart chart) {
    ChartCard card = new ChartCard(runs::save, texts, chart);
    card.setMinWidth(0);
    card.setPrefWidth(0);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static VBox card(Region content) {
    VBox card = new VBox(content);
    VBox.setVgrow(content, Priority.ALWAYS);
    card.setMinWidth(0);
    card.setPrefWidth(0);
    card.getStyleClass().addAll("panel", "chart-card");
    return card;
  }

  private static void showIf(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private Node head(TrainingViewModel training, ObservableBooleanValue isOfLayers, Runnable back) {
    CompareViewModel compare = training.compare();
    Button button = new Button(null, new FontIcon("bi-arrow-left"));
    button.setId("compare-back");
    button.getStyleClass().add(Styles.FLAT);
    button.textProperty().bind(texts.bind("compare.back"));
    button.setOnAction(_ -> back.run());
    Label title = new Label();
    title.setId("compare-title");
    title.getStyleClass().add("headline");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("compare.title", compare.runsProperty().get().size()),
                compare.runsProperty(),
                texts.messagesProperty()));
    CheckBox log = new CheckBox();
    log.setId("compare-log");
    log.textProperty().bind(texts.bind("training.chart.log"));
    loss.logYProperty().bind(log.selectedProperty());
    onlyDifferent.setId("compare-different");
    onlyDifferent.textProperty().bind(texts.bind("compare.different"));
    HBox measures = layers.measures();
    HBox curves = row(log, smoothing());
    showIf(measures, isOfLayers);
    showIf(curves, Bindings.not(isOfLayers));
    return new FlowPane(
        24,
        6,
        row(button, title),
        row(RunPages.pages(training, texts), measures, onlyDifferent, curves)); // or two lines
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(12, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node smoothing() {
    Label name = new Label();
    name.textProperty().bind(texts.bind("training.chart.smoothing"));
    Slider slider = new Slider(0, 0.99, SMOOTHING);
    slider.setId("compare-smoothing");
    slider.setPrefWidth(100);
    name.setLabelFor(slider);
    loss.smoothingProperty().bind(slider.valueProperty());
    HBox both = new HBox(8, name, slider);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
