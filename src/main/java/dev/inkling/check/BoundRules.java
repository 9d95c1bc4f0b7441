package dev.inkling.check;

import static dev.inkling.check.Gravity.ERROR;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.Size;
import dev.inkling.model.Bound;
import dev.inkling.text.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Networks that are too large to be read. */
final class BoundRules {
  static final List<Rule> ALL = Arrays.stream(Bound.values()).map(BoundRules::rule).toList();

  private BoundRules() {}

  private static Rule rule(Bound bound) {
    String name = "too-many-" + bound.name().toLowerCase(Locale.ROOT);
    return Rule.once(name, ERROR, draft -> found(draft, bound));
  }

  /** Found at the layer by which it is too much. */
  private static @Nullable Found found(Draft draft, Bound bound) {
    double sum = 0;
    int first = -1;
    for (Place place : draft.places()) {
      sum += of(place, bound);
      if (first < 0 && sum > bound.most()) {
        first = place.index();
      }
    }
    return first < 0
        ? null
        : new Found(
            first,
            new Mend(new Phrase("check.mend.small"), Shrinker.shrunk(draft, bound)),
            sum,
            bound.most());
  }

  /** Nothing where nothing is left to be computed. */
  static double of(Place place, Bound bound) {
    Size input = place.input();
    return input == null || place.output() == null ? 0 : bound.of(place.layer(), input);
  }
}
