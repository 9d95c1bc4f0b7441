package dev.inkling.ui.training;

import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Panel;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

/** The training studio's screen: the recipe and the runs on the left, the curves on the right. */
public final class TrainingView extends HBox {
  private static final Duration BETWEEN_LOOKS = Duration.seconds(2);

  /** Of the left side's scroll bar; inkling.css has the same width. */
  private static final double BAR_ROOM = 12;

  /** The screen of a studio. */
  public TrainingView(TrainingViewModel training, Texts texts) {
    getStyleClass().add("training");
    Region recipe = new Panel(texts, "training.recipe", new RecipeView(training, texts));
    RunsView runs = new RunsView(training, texts);
    Region runsCard = new Panel(texts, "training.runs", runs);
    VBox.setVgrow(runsCard, Priority.ALWAYS);
    VBox left = new VBox(recipe, runsCard);
    left.getStyleClass().addAll("column", "training-left");
    Region charts = charts(training, texts);
    CompareView compare = new CompareView(training, runs::back, texts);
    VBox.setVgrow(compare, Priority.ALWAYS);
    SweepView sweep = new SweepView(training, texts);
    VBox.setVgrow(sweep, Priority.ALWAYS);
    RunHead head = new RunHead(training, runs, texts);
    showOneOf(training, head, charts, compare, sweep);
    watchLayers(training, charts);
    VBox right = new VBox(head, charts, compare, sweep);
    right.getStyleClass().add("column");
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(scrolling(left), right);
    Drains.of(training.live(), this);
    lookForChanges(training);
  }

  /** The command line writes runs too: while this screen is shown, they are looked for. */
  private void lookForChanges(TrainingViewModel training) {
    Timeline looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> training.refresh()));
    looks.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(
            isShown -> {
              if (isShown) {
                training.refresh();
                looks.play();
              } else {
                looks.stop();
              }
            });
  }

  /** The curves of the run in training or of another; those not shown cost nothing. */
  private static Region charts(TrainingViewModel training, Texts texts) {
    RunPages live = new RunPages(training.live().shown(), training, texts);
    RunPages other = new RunPages(training.other(), training, texts);
    StackPane charts = new StackPane();
    training
        .shownProperty()
        .subscribe(
            shown -> charts.getChildren().setAll(shown == training.live().shown() ? live : other));
    VBox.setVgrow(charts, Priority.ALWAYS);
    return charts;
  }

  /** The run in training is asked for its layers while somebody sees them, and never else. */
  private void watchLayers(TrainingViewModel training, Region charts) {
    ObservableValue<Boolean> isOpen = Drains.isOpen(sceneProperty());
    training
        .live()
        .layersWatchedProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    isOpen.getValue()
                        && charts.isVisible()
                        && training.pageProperty().get() == RunPage.LAYERS
                        && training.shownProperty().get() == training.live().shown(),
                isOpen,
                charts.visibleProperty(),
                training.pageProperty(),
                training.shownProperty()));
  }

  /** In a low window the list of runs still has room for more than one. */
  private static ScrollPane scrolling(Region left) {
    ScrollPane pane = new LivePane(left);
    pane.getStyleClass().add("training-scroll");
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The bar comes into the gap to the right.
    pane.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setMargin(pane, new Insets(0, -BAR_ROOM, 0, 0));
    return pane;
  }

  /** One run or several, or a sweep; what is in training can be held and stopped beside both. */
  private static void showOneOf(
      TrainingViewModel training, RunHead head, Region charts, Region compare, Region sweep) {
    BooleanProperty isSweep = training.sweeps().openProperty();
    sweep.visibleProperty().bind(isSweep);
    compare
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !isSweep.get() && !training.compare().runsProperty().get().isEmpty(),
                isSweep,
                training.compare().runsProperty()));
    charts.visibleProperty().bind(compare.visibleProperty().or(isSweep).not());
    head.alone(charts.visibleProperty());
    for (Region region : List.of(charts, compare, sweep)) {
      region.managedProperty().bind(region.visibleProperty());
    }
  }
}
