package dev.inkling.ui.inside;

import dev.inkling.recognize.Recognition;
import dev.inkling.ui.inside.BreakViewModel.Answers;
import dev.inkling.ui.kit.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be broken in a copy of the network, and what it reads then. */
final class BreakView extends HBox {
  private final BreakViewModel broken;

  BreakView(BreakViewModel broken, Texts texts, ObservableValue<Boolean> dark) {
    this.broken = broken;
    setId("inside-break");
    getStyleClass().add("row");
    Region answers =
        new SideBySide(
            new AnswerPanel(texts, "inside.break.copy", read(Answers::broken)),
            new AnswerPanel(texts, "inside.break.whole", read(Answers::whole)));
    VBox.setVgrow(answers, Priority.ALWAYS);
    VBox right = new VBox(new AccuracyPanel(broken.scores(), texts), answers);
    right.getStyleClass().add("column");
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(new DamagePanel(broken, texts, dark), right);
  }

  private ObservableValue<Recognition> read(Function<Answers, Recognition> which) {
    return broken.answers().answerProperty().map(which).orElse(Recognition.BLANK);
  }
}
