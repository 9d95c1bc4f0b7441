package dev.inkling.check;

import static dev.inkling.check.Gravity.ERROR;
import static dev.inkling.check.Gravity.WARNING;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Relu;
import dev.inkling.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Activations that are missing, too many, or in the wrong place. */
final class ActivationRules {
  /** So many that bend flatly, one behind the other, learn hardly anything at the input. */
  private static final int DEEP = 6;

  static final List<Rule> ALL =
      List.of(
          Rule.each("linear", WARNING, ActivationRules::linear),
          Rule.each("dead", ERROR, ActivationRules::dead),
          Rule.each("idle", WARNING, ActivationRules::idle),
          Rule.each("activation-twice", WARNING, ActivationRules::twice),
          Rule.each("pixels", WARNING, ActivationRules::pixels),
          Rule.once("vanishing", WARNING, ActivationRules::vanishing),
          Rule.each("softmax-early", WARNING, ActivationRules::softmaxEarly),
          Rule.each("softmax-twice", WARNING, ActivationRules::softmaxTwice));

  private ActivationRules() {}

  /** Of a separable convolution, the first half weighs places and the second one channels. */
  private static @Nullable Found linear(Draft draft, Place place) {
    Place other = draft.before(place, ActivationRules::isStraight);
    if (other == null || !place.isLinear() || !other.isLinear() || other.isDepthwise()) {
      return null;
    }
    Place norm = draft.behind(other);
    Place end = norm != null && norm.isNorm() ? norm : other;
    return new Found(place.index(), Mend.putAfter(draft, end, new Relu()), other.name());
  }

  /** What a weighted sum goes through and stays one; maxima are none. */
  private static boolean isStraight(Place place) {
    return place.isNorm()
        || place.isDropout()
        || place.isFlatten()
        || (place.isPool() && !place.layer().word().equals("max-pool"));
  }

  /** The layer whose values it is given, but for what keeps their signs. */
  private static @Nullable Place source(Draft draft, Place place) {
    return draft.before(place, Place::keepsSigns);
  }

  private static @Nullable Found dead(Draft draft, Place place) {
    return isDead(draft, place)
        ? new Found(place.index(), Mend.remove(draft, place), place.layer().text())
        : null;
  }

  /** Logarithms of probabilities are not positive, so nothing is left of them. */
  static boolean isDead(Draft draft, Place place) {
    Place source = source(draft, place);
    return place.layer() instanceof Relu && source != null && source.isSoftmax();
  }

  private static @Nullable Found idle(Draft draft, Place place) {
    Place source = source(draft, place);
    return source != null && isIdle(draft, place)
        ? new Found(place.index(), Mend.remove(draft, place), source.name())
        : null;
  }

  private static boolean isIdle(Draft draft, Place place) {
    Place source = source(draft, place);
    return place.isRectifier() && source != null && source.isNeverNegative();
  }

  private static @Nullable Found twice(Draft draft, Place place) {
    Place before = draft.before(place);
    return place.isActivation() && before != null && before.isActivation() && !isIdle(draft, place)
        ? new Found(place.index(), Mend.remove(draft, place), before.name())
        : null;
  }

  private static @Nullable Found pixels(Draft draft, Place place) {
    boolean isFirst = place.isActivation() && draft.last(place.index(), Place::isWeighted) == null;
    return isFirst && draft.last() != null
        ? new Found(place.index(), Mend.remove(draft, place))
        : null;
  }

  private static @Nullable Found vanishing(Draft draft) {
    List<Place> flat = draft.places().stream().filter(Place::isSaturating).toList();
    boolean isNormed = draft.places().stream().anyMatch(Place::isNormed);
    if (isNormed || flat.size() < DEEP) {
      return null;
    }
    Mend mend =
        Mend.of(
            draft,
            new Phrase("check.mend.norms", new BatchNorm().text()),
            layers -> flat.reversed().forEach(p -> layers.add(p.index(), new BatchNorm())));
    return new Found(flat.getFirst().index(), mend, flat.size());
  }

  private static @Nullable Found softmaxEarly(Draft draft, Place place) {
    Place last = draft.last();
    return place.isSoftmax() && last != null && place.index() < last.index()
        ? new Found(place.index(), Mend.remove(draft, place), last.name())
        : null;
  }

  private static @Nullable Found softmaxTwice(Draft draft, Place place) {
    Place before = draft.before(place, between -> between.isDropout() || between.isFlatten());
    return place.isSoftmax() && before != null && before.isSoftmax()
        ? new Found(place.index(), Mend.remove(draft, place), before.name())
        : null;
  }
}
