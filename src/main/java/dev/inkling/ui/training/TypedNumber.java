package dev.inkling.ui.training;

import dev.inkling.model.Limit;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.text.Phrase;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A number of a recipe as it is typed, so that an impossible one can be marked where it stands. */
public final class TypedNumber {
  private final StringProperty text = new SimpleStringProperty("");
  private final RecipeField field;
  private final Limit limit;

  TypedNumber(RecipeField field) {
    this.field = field;
    limit = field.limit();
  }

  /** As typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** Why that is no possible number, or null when it is. */
  public ObservableValue<@Nullable Phrase> problem() {
    return text.map(typed -> limit.refusal(typed.strip()));
  }

  /** What it is a number of. */
  RecipeField field() {
    return field;
  }

  boolean isGood() {
    return problem().getValue() == null;
  }

  /** What is typed, where it is possible and not nothing. */
  Number number() {
    return (Number) Objects.requireNonNull(limit.value(text.get().strip()), "nothing is typed");
  }

  /** Types what a recipe has. */
  void fill(Recipe recipe) {
    text.set(field.typed(recipe));
  }

  /** A recipe with what is typed, where that is possible. */
  Recipe in(Recipe recipe) {
    return field.in(recipe, limit.value(text.get().strip()));
  }
}
