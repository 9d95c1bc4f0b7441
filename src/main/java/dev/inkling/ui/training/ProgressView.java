package dev.inkling.ui.training;

import dev.inkling.chart.ValueFormat;
import dev.inkling.model.Recipe;
import dev.inkling.run.Run;
import dev.inkling.text.Durations;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.LiveRun.State;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far the run in training is, and what can be done with it. */
final class ProgressView extends VBox {
  private static final double MEGABYTE = 1e6;

  private final LiveRun live;
  private final LiveMetrics metrics;
  private final ObservableList<Run> waiting;
  private final Texts texts;

  ProgressView(TrainingViewModel training, Texts texts) {
    live = training.live();
    metrics = live.metrics();
    waiting = training.queue().waiting();
    this.texts = texts;
    setSpacing(6);
    Label headline = label(this::headline);
    headline.setId("training-headline");
    headline.getStyleClass().add("headline");
    Label details = label(this::details);
    details.setId("training-details");
    details.getStyleClass().add("facts");
    VBox words = new VBox(2, headline, details);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(
            8,
            words,
            button("pause", "bi-pause-fill", live::pause, State.RUNNING),
            button("goOn", "bi-play-fill", live::goOn, State.PAUSED),
            button("stop", "bi-stop-fill", live::stop, State.LOADING, State.RUNNING, State.PAUSED));
    row.setAlignment(Pos.CENTER_LEFT);
    ProgressBar bar = new ProgressBar();
    bar.setId("training-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(texts.bind("training.progress"));
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                live::progress, metrics.batchProperty(), live.stateProperty()));
    getChildren().addAll(row, bar);
    visibleProperty().bind(live.stateProperty().isNotEqualTo(State.IDLE));
    managedProperty().bind(visibleProperty());
  }

  private Label label(java.util.concurrent.Callable<String> text) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                text,
                metrics.downloadProperty(),
                metrics.batchProperty(),
                live.stateProperty(),
                live.shown().recipeProperty(),
                waiting,
                texts.messagesProperty()));
    return label;
  }

  private Button button(String key, String icon, Runnable action, State... states) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("training-" + key);
    button.textProperty().bind(texts.bind("training." + key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button
        .visibleProperty()
        .bind(live.stateProperty().map(now -> java.util.List.of(states).contains(now)));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private String headline() {
    BatchMetrics batch = metrics.batchProperty().get();
    State state = live.stateProperty().get();
    Recipe recipe = live.shown().recipeProperty().get();
    if (batch == null || recipe == null) {
      return texts.get("training.state." + state.name().toLowerCase(Locale.ROOT));
    }
    return texts.get(
        "training.at",
        batch.epoch(),
        recipe.epochs(),
        batch.batch(),
        batch.batches(),
        texts.get("training.state." + state.name().toLowerCase(Locale.ROOT)));
  }

  private String details() {
    int more = waiting.size();
    return more == 0 ? speed() : texts.get("training.waiting", speed(), more);
  }

  private String speed() {
    TrainingEvent.Download download = metrics.downloadProperty().get();
    if (download != null) {
      return downloaded(download);
    }
    BatchMetrics batch = metrics.batchProperty().get();
    Recipe recipe = live.shown().recipeProperty().get();
    if (batch == null || recipe == null) {
      boolean isLoading = live.stateProperty().get() == State.LOADING;
      return texts.get(isLoading ? "training.loading.hint" : "training.soon");
    }
    return texts.get(
        "training.speed",
        texts.format("%,.0f", batch.imagesPerSecond()),
        ValueFormat.loss(batch.loss()),
        Durations.of(metrics.seconds()),
        Durations.about(live.secondsLeft()));
  }

  private String downloaded(TrainingEvent.Download download) {
    String megabytes = texts.format("%.1f", download.bytes() / MEGABYTE);
    return download.total() < 0
        ? texts.get("training.download", download.file(), megabytes)
        : texts.get(
            "training.download.of",
            download.file(),
            megabytes,
            texts.format("%.1f", download.total() / MEGABYTE));
  }
}
