package dev.inkling.ui.inside;

import dev.inkling.chart.ValueFormat;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.ProbabilityBars;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of several answers to the same drawing: the digit, how sure, and the ten bars. */
final class AnswerPanel extends VBox {
  private final Texts texts;

  /**
   * A panel.
   *
   * @param titleKey which answer it is; the answer's id is the key with dashes
   * @param recognition blank when nothing is read
   */
  AnswerPanel(Texts texts, String titleKey, ObservableValue<Recognition> recognition) {
    this.texts = texts;
    getStyleClass().addAll("panel", "answer-panel");
    Label title = new Label();
    title.textProperty().bind(texts.bind(titleKey));
    title.getStyleClass().add("card-title");
    Label answer = new Label();
    answer.setId(titleKey.replace('.', '-'));
    answer.getStyleClass().add("answer-line");
    answer
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> answer(recognition.getValue()), recognition, texts.messagesProperty()));
    answer.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, gap, answer);
    head.setAlignment(Pos.BASELINE_LEFT);
    ProbabilityBars bars = new ProbabilityBars(recognition);
    VBox.setVgrow(bars, Priority.ALWAYS);
    getChildren().addAll(head, bars);
  }

  private String answer(Recognition read) {
    return read.isBlank() ? "" : words(texts, read);
  }

  /** What is read and how sure; not on a blank pad. */
  static String words(Texts texts, Recognition read) {
    String confidence = ValueFormat.percent(read.confidence(), 1);
    return texts.get(
        read.isDigit() ? "inside.pad.answer" : "inside.pad.noDigit", read.name(), confidence);
  }
}
