package dev.inkling.ui.shell;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Durations;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.results.ResultsViewModel;
import dev.inkling.ui.training.LiveRun;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.Visit;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;

/** In the header: how far the run in training is, on any screen; a click leads there. */
final class TrainingStatus extends Button {
  private static final double BAR_WIDTH = 56;

  private final LiveRun live;
  private final ResultsViewModel results;
  private final Texts texts;
  private final Consumer<String> open;

  /**
   * The status of a studio's training, which also takes a run's epochs to other screens.
   *
   * @param open goes to a screen by its title's key
   */
  TrainingStatus(Studio studio, Texts texts, Consumer<String> open) {
    live = studio.training().live();
    results = studio.results();
    this.texts = texts;
    this.open = open;
    setId("training-status");
    getStyleClass().addAll("tool", Styles.FLAT);
    setMinWidth(USE_PREF_SIZE);
    setGraphic(bar());
    textProperty().bind(Bindings.createStringBinding(this::text, dependencies()));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(Bindings.createStringBinding(this::words, dependencies()));
    setTooltip(tooltip);
    accessibleTextProperty().bind(tooltip.textProperty());
    setOnAction(_ -> open.accept(Screens.TRAINING));
    visibleProperty().bind(live.stateProperty().isNotEqualTo(State.IDLE));
    managedProperty().bind(visibleProperty());
    studio.training().visitProperty().subscribe(this::visit);
  }

  private javafx.beans.Observable[] dependencies() {
    return new javafx.beans.Observable[] {
      live.stateProperty(), live.metrics().batchProperty(), texts.messagesProperty()
    };
  }

  private ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(BAR_WIDTH);
    bar.setMouseTransparent(true); // or it would keep the clicks for itself
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                live::progress, live.stateProperty(), live.metrics().batchProperty()));
    return bar;
  }

  /** As long as it gets while nobody sees it, which is what the header keeps room for. */
  private String text() {
    return live.stateProperty().get() == State.IDLE ? texts.format("%d%%", 100) : percent();
  }

  private String percent() {
    return live.progress() < 0 ? "" : texts.format("%.0f%%", Math.floor(100 * live.progress()));
  }

  private String words() {
    String state = state(live.stateProperty().get());
    double left = live.secondsLeft();
    return Double.isNaN(left)
        ? state
        : texts.get("training.status.words", state, percent(), Durations.about(left));
  }

  private String state(State now) {
    return texts.get("training.state." + now.name().toLowerCase(Locale.ROOT));
  }

  private void visit(Visit visit) {
    switch (visit == null ? null : visit.place()) {
      case PAD -> open.accept(Screens.PAD);
      case MISTAKES -> showMistakes(visit);
      case null -> {}
    }
  }

  /** What the epoch misreads of the test images that belong to what it learned from. */
  private void showMistakes(Visit visit) {
    results.showMistakes(visit.epoch(), visit.data());
    open.accept(Screens.RESULTS);
  }
}
