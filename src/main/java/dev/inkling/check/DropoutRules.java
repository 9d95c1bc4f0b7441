package dev.inkling.check;

import static dev.inkling.check.Gravity.ERROR;
import static dev.inkling.check.Gravity.WARNING;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dropout that does nothing, leaves nothing, or silences what must not be silent. */
final class DropoutRules {
  /** From here on hardly anything is left. */
  private static final double MUCH = 0.9;

  private static final double USUAL = 0.5;

  static final List<Rule> ALL =
      List.of(
          rule("dropout-all", ERROR, DropoutRules::all),
          rule("dropout-much", WARNING, DropoutRules::much),
          rule("dropout-none", WARNING, DropoutRules::none),
          rule("dropout-twice", WARNING, DropoutRules::twice),
          rule("dropout-outputs", WARNING, DropoutRules::outputs));

  private interface Look {
    @Nullable Found at(Draft draft, Place place, Dropout dropout);
  }

  private DropoutRules() {}

  private static Rule rule(String name, Gravity gravity, Look look) {
    return Rule.each(
        name,
        gravity,
        (draft, place) ->
            place.layer() instanceof Dropout dropout ? look.at(draft, place, dropout) : null);
  }

  /** What is left of an image on average; as much as there is where that is not known. */
  private static double left(Place place, Dropout dropout, double rate) {
    Size input = place.input();
    long values = input == null ? Long.MAX_VALUE : input.values();
    return (input != null && dropout.ofChannels() ? input.channels() : values) * (1 - rate);
  }

  private static @Nullable Found all(Draft draft, Place place, Dropout dropout) {
    return left(place, dropout, dropout.rate()) >= 1
        ? null
        : new Found(place.index(), less(draft, place, dropout), percent(dropout));
  }

  private static Mend less(Draft draft, Place place, Dropout dropout) {
    return left(place, dropout, USUAL) >= 1 && dropout.rate() > USUAL
        ? Mend.make(draft, place, new Dropout(dropout.ofChannels(), USUAL))
        : Mend.remove(draft, place);
  }

  private static @Nullable Found much(Draft draft, Place place, Dropout dropout) {
    return dropout.rate() < MUCH || left(place, dropout, dropout.rate()) < 1
        ? null
        : new Found(place.index(), less(draft, place, dropout), percent(dropout));
  }

  private static double percent(Dropout dropout) {
    return dropout.rate() * 100;
  }

  private static @Nullable Found none(Draft draft, Place place, Dropout dropout) {
    return dropout.rate() > 0 ? null : new Found(place.index(), Mend.remove(draft, place));
  }

  private static @Nullable Found twice(Draft draft, Place place, Dropout dropout) {
    Place before = draft.before(place, Place::isFlatten);
    return before != null && before.isDropout()
        ? new Found(place.index(), Mend.remove(draft, place), before.name())
        : null;
  }

  private static @Nullable Found outputs(Draft draft, Place place, Dropout dropout) {
    Place last = draft.last();
    if (last == null || !draft.isBehindOutputs(place) || !OutputRules.areRight(draft)) {
      return null;
    }
    Place before = draft.before(last);
    boolean isThereToo = before != null && before.isDropout();
    return new Found(
        place.index(),
        isThereToo || dropout.ofChannels()
            ? Mend.remove(draft, place)
            : Mend.moveBefore(draft, place, last),
        last.name());
  }
}
