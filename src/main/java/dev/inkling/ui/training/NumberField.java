package dev.inkling.ui.training;

import atlantafx.base.theme.Styles;
import dev.inkling.text.Phrase;
import dev.inkling.ui.kit.Texts;
import javafx.scene.control.TextField;

/** A number to type; an impossible one is marked, and heard by who cannot see it. */
final class NumberField extends TextField {
  private final TypedNumber field;
  private final Texts texts;

  NumberField(TypedNumber field, Texts texts) {
    this.field = field;
    this.texts = texts;
    textProperty().bindBidirectional(field.textProperty());
    field.textProperty().subscribe(_ -> check());
    texts.messagesProperty().subscribe(_ -> check());
  }

  private void check() {
    Phrase problem = field.problem().getValue();
    String name = texts.get(field.field().nameKey());
    setAccessibleText(problem == null ? name : texts.get("training.problem", name, problem));
    pseudoClassStateChanged(Styles.STATE_DANGER, problem != null);
  }
}
