package dev.inkling.ui.training;

import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A number of a recipe as it is typed, so that an impossible one can be marked where it stands. */
public final class RecipeField {
  private final StringProperty text = new SimpleStringProperty("");
  private final String problem;
  private final Predicate<String> isGood;

  private RecipeField(String problem, Predicate<String> isGood) {
    this.problem = problem;
    this.isGood = isGood;
  }

  /** A whole number, both bounds included. */
  static RecipeField whole(String problem, int least, int most) {
    return new RecipeField(problem, typed -> isWhole(typed, least, most));
  }

  /** Any number that passes. */
  static RecipeField number(String problem, DoublePredicate isGood) {
    return new RecipeField(problem, typed -> isNumber(typed, isGood));
  }

  /** A number that passes, or nothing. */
  static RecipeField optional(String problem, DoublePredicate isGood) {
    return new RecipeField(problem, typed -> typed.isEmpty() || isNumber(typed, isGood));
  }

  private static boolean isWhole(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isNumber(String text, DoublePredicate isGood) {
    try {
      return isGood.test(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** As typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** The key of the sentence that says what would be possible, or null when the number is. */
  public ObservableValue<String> problem() {
    return text.map(typed -> isGood.test(typed.strip()) ? null : problem);
  }

  boolean isGood() {
    return isGood.test(typed());
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
