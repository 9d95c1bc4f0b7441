package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A number to type; an impossible one is marked, with the reason below it. */
final class NumberField extends VBox {
  private final TypedNumber field;
  private final Texts texts;
  private final TextField text = new TextField();
  private final Label problem = new Label();

  NumberField(TypedNumber field, Texts texts) {
    super(2);
    this.field = field;
    this.texts = texts;
    text.textProperty().bindBidirectional(field.textProperty());
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().addAll(text, problem);
    field.textProperty().subscribe(_ -> check());
    texts.messagesProperty().subscribe(_ -> check());
  }

  private void check() {
    Phrase possible = field.problem().getValue();
    problem.setText(possible == null ? "" : texts.get("training.limit", possible));
    text.pseudoClassStateChanged(Styles.STATE_DANGER, possible != null);
  }

  /** Where it is typed. */
  TextField text() {
    return text;
  }
}
