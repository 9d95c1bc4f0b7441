package dev.inkling.ui.training;

import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.training.LiveRun.State;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Above the curves: the run in training, what the one that is shown has come to, or what to do. */
final class RunHead extends VBox {
  private final TrainingViewModel training;
  private final Texts texts;
  private final ResultView result;
  private final EpochSlider epochs;
  private final BooleanBinding isBusy;

  RunHead(TrainingViewModel training, RunsView runs, Texts texts) {
    this.training = training;
    this.texts = texts;
    getStyleClass().addAll("panel", "run-progress");
    setMinHeight(USE_PREF_SIZE); // the charts give way, not this
    isBusy =
        training
            .live()
            .stateProperty()
            .isNotEqualTo(State.IDLE)
            .or(training.queue().missing().askedProperty());
    result = new ResultView(training, runs, texts);
    epochs = new EpochSlider(training, texts);
    getChildren()
        .addAll(
            new OfferView(training.queue().missing(), texts),
            new ProgressView(training, texts),
            result,
            hint(),
            epochs);
  }

  /** Beside several runs there is only what is in training, and what is asked. */
  void alone(ObservableBooleanValue isOneShown) {
    ObservableValue<Boolean> hasOutcome =
        training.shownProperty().flatMap(ShownRun::outcomeProperty).map(_ -> true).orElse(false);
    show(
        result,
        Bindings.createBooleanBinding(
            () -> isOneShown.get() && hasOutcome.getValue(), isOneShown, hasOutcome));
    ObservableValue<Number> kept = training.shownProperty().flatMap(ShownRun::keptEpochsProperty);
    show(
        epochs,
        Bindings.createBooleanBinding(
            () -> isOneShown.get() && kept.getValue().intValue() > 0, isOneShown, kept));
    show(this, isBusy.or(Bindings.createBooleanBinding(isOneShown::get, isOneShown)));
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private Label hint() {
    Label hint = new Label();
    hint.setId("training-hint");
    hint.getStyleClass().add("facts");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.textProperty().bind(texts.bind("training.hint"));
    show(hint, isBusy.not().and(result.visibleProperty().not()));
    return hint;
  }
}
