package dev.inkling.ui.builder;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.text.Durations;
import dev.inkling.ui.kit.InfoButton;
import dev.inkling.ui.kit.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** What the whole network costs; how long an epoch takes is measured while it is shown. */
final class TotalsPane extends GridPane {
  /** Not with every key: when somebody has stopped to build for a moment. */
  private final PauseTransition settled = new PauseTransition(Duration.millis(600));

  private final BuilderViewModel builder;
  private final Texts texts;
  private final Label parameters = figure("parameters");
  private final Label operations = figure("operations");
  private final Label memory = figure("memory");
  private final Label field = figure("field");
  private final Label seconds = figure("seconds");

  /**
   * The pane.
   *
   * @param isFree whether no run has the machine
   */
  TotalsPane(BuilderViewModel builder, Texts texts, ObservableValue<Boolean> isFree) {
    this.builder = builder;
    this.texts = texts;
    getStyleClass().add("totals");
    getColumnConstraints().addAll(growing(), new ColumnConstraints());
    row("parameters", parameters);
    row("operations", operations);
    row("memory", memory);
    row("seconds", seconds);
    row("field", field);
    builder.draftProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
    builder.secondsProperty().subscribe(_ -> showSeconds());
    settled.setOnFinished(_ -> measureWhenOpen());
    builder.draftProperty().addListener(_ -> settled.playFromStart());
    isFree.addListener((_, _, isSo) -> settle(isSo));
    sceneProperty().addListener((_, _, scene) -> leave(scene == null));
  }

  private static ColumnConstraints growing() {
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    return names;
  }

  private static Label figure(String key) {
    Label figure = new Label();
    figure.setId("builder-total-" + key);
    figure.getStyleClass().add("total");
    figure.setMinWidth(USE_PREF_SIZE);
    return figure;
  }

  private void row(String key, Label figure) {
    Label name = new Label();
    name.textProperty().bind(texts.bind("builder.total." + key));
    name.getStyleClass().add("total-name");
    name.setMinWidth(USE_PREF_SIZE);
    HBox term = new HBox(name, InfoButton.of(texts, "builder.total." + key));
    term.getStyleClass().add("term");
    addRow(getRowCount(), term, figure);
    figure.setMaxWidth(Double.MAX_VALUE);
  }

  private void show() {
    Costs costs = builder.costsProperty().get();
    parameters.setText(Figures.parameters(costs.parameters()));
    operations.setText(Figures.flop(costs.operations()));
    memory.setText(Figures.memory(costs.memory()));
    Box box = costs.field();
    field.setText(box == null ? "–" : box.height() + "×" + box.width());
    showSeconds();
  }

  private void showSeconds() {
    double measured = builder.secondsProperty().get();
    seconds.setText(Double.isNaN(measured) ? "–" : texts.get(Durations.about(measured)));
  }

  private void measureWhenOpen() {
    Scene scene = getScene();
    if (scene != null && scene.getWindow() != null && scene.getWindow().isShowing()) {
      builder.measure();
    }
  }

  private void leave(boolean isGone) {
    settle(!isGone);
    if (isGone) {
      builder.stopMeasuring();
    }
  }

  /** Nobody waits for what is measured on a screen that is not shown, or while a run goes on. */
  private void settle(boolean isWanted) {
    if (isWanted) {
      settled.playFromStart();
    } else {
      settled.stop();
    }
  }
}
