package dev.inkling.check;

import static dev.inkling.check.Gravity.ERROR;
import static dev.inkling.check.Gravity.WARNING;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Window;
import dev.inkling.model.Bound;
import dev.inkling.text.Phrase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Layers that cannot be computed in their place, and how many there are. */
final class ShapeRules {
  static final List<Rule> ALL =
      List.of(
          Rule.once("empty", ERROR, ShapeRules::empty),
          Rule.once("many", ERROR, ShapeRules::many),
          Rule.each("shrunk", ERROR, ShapeRules::shrunk),
          Rule.each("kernel", ERROR, ShapeRules::kernel),
          Rule.each("flat", ERROR, ShapeRules::flat),
          Rule.each("flatten-twice", WARNING, ShapeRules::flattenTwice));

  private ShapeRules() {}

  private static @Nullable Found empty(Draft draft) {
    return draft.places().isEmpty()
        ? new Found(Finding.WHOLE, OutputRules.end(draft), draft.classes())
        : null;
  }

  /** The outputs stay, and what is in front of them goes. */
  private static @Nullable Found many(Draft draft) {
    int count = draft.places().size();
    if (count <= Bound.LAYERS) {
      return null;
    }
    Place last = draft.last();
    int end = last == null ? count : last.index();
    int surplus = Math.min(count - Bound.LAYERS, end);
    Phrase says = new Phrase("check.mend.fewer", Bound.LAYERS);
    Mend mend =
        Mend.of(
            draft,
            says,
            layers -> {
              layers.subList(end - surplus, end).clear();
              layers.subList(Math.min(Bound.LAYERS, layers.size()), layers.size()).clear();
            });
    return new Found(Finding.WHOLE, mend, count, Bound.LAYERS);
  }

  private static @Nullable Found shrunk(Draft draft, Place place) {
    Size input = place.input();
    return input == null || place.isFlat() || !place.isEnd() || isFilter(place)
        ? null
        : new Found(place.index(), Mend.remove(draft, place), input.width(), input.height());
  }

  private static boolean isFilter(Place place) {
    return place.isWeighted() && place.layer().slides().isPresent();
  }

  private static @Nullable Found kernel(Draft draft, Place place) {
    Size input = place.input();
    if (input == null || place.isFlat() || !place.isEnd() || !isFilter(place)) {
      return null;
    }
    Window window = place.layer().slides().orElseThrow();
    Layer fitting = place.layer().sliding(fitting(window, input));
    return new Found(
        place.index(),
        Mend.make(draft, place, fitting),
        window.side(),
        input.width(),
        input.height());
  }

  /** As large as the maps at most, with a middle. */
  static Window fitting(Window window, Size maps) {
    int most = Math.min(window.side(), Math.min(maps.height(), maps.width()));
    int side = most - (most + 1) % 2;
    return new Window(side, window.stride(), Math.min(window.padding(), side / 2));
  }

  private static @Nullable Found flat(Draft draft, Place place) {
    if (!place.isFlat() || !place.layer().needsMaps()) {
      return null;
    }
    Place flattening =
        Optional.ofNullable(draft.last(place.index(), before -> before.layer().flattens()))
            .orElseThrow();
    return new Found(place.index(), unflat(draft, place, first(draft)), flattening.name());
  }

  private static Place first(Draft draft) {
    return draft.places().stream()
        .filter(place -> place.layer().flattens())
        .findFirst()
        .orElseThrow();
  }

  private static Mend unflat(Draft draft, Place place, Place flattening) {
    return switch (place.layer()) {
      case Dropout dropout -> Mend.make(draft, place, new Dropout(false, dropout.rate()));
      case Layer layer when layer.isWeighted() ->
          Mend.moveBefore(draft, place, end(draft, place), flattening);
      default -> Mend.remove(draft, place);
    };
  }

  /** Batch norm and activation of a layer go along with it. */
  private static int end(Draft draft, Place place) {
    Place next = draft.behind(place);
    while (next != null && (next.isNorm() || next.isActivation())) {
      next = draft.behind(next);
    }
    return next == null ? draft.places().size() : next.index();
  }

  private static @Nullable Found flattenTwice(Draft draft, Place place) {
    boolean isPointless = place.isFlatten() && (place.isFlat() || isBeforeDense(draft, place));
    return isPointless ? new Found(place.index(), Mend.remove(draft, place)) : null;
  }

  /** A dense layer flattens what it is given by itself. */
  private static boolean isBeforeDense(Draft draft, Place place) {
    Place next = draft.behind(place);
    return next != null && next.layer() instanceof Dense;
  }
}
