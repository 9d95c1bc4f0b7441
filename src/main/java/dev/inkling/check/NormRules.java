package dev.inkling.check;

import static dev.inkling.check.Gravity.NOTE;
import static dev.inkling.check.Gravity.WARNING;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.Layer;
import dev.inkling.text.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batch norm where it is of no use, or where something before it is of none. */
final class NormRules {
  static final List<Rule> ALL =
      List.of(
          Rule.each("norm-twice", WARNING, NormRules::twice),
          Rule.each("norm-dropout", WARNING, NormRules::dropout),
          Rule.each("norm-outputs", WARNING, NormRules::outputs),
          Rule.each("norm-bias", NOTE, NormRules::bias));

  private NormRules() {}

  private static @Nullable Found twice(Draft draft, Place place) {
    Place before = draft.before(place, Place::isFlatten);
    return place.isNorm() && before != null && before.isNorm()
        ? new Found(place.index(), Mend.remove(draft, place), before.name())
        : null;
  }

  /** Found at the dropout, which goes behind; of several in a row, those go first that are more. */
  private static @Nullable Found dropout(Draft draft, Place place) {
    Place before = draft.before(place);
    Place norm = draft.behind(place);
    boolean isOne = place.isDropout() && (before == null || !before.isDropout());
    return isOne && norm != null && norm.isNorm()
        ? new Found(place.index(), Mend.moveBehind(draft, place, norm), norm.name())
        : null;
  }

  private static @Nullable Found outputs(Draft draft, Place place) {
    return place.isNorm() && draft.isBehindOutputs(place) && OutputRules.areRight(draft)
        ? new Found(place.index(), Mend.remove(draft, place))
        : null;
  }

  /** Found at the layer with biases, whatever pools between. */
  private static @Nullable Found bias(Draft draft, Place place) {
    Layer plain = withoutBias(place.layer());
    Place norm = draft.behind(place);
    while (norm != null && norm.isPool()) {
      norm = draft.behind(norm);
    }
    return plain != null && norm != null && norm.isNorm()
        ? new Found(place.index(), Mend.make(draft, place, plain), norm.name())
        : null;
  }

  /** Null for layers that have no bias, or none that could be left out. */
  private static @Nullable Layer withoutBias(Layer layer) {
    if (!layer.isWeighted() || layer.text().endsWith(" no-bias")) {
      return null;
    }
    try {
      return Layer.parse(layer.text() + " no-bias");
    } catch (Problem e) {
      return null;
    }
  }
}
