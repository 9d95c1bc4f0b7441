package dev.inkling.layer;

import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of layers: how they are written, and read.
 *
 * @param usage its text form for people, the word that it begins with first; what may be left out
 *     in brackets
 * @param example one of its text forms, a usual one
 * @param form its text forms, with groups that are named like the layer's settings
 * @param reader of what matches
 */
public record Kind(
    String usage, String example, Pattern form, Function<Matcher, ? extends Layer> reader) {

  /** Any whole number: {@link #read} says which are out of range. */
  static final String WHOLE = "-?\\d+";

  /** Any number, also as {@link Double#toString} writes it. */
  static final String DECIMAL = "-?\\d+(?:\\.\\d+(?:E-?\\d+)?)?";

  /** The two sides of a square kernel. */
  static final String SQUARE = "(?<kernel>" + WHOLE + ")x\\k<kernel>";

  /** A kind whose form is a regular expression. */
  Kind(String usage, String example, String form, Function<Matcher, ? extends Layer> reader) {
    this(usage, example, Pattern.compile(form), reader);
  }

  /** A kind without a setting. */
  static Kind plain(Layer layer) {
    return new Kind(layer.text(), layer.text(), layer.text(), _ -> layer);
  }

  /** The word that its text forms begin with. */
  public String word() {
    return usage.split(" ", 2)[0];
  }

  /** A usual layer of this kind. */
  public Layer newLayer() {
    return read(example);
  }

  /**
   * Reads a text form of this kind.
   *
   * @throws Problem when it is none, or a number is out of range, with the text as its first
   *     argument
   */
  Layer read(String text) {
    Matcher matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw new Problem("problem.layer.form", text, usage, example);
    }
    Layer layer = reader.apply(matcher);
    layer.settings().stream()
        .filter(setting -> !setting.allows(setting.value()))
        .findFirst()
        .ifPresent(setting -> refuse(matcher, setting));
    return layer;
  }

  private static void refuse(Matcher matcher, Setting setting) {
    throw new Problem(
        "problem.layer.range",
        matcher.group(),
        new Phrase("layer.setting." + setting.key()),
        new Phrase("recipe.outside", setting.range(), matcher.group(setting.key())));
  }

  /**
   * The whole number of a group, or where it is too large the largest there is; another one where
   * the group is not there.
   */
  static int number(Matcher matcher, String group, int otherwise) {
    String found = matcher.group(group);
    return found == null ? otherwise : (int) Double.parseDouble(found);
  }

  /** The padding that was written, or that keeps the size of maps where it is “same”. */
  static int padding(Matcher matcher, int kernel) {
    return matcher.group("same") == null
        ? number(matcher, "padding", 0)
        : around(matcher.group(), kernel);
  }

  /**
   * The padding that keeps the size of maps.
   *
   * @throws Problem for a kernel without a middle
   */
  static int around(String text, int kernel) {
    if (kernel % 2 == 0) {
      throw new Problem("problem.layer.same", text, kernel);
    }
    return kernel / 2;
  }
}
