package dev.inkling.data;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** What comes under a name that is taken: NAME 2, NAME 3 and so on. */
final class FreeName {
  private FreeName() {}

  /**
   * The name, or the first with a number that is not taken.
   *
   * @param most letters that a name can have; longer ones lose their end, not their number
   */
  static String of(String name, int most, Predicate<String> isTaken) {
    return Stream.iterate(1, n -> n + 1)
        .map(n -> n == 1 ? name : shortened(name, " " + n, most))
        .filter(isTaken.negate())
        .findFirst()
        .orElseThrow();
  }

  private static String shortened(String name, String end, int most) {
    String stem = name;
    while (stem.length() + end.length() > most) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem.strip() + end;
  }
}
