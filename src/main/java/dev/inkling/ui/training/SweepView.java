package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Sweep;
import dev.inkling.run.Sweep.State;
import dev.inkling.run.Tried;
import dev.inkling.text.Phrase;
import dev.inkling.ui.chart.ChartCard;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.SweepViewModel.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sweeps: what is tried, and as it goes a chart and a table of what comes of it. */
final class SweepView extends VBox {
  private final SweepViewModel sweeps;
  private final Texts texts;

  SweepView(TrainingViewModel training, Texts texts) {
    sweeps = training.sweeps();
    this.texts = texts;
    getStyleClass().addAll("column", "compare");
    FigureChart chart = new FigureChart(SweepFigure.of(texts, null));
    chart.setId("sweep-chart");
    SweepTable table = new SweepTable(texts);
    VBox trials = new VBox(table);
    trials.getStyleClass().addAll("panel", "chart-card");
    VBox.setVgrow(table, Priority.ALWAYS);
    ChartCard card = new ChartCard(training.runs()::save, texts, chart);
    for (Region half : List.of(card, trials)) {
      half.setMinHeight(0);
      half.setPrefHeight(0);
      VBox.setVgrow(half, Priority.ALWAYS);
    }
    getChildren().addAll(head(), setup(), card, trials);
    sweeps.sweepProperty().subscribe(table::show);
    chart
        .figureProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> SweepFigure.of(texts, sweeps.sweepProperty().get()),
                sweeps.sweepProperty(),
                texts.messagesProperty()));
  }

  private Node head() {
    Button back = new Button(null, new FontIcon("bi-arrow-left"));
    back.setId("sweep-back");
    back.getStyleClass().add(Styles.FLAT);
    back.textProperty().bind(texts.bind("sweep.back"));
    back.setOnAction(_ -> sweeps.openProperty().set(false));
    Label title = new Label();
    title.getStyleClass().add("headline");
    title.textProperty().bind(texts.bind("sweep.title"));
    ComboBox<String> kept = new ComboBox<>(sweeps.kept());
    kept.setId("sweep-kept");
    kept.valueProperty().bindBidirectional(sweeps.chosenProperty());
    kept.disableProperty().bind(sweeps.runningProperty());
    kept.promptTextProperty().bind(texts.bind("sweep.kept"));
    kept.accessibleTextProperty().bind(texts.bind("sweep.kept"));
    kept.setMinWidth(0);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    return row(back, title, between, kept);
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(12, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node setup() {
    GridPane fields = new GridPane(8, 6);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    fields.getColumnConstraints().addAll(new ColumnConstraints(), values);
    ObservableList<Optional<RecipeField>> choices =
        FXCollections.observableArrayList(
            Stream.concat(
                    Stream.of(Optional.<RecipeField>empty()),
                    Tried.fields().stream().map(Optional::of))
                .toList());
    for (int i = 0; i < sweeps.rows().size(); i++) {
      Node field = field(i, choices);
      Node tried = values(i);
      fields.addRow(i, field, tried);
      if (i > 0) { // there is one more when those before are chosen
        BooleanBinding isNext = sweeps.isNext(i);
        for (Node node : List.of(field, tried)) {
          node.visibleProperty().bind(isNext);
          node.managedProperty().bind(isNext);
        }
      }
    }
    VBox setup = new VBox(8, label("sweep.how"), fields, options(), status());
    setup.getStyleClass().add("panel");
    setup.setMinHeight(USE_PREF_SIZE);
    return setup;
  }

  private Label label(String key) {
    Label label = new Label();
    label.getStyleClass().add("facts");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(texts.bind(key));
    return label;
  }

  private Node field(int index, ObservableList<Optional<RecipeField>> choices) {
    Row row = sweeps.rows().get(index);
    Choice<Optional<RecipeField>> box =
        new Choice<>(
            texts,
            choices,
            row.fieldProperty(),
            field -> texts.get(field.map(RecipeField::nameKey).orElse("sweep.field.none")));
    box.setId("sweep-field-" + index);
    box.accessibleTextProperty().bind(texts.bind("sweep.field"));
    box.setPrefWidth(180);
    return box;
  }

  private Node values(int index) {
    Row row = sweeps.rows().get(index);
    TextField field = new TextField();
    field.setId("sweep-values-" + index);
    field.textProperty().bindBidirectional(row.valuesProperty());
    field.promptTextProperty().bind(texts.bind("sweep.values.prompt"));
    field.accessibleTextProperty().bind(texts.bind("sweep.values"));
    field.disableProperty().bind(row.fieldProperty().map(Optional::isEmpty));
    return field;
  }

  private Node options() {
    Label name = label("sweep.draws");
    name.setMinWidth(USE_PREF_SIZE);
    TextField draws = new TextField();
    draws.setId("sweep-draws");
    draws.setPrefColumnCount(3);
    draws.textProperty().bindBidirectional(sweeps.drawsProperty());
    name.setLabelFor(draws);
    CheckBox halving = new CheckBox();
    halving.setId("sweep-halving");
    halving.setMinWidth(USE_PREF_SIZE);
    halving.textProperty().bind(texts.bind("sweep.halving"));
    halving.selectedProperty().bindBidirectional(sweeps.halvingProperty());
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    return row(name, draws, halving, between, goOn(), stop(), start());
  }

  private Button button(String id, String icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(_ -> action.run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button start() {
    Button start = button("sweep-start", "bi-play-fill", "sweep.start", sweeps::start);
    start.getStyleClass().add(Styles.ACCENT);
    start
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> sweeps.problem().getValue() != null || sweeps.runningProperty().get(),
                sweeps.problem(),
                sweeps.runningProperty()));
    return start;
  }

  private Button stop() {
    Button stop = button("sweep-stop", "bi-stop-fill", "training.stop", sweeps::stop);
    stop.visibleProperty().bind(sweeps.runningProperty());
    stop.managedProperty().bind(stop.visibleProperty());
    return stop;
  }

  private Button goOn() {
    Button goOn = button("sweep-go-on", "bi-skip-end-fill", "sweep.goOn", sweeps::goOn);
    goOn.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                sweeps::canGoOn, sweeps.sweepProperty(), sweeps.runningProperty()));
    goOn.managedProperty().bind(goOn.visibleProperty());
    return goOn;
  }

  private Label status() {
    Label status = label("sweep.how");
    status.setId("sweep-status");
    status.textProperty().unbind();
    status
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words,
                sweeps.problem(),
                sweeps.sweepProperty(),
                sweeps.runningProperty(),
                texts.messagesProperty()));
    return status;
  }

  /** What is wrong with what is asked; when nothing is, how far the sweep is that is shown. */
  private String words() {
    Phrase problem = sweeps.problem().getValue();
    Sweep sweep = sweeps.sweepProperty().get();
    if (problem != null && !sweeps.runningProperty().get()) {
      return texts.get(problem);
    }
    if (sweep == null) {
      return texts.get("sweep.ready");
    }
    long over = sweep.trials().stream().filter(trial -> trial.state() != State.OPEN).count();
    return sweep
        .best()
        .map(
            best ->
                texts.get(
                    "sweep.best",
                    over,
                    sweep.trials().size(),
                    SweepFigure.words(texts, sweep, sweep.trials().get(best))))
        .orElseGet(() -> texts.get("sweep.begun", sweep.trials().size()));
  }
}
