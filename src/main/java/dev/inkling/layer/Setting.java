package dev.inkling.layer;

import dev.inkling.text.Phrase;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A number that a person can set in a layer, with what it is now. Who offers it asks the layer and
 * knows no kind of layers.
 *
 * @param key of its name in the messages, behind {@code layer.setting.}
 * @param form which numbers there are
 * @param least the smallest
 * @param most the largest; of a {@link Form#PART} the first that is too large
 * @param value as it is; 0 or 1 of a {@link Form#FLAG}
 * @param with the same layer with another value within the limits; where it can have no such one
 *     all the same, it throws a {@link dev.inkling.text.Problem} that says why
 */
public record Setting(
    String key, Form form, double least, double most, double value, DoubleFunction<Layer> with) {

  /** Which numbers a setting can have. */
  public enum Form {
    /** Whole ones. */
    WHOLE,
    /** From the least up to, but not including, the most. */
    PART,
    /** 1 where something is so, 0 where it is not. */
    FLAG
  }

  /** A whole number; both limits are possible. */
  static Setting whole(String key, int least, int most, int value, IntFunction<Layer> with) {
    return new Setting(key, Form.WHOLE, least, most, value, number -> with.apply((int) number));
  }

  /** A part of 1, or none. */
  static Setting part(String key, double value, DoubleFunction<Layer> with) {
    return new Setting(key, Form.PART, 0, 1, value, with);
  }

  /** Something that is so or not. */
  static Setting flag(String key, boolean value, Function<Boolean, Layer> with) {
    return new Setting(key, Form.FLAG, 0, 1, value ? 1 : 0, number -> with.apply(number != 0));
  }

  /** False for a value out of range. */
  boolean allows(double number) {
    return number >= least && (form == Form.PART ? number < most : number <= most);
  }

  /** Which values there are, as the end of a sentence. */
  Phrase range() {
    return form == Form.PART
        ? new Phrase("recipe.below", least, most)
        : new Phrase("recipe.whole", (long) least, (long) most);
  }

  /** As it is typed: without decimals where it has none. */
  public String text() {
    return form == Form.PART ? String.valueOf(value) : String.valueOf((long) value);
  }
}
