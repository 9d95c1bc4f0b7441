package dev.inkling.ui.results;

import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.run.EpochConfusions.Epoch;
import dev.inkling.ui.Choice;
import dev.inkling.ui.IconButton;
import dev.inkling.ui.Texts;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The confusion matrix and the bars of a run, epoch by epoch. */
final class EpochsView extends VBox {
  /** Time for which an epoch is shown in a replay. */
  private static final Duration STEP = Duration.millis(700);

  private final EpochsViewModel epochs;
  private final Texts texts;
  private final MatrixPanel matrix;
  private final ClassesPanel bars;
  private final Timeline replay = new Timeline();

  EpochsView(ResultsViewModel results, Texts texts, ObservableValue<Boolean> dark) {
    this.texts = texts;
    epochs = results.epochs();
    getStyleClass().add("column");
    matrix = new MatrixPanel("epoch-matrix", texts, dark, results::save, (_, _) -> {});
    bars = new ClassesPanel("epoch-classes", texts, results::save);
    HBox both = new HBox(matrix, bars);
    both.getStyleClass().add("row");
    for (Region half : List.of(matrix, bars)) {
      half.setMinWidth(0);
      half.setPrefWidth(0);
      HBox.setHgrow(half, Priority.ALWAYS);
    }
    both.visibleProperty().bind(epochs.epochProperty().isNotNull());
    StackPane place = new StackPane(nothing(), both);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(head(), place);
    replay.getKeyFrames().add(new KeyFrame(STEP, _ -> step()));
    replay.setCycleCount(Timeline.INDEFINITE);
    epochs.epochProperty().subscribe(this::show);
  }

  private void show(Epoch epoch) {
    matrix.show(epoch == null ? null : epoch.confusion());
    bars.show(epoch == null ? List.of() : Evaluation.perClass(epoch.confusion()));
  }

  private Node nothing() {
    Label text = new Label();
    text.setWrapText(true);
    text.getStyleClass().add("status-text");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::whyNothing,
                epochs.failureProperty(),
                epochs.runProperty(),
                texts.messagesProperty()));
    VBox panel = new VBox(text);
    panel.getStyleClass().addAll("panel", "status");
    panel.setAlignment(Pos.CENTER);
    panel.visibleProperty().bind(epochs.epochProperty().isNull());
    return panel;
  }

  private String whyNothing() {
    if (epochs.failureProperty().get() != null) {
      return texts.get(epochs.failureProperty().get());
    }
    return texts.get(
        epochs.runProperty().get() == null ? "results.epochs.noRun" : "results.epochs.none");
  }

  private Node head() {
    Choice<RunItem> run =
        new Choice<>(texts, epochs.runs(), epochs.runProperty(), item -> item.info().title());
    run.setId("epochs-run");
    run.setPrefWidth(220);
    run.promptTextProperty().bind(texts.bind("results.epochs.run"));
    Label facts = new Label();
    facts.setId("epochs-facts");
    facts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::facts,
                epochs.epochProperty(),
                epochs.runProperty(),
                texts.messagesProperty()));
    facts.setMinWidth(Region.USE_PREF_SIZE);
    Slider slider = slider();
    HBox.setHgrow(slider, Priority.ALWAYS);
    IconButton play = new IconButton(texts, "results.epochs.replay", "bi-play-fill", this::replay);
    play.disableProperty().bind(slider.disabledProperty());
    HBox head = new HBox(12, run, play, slider, facts);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("panel", "pair-head");
    return head;
  }

  private Slider slider() {
    Slider slider = new Slider(0, 1, 0);
    slider.setId("epochs-slider");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(texts.bind("training.epochs"));
    epochs
        .epochsProperty()
        .subscribe(
            all -> {
              slider.setMax(Math.max(1, all.size() - 1));
              slider.setDisable(all.size() < 2);
            });
    epochs.positionProperty().subscribe(position -> slider.setValue(position.intValue()));
    slider
        .valueProperty()
        .addListener(
            (_, _, at) -> epochs.positionProperty().set((int) Math.round(at.doubleValue())));
    return slider;
  }

  private String facts() {
    Epoch epoch = epochs.epochProperty().get();
    if (epoch == null) {
      return "";
    }
    int right = 0;
    int all = 0;
    for (int k = 0; k < epoch.confusion().length; k++) {
      right += epoch.confusion()[k][k];
      all += IntStream.of(epoch.confusion()[k]).sum();
    }
    return texts.get(
        "results.epochs.facts",
        epoch.number(),
        epochs.runProperty().get().info().recipe().epochs(),
        ValueFormat.percent((double) right / Math.max(1, all), 2),
        all);
  }

  /** From the first epoch to the last, or from here on when this is not the last. */
  private void replay() {
    if (epochs.positionProperty().get() >= epochs.epochsProperty().get().size() - 1) {
      epochs.positionProperty().set(0);
    }
    replay.playFromStart();
  }

  private void step() {
    int next = epochs.positionProperty().get() + 1;
    if (next >= epochs.epochsProperty().get().size()) {
      replay.stop();
    } else {
      epochs.positionProperty().set(next);
    }
  }
}
