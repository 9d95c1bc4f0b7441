package dev.inkling.check;

import static dev.inkling.check.Gravity.ERROR;
import static dev.inkling.check.Gravity.WARNING;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Size;
import dev.inkling.model.Bound;
import dev.inkling.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outputs, and what an image has to go through on its way there. */
final class OutputRules {
  /** Weights of a dense layer that are worth a thought. */
  private static final double HEAVY = 1_000_000;

  /** A side of maps that can be halved. */
  private static final int LARGE = 4;

  static final List<Rule> ALL =
      List.of(
          Rule.once("no-outputs", ERROR, OutputRules::missing),
          Rule.once(NetworkCheck.OUTPUTS, ERROR, OutputRules::wrong),
          Rule.each("activation-outputs", WARNING, OutputRules::bent),
          Rule.each("narrow", WARNING, OutputRules::narrow),
          Rule.each("heavy", WARNING, OutputRules::heavy));

  private OutputRules() {}

  /** As many outputs as there are classes. */
  static boolean areRight(Draft draft) {
    Size output = draft.output();
    return output != null && draft.last() != null && output.values() == draft.classes();
  }

  /** What it ends with is what a hidden layer gives: maps, or what was bent. */
  private static boolean isHidden(Draft draft) {
    Place last = draft.last();
    return last == null
        || !last.isDense()
        || draft.places().stream()
            .anyMatch(place -> place.isActivation() && place.index() > last.index());
  }

  private static @Nullable Found missing(Draft draft) {
    Size output = draft.output();
    boolean isMissing =
        output != null && !draft.places().isEmpty() && !areRight(draft) && isHidden(draft);
    return isMissing && output != null
        ? new Found(
            Finding.WHOLE,
            end(draft),
            draft.classes(),
            output.channels(),
            output.width(),
            output.height())
        : null;
  }

  /** A dense layer at the end, before the softmax where there is one. */
  static Mend end(Draft draft) {
    Layer outputs = new Dense(draft.classes());
    int count = draft.places().size();
    int end = count > 0 && draft.places().getLast().isSoftmax() ? count - 1 : count;
    return Mend.of(
        draft, new Phrase("check.mend.end", outputs.text()), layers -> layers.add(end, outputs));
  }

  private static @Nullable Found wrong(Draft draft) {
    Place last = draft.last();
    Size output = draft.output();
    if (last == null || output == null || areRight(draft) || isHidden(draft)) {
      return null;
    }
    Layer right = last.layer().withOutputs(draft.classes()).orElse(new Dense(draft.classes()));
    return new Found(last.index(), Mend.make(draft, last, right), output.values(), draft.classes());
  }

  private static @Nullable Found bent(Draft draft, Place place) {
    boolean isBent =
        place.isActivation()
            && draft.isBehindOutputs(place)
            && areRight(draft)
            && !ActivationRules.isDead(draft, place);
    return isBent ? new Found(place.index(), Mend.remove(draft, place)) : null;
  }

  private static @Nullable Found narrow(Draft draft, Place place) {
    Size output = place.output();
    Place last = draft.last();
    boolean isBeforeOutputs = last != null && place.index() < last.index();
    if (output == null || !isBeforeOutputs || output.values() >= draft.classes()) {
      return null;
    }
    Mend mend = widened(draft, place, output);
    return mend == null ? null : new Found(place.index(), mend, output.values(), draft.classes());
  }

  /** Null for layers that others made narrow. */
  private static @Nullable Mend widened(Draft draft, Place place, Size output) {
    if (!place.isWeighted()) {
      return place.isPool() ? Mend.remove(draft, place) : null;
    }
    int area = output.height() * output.width();
    return place
        .layer()
        .withOutputs((draft.classes() + area - 1) / area)
        .map(wider -> Mend.make(draft, place, wider))
        .orElse(null);
  }

  private static @Nullable Found heavy(Draft draft, Place place) {
    Size maps = place.input();
    if (maps == null || !place.isDense() || Math.min(maps.width(), maps.height()) < LARGE) {
      return null;
    }
    Layer pool = new Pool(true, 2);
    Size pooled = pool.output(maps);
    double weights = Bound.PARAMETERS.of(place.layer(), maps);
    double fewer = Bound.PARAMETERS.of(place.layer(), pooled);
    return weights < HEAVY || pooled.values() < draft.classes()
        ? null
        : new Found(
            place.index(),
            Mend.putBefore(draft, place, pool),
            weights,
            maps.width(),
            maps.height(),
            pool.text(),
            fewer);
  }
}
