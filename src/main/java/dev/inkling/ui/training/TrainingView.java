package dev.inkling.ui.training;

import dev.inkling.ui.Texts;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The training studio's screen: the recipe and the runs on the left, the curves on the right. */
public final class TrainingView extends HBox {
  /** The screen of a studio. */
  public TrainingView(TrainingViewModel training, Texts texts) {
    getStyleClass().add("training");
    Region recipe = card(texts, "training.recipe", new RecipeView(training, texts));
    RunsView runs = new RunsView(training, texts);
    Region runsCard = card(texts, "training.runs", runs);
    VBox.setVgrow(runs, Priority.ALWAYS);
    VBox.setVgrow(runsCard, Priority.ALWAYS);
    VBox left = new VBox(recipe, runsCard);
    left.getStyleClass().addAll("column", "training-left");
    ChartsView charts = new ChartsView(training.curves(), texts);
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox right = new VBox(new ProgressView(training, texts), charts);
    right.getStyleClass().add("column");
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, right);
    // Many metrics, one look a frame; no frames while nothing is in training.
    AnimationTimer frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            training.drain();
          }
        };
    training
        .stateProperty()
        .subscribe(
            state -> {
              if (state == TrainingViewModel.State.IDLE) {
                frames.stop();
              } else {
                frames.start();
              }
            });
  }

  private static Region card(Texts texts, String key, Region content) {
    Label title = new Label();
    title.textProperty().bind(texts.bind(key));
    title.getStyleClass().add("card-title");
    VBox card = new VBox(title, content);
    card.getStyleClass().add("panel");
    return card;
  }
}
