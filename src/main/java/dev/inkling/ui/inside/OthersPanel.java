package dev.inkling.ui.inside;

import dev.inkling.explain.Fooling.Fooled;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.inside.OtherReaders.Answer;
import dev.inkling.ui.inside.OtherReaders.Answers;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How all networks that tell the same classes apart read the drawing, and the changed one. */
final class OthersPanel extends VBox {
  /** Widths of a network with its answers, of its name, and of an answer. */
  private static final double WIDTH = 310;

  private static final double NAME = 112;
  private static final double ANSWER = 72;

  private final FoolsViewModel fools;
  private final Texts texts;
  private final FlowPane rows = new FlowPane(24, 6);
  private final Label summary = new Label();

  OthersPanel(FoolsViewModel fools, Texts texts) {
    this.fools = fools;
    this.texts = texts;
    setId("fools-others");
    getStyleClass().addAll("panel", "others");
    Label title = new Label();
    title.textProperty().bind(texts.bind("inside.fools.others"));
    title.getStyleClass().add("card-title");
    summary.setId("fools-summary");
    summary.getStyleClass().add("facts");
    ScrollPane scroll = new LivePane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("clear-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(new HBox(8, title, gap, summary), scroll);
    for (Observable each :
        List.of(
            fools.othersProperty(),
            fools.fooled().answerProperty(),
            fools.failureProperty(),
            texts.messagesProperty())) {
      each.addListener(_ -> show());
    }
    show();
  }

  /** Answers to the change before are pale until the new ones are there. */
  private void show() {
    rows.getChildren().clear();
    Answers answers = fools.othersProperty().get();
    Fooled now = fools.fooled().answerProperty().get();
    if (fools.failureProperty().get() != null) {
      summary.setText(texts.get(fools.failureProperty().get()));
      return;
    }
    if (answers == null || now == null) {
      summary.setText("");
      return;
    }
    rows.setOpacity(answers.asked().fooled() == now ? 1 : 0.4);
    for (Answer answer : answers.all()) {
      add(answer);
    }
    long fooled = answers.all().stream().filter(Answer::isFooled).count();
    summary.setText(texts.get("inside.fools.summary", fooled, answers.all().size()));
  }

  private void add(Answer answer) {
    Label name = new Label(answer.network());
    name.setMinWidth(0);
    name.setPrefWidth(NAME);
    name.setTooltip(new Tooltip(name.getText())); // whose end is cut where it is long
    HBox row = new HBox(8, name);
    row.setPrefWidth(WIDTH);
    row.setAlignment(Pos.CENTER_LEFT);
    rows.getChildren().add(row);
    Recognition before = answer.before();
    Recognition after = answer.after();
    if (answer.problem() != null) {
      Label problem = new Label(texts.get(answer.problem()));
      problem.setTooltip(new Tooltip(problem.getText()));
      row.getChildren().add(problem);
      return;
    }
    if (before == null || after == null) {
      return;
    }
    Label first = new Label(words(before));
    first.setPrefWidth(ANSWER);
    Label second = new Label(words(after));
    second.setGraphic(new FontIcon(answer.isFooled() ? "bi-arrow-right" : "bi-check2"));
    second.getStyleClass().add(answer.isFooled() ? "fooled" : "held");
    for (Label each : List.of(first, second)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    name.setAccessibleText(
        texts.get("inside.fools.row", answer.network(), words(before), words(after)));
    row.getChildren().addAll(first, second);
  }

  private String words(Recognition read) {
    return AnswerPanel.words(texts, read);
  }
}
