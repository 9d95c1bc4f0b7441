package dev.inkling.ui.results;

import dev.inkling.chart.ValueFormat;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.run.EpochConfusions.Epoch;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.EpochPlayer;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Playback;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The confusion matrix and the bars of a run, epoch by epoch. */
final class EpochsView extends VBox {
  private final EpochsViewModel epochs;
  private final Texts texts;
  private final MatrixPanel matrix;
  private final ClassesPanel bars;

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
    epochs.epochProperty().subscribe(this::show);
  }

  private void show(@Nullable Epoch epoch) {
    RunItem run = epochs.runProperty().get();
    List<String> known = run == null ? List.of() : run.info().names();
    if (epoch == null || epoch.confusion().length != known.size()) {
      matrix.show(null, known);
      bars.show(List.of(), known);
    } else {
      matrix.show(epoch.confusion(), known);
      bars.show(Evaluation.perClass(epoch.confusion()), known);
    }
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
        new Choice<>(
            texts,
            epochs.runs(),
            epochs.runProperty(),
            item -> item.name(texts.messagesProperty().get()));
    run.setId("epochs-run");
    run.accessibleTextProperty().bind(texts.bind("results.epochs.run"));
    run.setPrefWidth(270);
    run.setMinWidth(160);
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
    EpochPlayer player =
        new EpochPlayer(
            texts,
            "epochs",
            new Playback(epochs.epochsProperty().map(List::size), epochs.positionProperty()));
    HBox.setHgrow(player, Priority.ALWAYS);
    HBox head = new HBox(12, run, player, facts, InfoButton.of(texts, "results.epochs.replay"));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("panel", "pair-head");
    return head;
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
}
