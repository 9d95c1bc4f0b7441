package dev.inkling.ui.inside;

import dev.inkling.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which ink speaks for a digit and which against it: by the place, and by the stroke. */
final class WhyView extends HBox {
  WhyView(WhyViewModel why, Texts texts, ObservableValue<Boolean> dark) {
    setId("inside-why");
    getStyleClass().add("row");
    StrokesPanel strokes = new StrokesPanel(why, texts, dark);
    VBox.setVgrow(strokes, Priority.ALWAYS);
    VBox right = new VBox(new DigitChoice(why, texts), strokes);
    right.getStyleClass().add("column");
    getChildren().addAll(half(new EvidencePanel(why, texts)), half(right));
  }

  private static Region half(Region part) {
    part.setPrefWidth(0);
    part.setMinWidth(0);
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }
}
