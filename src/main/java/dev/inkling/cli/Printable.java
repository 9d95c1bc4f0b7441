package dev.inkling.cli;

import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What others named, safe for a terminal: names of files, runs and models may hold escape
 * sequences, which would move its cursor, change its title or hide what is printed.
 */
final class Printable {
  /** Control characters, and those that turn the direction of writing. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern SPACES = Pattern.compile("[\\t\\r\\n]+");

  private Printable() {}

  /** A text on one line, with a sign in place of each character that is none. */
  static String of(String text) {
    return UNSAFE.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("�");
  }

  /** The arguments of a sentence; numbers stay numbers, which the sentence formats. */
  static Object[] of(Object... arguments) {
    return Arrays.stream(arguments).map(Printable::argument).toArray();
  }

  /** JSON has an escape for each of them, and says the same with it. */
  static String json(String json) {
    return UNSAFE
        .matcher(json)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }

  private static Object argument(Object argument) {
    return switch (argument) {
      case Number number -> number;
      case Phrase phrase -> new Phrase(phrase.key(), of(phrase.arguments()));
      case null, default -> of(String.valueOf(argument));
    };
  }
}
