package dev.inkling.ui.training;

import dev.inkling.model.Limit;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Phrase;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A number of a recipe as it is typed, so that an impossible one can be marked where it stands. */
public final class TypedNumber {
  private final StringProperty text = new SimpleStringProperty("");
  private final Limit limit;

  TypedNumber(RecipeField field) {
    limit = field.limit();
  }

  /** As typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** What would be possible, or null when the number is. */
  public ObservableValue<@Nullable Phrase> problem() {
    return text.map(typed -> limit.allowsTyped(typed.strip()) ? null : limit.words());
  }

  boolean isGood() {
    return limit.allowsTyped(typed());
  }

  /** Without the spaces around it. */
  String typed() {
    return text.get().strip();
  }

  /** Types a number; for null, nothing. */
  void type(@Nullable Number number) {
    text.set(number == null ? "" : String.valueOf(number));
  }
}
