package dev.inkling.ui.inside;

import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Which ink speaks for a digit and which against it: by the place, and by the stroke. */
final class WhyView extends StackPane {
  WhyView(WhyViewModel why, Texts texts, ObservableValue<Boolean> dark) {
    setId("inside-why");
    StrokesPanel strokes = new StrokesPanel(why, texts, dark);
    VBox.setVgrow(strokes, Priority.ALWAYS);
    VBox right = new VBox(new DigitChoice(why, texts), strokes);
    right.getStyleClass().add("column");
    getChildren().add(new SideBySide(new EvidencePanel(why, texts), right));
  }
}
