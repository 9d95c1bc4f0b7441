package dev.inkling.ui.training;

import dev.inkling.text.Durations;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Later;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.LiveRun.State;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * What is wrong with the recipe; when nothing is, the size of the network and how long it would
 * take, tried while it is shown. It is always as high, see inkling.css, so that nothing below
 * moves.
 */
final class RecipeFacts extends Label {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** Not with every key: when somebody has stopped to type for a moment. */
  private final PauseTransition settled = new PauseTransition(javafx.util.Duration.millis(600));

  /** From one trial to the next, at first; each pause is twice as long as the one before. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(3);

  private final Later again = new Later();

  private final RecipeForm form;
  private final Estimate estimate;
  private final Texts texts;

  RecipeFacts(TrainingViewModel training, Texts texts) {
    form = training.form();
    estimate = training.estimate();
    this.texts = texts;
    setId("training-facts");
    getStyleClass().addAll("facts", "recipe-facts");
    setWrapText(true);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words,
                form.problem(),
                form.architectureProperty(),
                estimate.secondsProperty(),
                texts.messagesProperty()));
    form.problem().subscribe(problem -> pseudoClassStateChanged(WRONG, problem != null));
    Tooltip all = new Tooltip();
    all.setWrapText(true);
    all.setMaxWidth(320);
    all.textProperty().bind(textProperty());
    setTooltip(all);
    settled.setOnFinished(_ -> updateWhenOpen());
    for (ObservableValue<?> part : form.parts()) {
      part.addListener((_, _, _) -> settled.playFromStart());
    }
    // What was changed while a run had the machine has no estimate yet.
    training.live().stateProperty().addListener((_, _, state) -> update(state == State.IDLE));
    sceneProperty().addListener((_, _, scene) -> update(scene != null));
  }

  private String words() {
    Phrase problem = form.problem().getValue();
    if (problem != null) {
      return texts.get(problem);
    }
    double seconds = estimate.secondsProperty().get();
    return Double.isNaN(seconds)
        ? texts.get("training.parameters", form.parameterCount())
        : texts.get("training.estimate", form.parameterCount(), Durations.about(seconds));
  }

  private void updateWhenOpen() {
    if (isOpen()) {
      estimate.update();
      tryAgainAfter(FIRST_PAUSE);
    }
  }

  /** Other programs that are busy now, as when a computer starts, make it look slow. */
  private void tryAgainAfter(Duration pause) {
    again.run(
        pause,
        () -> {
          if (isOpen()) {
            estimate.again();
            Duration twice = pause.multipliedBy(2);
            tryAgainAfter(twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice);
          }
        });
  }

  private boolean isOpen() {
    return Drains.isOpen(sceneProperty()).getValue();
  }

  /**
   * Nobody waits for an estimate on a screen that is not shown, nor while a run has the machine.
   */
  private void update(boolean isWanted) {
    if (isWanted) {
      settled.playFromStart();
    } else {
      settled.stop();
      again.cancel();
    }
  }
}
