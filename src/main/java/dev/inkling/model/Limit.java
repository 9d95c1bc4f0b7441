package dev.inkling.model;

import dev.inkling.text.Numerals;
import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is possible in a field of a recipe. Immutable. */
public final class Limit {
  private final Phrase words;
  private final String form;
  private final List<Enum<?>> choices;
  private final Predicate<@Nullable Object> isPossible;
  private final Function<String, ? extends @Nullable Object> read;

  private Limit(
      Phrase words,
      String form,
      Predicate<@Nullable Object> isPossible,
      Function<String, ? extends @Nullable Object> read) {
    this(words, form, List.of(), isPossible, read);
  }

  private Limit(
      Phrase words,
      String form,
      List<Enum<?>> choices,
      Predicate<@Nullable Object> isPossible,
      Function<String, ? extends @Nullable Object> read) {
    this.words = words;
    this.form = form;
    this.choices = choices;
    this.isPossible = isPossible;
    this.read = read;
  }

  /** Whole numbers, both ends included; so small that a double holds each of them. */
  public static Limit whole(long least, long most) {
    return new Limit(
        new Phrase("recipe.whole", least, most),
        "N",
        isNumber(number -> number >= least && number <= most),
        Numerals::whole);
  }

  /** Numbers above one and up to another. */
  static Limit above(double least, double most) {
    return new Limit(
        new Phrase("recipe.above", least, most),
        "X",
        isNumber(number -> number > least && number <= most),
        Numerals::decimal);
  }

  /** Numbers from one up to another, which is not possible any more. */
  public static Limit below(double least, double most) {
    return new Limit(
        new Phrase("recipe.below", least, most),
        "X",
        isNumber(number -> number >= least && number < most),
        Numerals::decimal);
  }

  /** Like {@link #below}, or null. */
  static Limit belowOrNone(double least, double most) {
    return orNone(below(least, most), new Phrase("recipe.belowOrNone", least, most));
  }

  /** Like {@link #above}, or null. */
  static Limit aboveOrNone(double least, double most) {
    return orNone(above(least, most), new Phrase("recipe.aboveOrNone", least, most));
  }

  private static Limit orNone(Limit needed, Phrase words) {
    return new Limit(
        words,
        needed.form,
        value -> value == null || needed.allows(value),
        text -> text.isEmpty() ? null : needed.read.apply(text));
  }

  /** Any text, or null. */
  static Limit textOrNone() {
    return new Limit(
        new Phrase("recipe.text"),
        "NAME",
        value -> value == null || value instanceof String,
        text -> text.isEmpty() ? null : text);
  }

  /** Choices, as they are named in files and on the command line; one is needed. */
  static Limit oneOf(Enum<?>[] choices) {
    String names = Arrays.stream(choices).map(Limit::name).collect(Collectors.joining(", "));
    return new Limit(
        new Phrase("recipe.oneOf", names),
        names.replace(", ", "|"),
        List.of(choices),
        value -> Arrays.asList(choices).contains(value),
        text -> choice(choices, text.replace('_', '-')));
  }

  private static @Nullable Enum<?> choice(Enum<?>[] choices, String text) {
    return Arrays.stream(choices)
        .filter(choice -> name(choice).equalsIgnoreCase(text))
        .findFirst()
        .orElse(null);
  }

  /** As a choice is named in files and on the command line. */
  static String name(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** False for NaN whatever the range, and for null. */
  private static Predicate<@Nullable Object> isNumber(DoublePredicate isWithin) {
    return value -> value instanceof Number number && isWithin.test(number.doubleValue());
  }

  /** True when a field may have a value; null for none. */
  public boolean allows(@Nullable Object value) {
    return isPossible.test(value);
  }

  /**
   * Why a field may not have what somebody typed, with what is possible; null when it may.
   *
   * @param typed without space around it
   */
  public @Nullable Phrase refusal(String typed) {
    try {
      Object value = read.apply(typed);
      return allows(value) ? null : new Phrase("recipe.outside", words, typed);
    } catch (NumberFormatException e) {
      return new Phrase(typed.isEmpty() ? "recipe.empty" : unread(typed), words, typed);
    }
  }

  private String unread(String typed) {
    if (Numerals.isAmbiguous(typed)) {
      return "recipe.ambiguous";
    }
    if (typed.matches("[+-]?\\d+")) {
      return "recipe.outside"; // more digits than a long has
    }
    try {
      double number = Numerals.decimal(typed);
      if (number == Math.rint(number) && !allows(number)) {
        return "recipe.outside"; // 1e9 is whole
      }
      return Double.isNaN(number) ? "recipe.noNumber" : "recipe.notWhole";
    } catch (NumberFormatException e) {
      return "recipe.noNumber";
    }
  }

  /**
   * The value of what somebody typed; null for none.
   *
   * @param typed that {@link #refusal} has nothing against
   */
  public @Nullable Object value(String typed) {
    return read.apply(typed);
  }

  /** What is possible, as help shows it: N, X, or the choices with strokes between. */
  public String form() {
    return form;
  }

  /** What can be chosen; empty where it is typed. */
  public List<Enum<?>> choices() {
    return choices;
  }

  /** What is possible, as the end of a sentence: “a whole number from 1 to 1,000”. */
  public Phrase words() {
    return words;
  }
}
