package dev.inkling.ui.training;

import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** The size of the chosen network and how long the recipe would take, tried while it is shown. */
final class RecipeFacts extends Label {
  /** Not with every key: when somebody has stopped to type for a moment. */
  private final PauseTransition settled = new PauseTransition(Duration.millis(600));

  private final RecipeForm form;
  private final Estimate estimate;
  private final Texts texts;

  RecipeFacts(RecipeForm form, Estimate estimate, Texts texts) {
    this.form = form;
    this.estimate = estimate;
    this.texts = texts;
    getStyleClass().add("facts");
    setWrapText(true);
    setMinHeight(36); // two lines, so that nothing moves when the estimate comes
    textProperty()
        .bind(
            Bindings.createStringBinding(
                this::facts,
                form.architectureProperty(),
                estimate.secondsProperty(),
                texts.messagesProperty()));
    settled.setOnFinished(_ -> updateWhenOpen());
    for (ObservableValue<?> part :
        List.of(
            form.architectureProperty(),
            form.dataProperty(),
            form.optimizerProperty(),
            form.augmentationProperty(),
            form.batchSize().textProperty(),
            form.epochs().textProperty())) {
      part.addListener((_, _, _) -> settled.playFromStart());
    }
    sceneProperty().addListener((_, _, scene) -> playWhenShown(scene != null));
  }

  private String facts() {
    double seconds = estimate.secondsProperty().get();
    return Double.isNaN(seconds)
        ? texts.get("training.parameters", form.parameterCount())
        : texts.get("training.estimate", form.parameterCount(), ProgressView.duration(seconds));
  }

  private void updateWhenOpen() {
    Scene scene = getScene();
    if (scene != null && scene.getWindow() != null && scene.getWindow().isShowing()) {
      estimate.update();
    }
  }

  /** Nobody waits for an estimate on a screen that is not shown. */
  private void playWhenShown(boolean isShown) {
    if (isShown) {
      settled.playFromStart();
    } else {
      settled.stop();
    }
  }
}
