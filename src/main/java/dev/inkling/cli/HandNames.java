package dev.inkling.cli;

import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What hands are called on the command line: by their names, and the one without a name as in the
 * window, in the user's language or in English.
 */
final class HandNames {
  private static final String OWN = "hand.own";

  private final Messages messages;

  HandNames(Shell shell) {
    messages = shell.messages();
  }

  /** What a hand is called, null for the one without a name. */
  String of(@Nullable String writer) {
    return writer == null ? messages.get(OWN) : writer;
  }

  /** True for what the hand without a name is called. */
  boolean isOwn(String name) {
    return Stream.of(messages, new Messages(Locale.ENGLISH))
        .anyMatch(each -> each.get(OWN).equalsIgnoreCase(name));
  }

  /**
   * The hand that somebody means.
   *
   * @throws Problem that lists those there are
   */
  NamedHand find(String name, List<NamedHand> all) {
    return all.stream()
        .filter(hand -> hand.is(name))
        .findFirst()
        .or(() -> all.stream().filter(hand -> isOwn(name) && hand.is(null)).findFirst())
        .orElseThrow(
            () ->
                new Problem("problem.hand.unknown", name, list(all.stream().map(NamedHand::name))));
  }

  /**
   * The drawings of the hand that somebody means.
   *
   * @throws Problem when there are none, that lists whose there are
   */
  List<Kept> drawnBy(String name, List<Kept> all) {
    List<Kept> named = by(name, all);
    List<Kept> own = named.isEmpty() && isOwn(name) ? by(null, all) : named;
    if (own.isEmpty()) {
      throw all.isEmpty()
          ? new Problem("problem.drawings.none")
          : new Problem("problem.drawings.noHand", name, list(all.stream().map(Kept::writer)));
    }
    return own;
  }

  private static List<Kept> by(@Nullable String writer, List<Kept> all) {
    return all.stream().filter(kept -> Objects.equals(kept.writer(), writer)).toList();
  }

  /** Their names in the order in which they come, each once. */
  String list(Stream<@Nullable String> writers) {
    return writers.map(this::of).distinct().collect(Collectors.joining(", "));
  }
}
