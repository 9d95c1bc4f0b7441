package dev.inkling.check;

import dev.inkling.text.Phrase;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to be wrong. Its sentence has the key check.rule.NAME.
 *
 * @param name in lower case
 * @param search finds all places where a network is wrong in this way
 */
record Rule(String name, Gravity gravity, Function<Draft, Stream<Found>> search) {
  /**
   * Something found.
   *
   * @param place index of the layer, or {@link Finding#WHOLE}
   * @param mend how it goes away
   * @param arguments of the rule's sentence
   */
  record Found(int place, Mend mend, Object... arguments) {}

  /** A rule that looks at one layer after the other. */
  static Rule each(
      String name, Gravity gravity, BiFunction<Draft, Place, @Nullable Found> looksAt) {
    return new Rule(
        name,
        gravity,
        draft ->
            draft.places().stream()
                .flatMap(place -> Stream.ofNullable(looksAt.apply(draft, place))));
  }

  /** A rule that finds at most one thing. */
  static Rule once(String name, Gravity gravity, Function<Draft, @Nullable Found> looks) {
    return new Rule(name, gravity, draft -> Stream.ofNullable(looks.apply(draft)));
  }

  Stream<Finding> findings(Draft draft) {
    return search.apply(draft).map(this::finding);
  }

  private Finding finding(Found found) {
    Phrase text = new Phrase("check.rule." + name, found.arguments());
    return new Finding(
        name, found.place(), gravity, text, found.mend().says(), found.mend().layers());
  }
}
