package dev.inkling.check;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Size;
import dev.inkling.layer.Window;
import dev.inkling.model.Bound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a network small enough, each time where it is largest. */
final class Shrinker {
  private Shrinker() {}

  static List<Layer> shrunk(Draft draft, Bound bound) {
    Draft smaller = draft;
    while (smaller.places().stream().mapToDouble(p -> BoundRules.of(p, bound)).sum()
        > bound.most()) {
      smaller = Draft.of(step(smaller, bound), draft.image(), draft.classes());
    }
    return smaller.layers();
  }

  private static List<Layer> step(Draft draft, Bound bound) {
    Place largest =
        draft.places().stream()
            .max(Comparator.comparingDouble(place -> BoundRules.of(place, bound)))
            .orElseThrow();
    Place weighted = draft.last(largest.index() + 1, Place::isWeighted);
    Place before = weighted == null ? null : draft.last(weighted.index(), Place::isWeighted);
    return Optional.ofNullable(unpadded(draft, weighted))
        .or(() -> Optional.ofNullable(pooled(draft, weighted, bound)))
        .or(() -> Optional.ofNullable(halved(draft, weighted)))
        .or(() -> Optional.ofNullable(halved(draft, before)))
        .orElseGet(() -> Mend.remove(draft, largest).layers());
  }

  /** Without padding that makes maps larger. */
  private static @Nullable List<Layer> unpadded(Draft draft, @Nullable Place place) {
    Window window = place == null ? null : place.layer().slides().orElse(null);
    if (place == null || window == null || window.padding() <= window.side() / 2) {
      return null;
    }
    Window less = new Window(window.side(), window.stride(), window.side() / 2);
    return Mend.make(draft, place, place.layer().sliding(less)).layers();
  }

  /** With smaller maps before a dense layer that is given more numbers than it gives. */
  private static @Nullable List<Layer> pooled(Draft draft, @Nullable Place place, Bound bound) {
    Size maps = place == null ? null : place.input();
    Size output = place == null ? null : place.output();
    if (place == null || maps == null || output == null || !place.isDense()) {
      return null;
    }
    boolean isLarge = Math.min(maps.height(), maps.width()) >= 4;
    return isLarge && maps.values() > output.values() && bound != Bound.VALUES
        ? Mend.putBefore(draft, place, new Pool(true, 2)).layers()
        : null;
  }

  /** With half as many filters or units, where they are not the outputs. */
  private static @Nullable List<Layer> halved(Draft draft, @Nullable Place place) {
    Size output = place == null ? null : place.output();
    Place last = draft.last();
    boolean isHidden = place != null && last != null && place.index() < last.index();
    if (place == null || output == null || output.channels() < 2 || !isHidden) {
      return null;
    }
    return place
        .layer()
        .withOutputs(output.channels() / 2)
        .map(half -> Mend.make(draft, place, half).layers())
        .orElse(null);
  }
}
