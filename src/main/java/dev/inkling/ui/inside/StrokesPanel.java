package dev.inkling.ui.inside;

import dev.inkling.ui.inside.WhyViewModel.Reasons;
import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Each stroke, and what is read without it. */
final class StrokesPanel extends VBox {
  private final WhyViewModel why;
  private final Texts texts;
  private final ObservableValue<Boolean> dark;
  private final VBox rows = new VBox(8);

  StrokesPanel(WhyViewModel why, Texts texts, ObservableValue<Boolean> dark) {
    this.why = why;
    this.texts = texts;
    this.dark = dark;
    getStyleClass().add("panel");
    Label title = new Label();
    title.textProperty().bind(texts.bind("inside.why.strokes"));
    title.getStyleClass().add("card-title");
    rows.setId("inside-why-strokes");
    ScrollPane scroll = new LivePane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("clear-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
    why.reasons().answerProperty().subscribe(_ -> show());
    why.digitProperty().subscribe(_ -> show());
    texts.messagesProperty().subscribe(_ -> show());
    dark.subscribe(_ -> show());
  }

  private void show() {
    rows.getChildren().clear();
    Reasons reasons = why.reasons().answerProperty().get();
    Integer digit = why.digitProperty().getValue();
    setVisible(reasons == null || !reasons.drawing().isEmpty()); // a picture has no strokes
    if (reasons != null && digit != null) {
      for (int i = 0; i < reasons.drawing().marks().size(); i++) {
        rows.getChildren().add(new StrokeRow(reasons, i, digit, texts, dark.getValue()));
      }
    }
  }
}
