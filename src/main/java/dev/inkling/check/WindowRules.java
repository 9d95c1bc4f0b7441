package dev.inkling.check;

import static dev.inkling.check.Gravity.WARNING;

import dev.inkling.check.Rule.Found;
import dev.inkling.layer.Size;
import dev.inkling.layer.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kernels and windows that slide over maps as nobody would want it. */
final class WindowRules {
  static final List<Rule> ALL =
      List.of(
          rule("padding", WindowRules::padding),
          rule("overhang", WindowRules::overhang),
          rule("stride", WindowRules::stride),
          Rule.each("window-one", WARNING, WindowRules::one));

  /** Looks at what slides over maps that it fits. */
  private interface Look {
    @Nullable Found at(Draft draft, Place place, Window window, Size maps);
  }

  private WindowRules() {}

  private static Rule rule(String name, Look look) {
    return Rule.each(
        name,
        WARNING,
        (draft, place) -> {
          Size maps = place.input();
          return maps == null || place.isFlat() || place.output() == null
              ? null
              : place
                  .layer()
                  .slides()
                  .map(window -> look.at(draft, place, window, maps))
                  .orElse(null);
        });
  }

  private static Found changed(Draft draft, Place place, Window window, Object... arguments) {
    return new Found(
        place.index(), Mend.make(draft, place, place.layer().sliding(window)), arguments);
  }

  private static @Nullable Found padding(Draft draft, Place place, Window window, Size maps) {
    if (window.padding() < window.side()) {
      return null;
    }
    Window less = new Window(window.side(), window.stride(), (window.side() - 1) / 2);
    boolean isLeft = place.layer().sliding(less).output(maps).values() > 0;
    Window fitting = isLeft ? less : ShapeRules.fitting(less, maps);
    return changed(draft, place, fitting, window.padding(), window.side());
  }

  private static @Nullable Found overhang(Draft draft, Place place, Window window, Size maps) {
    int least = Math.min(maps.height(), maps.width());
    return window.side() <= least || window.padding() >= window.side()
        ? null
        : changed(
            draft,
            place,
            ShapeRules.fitting(window, maps),
            window.side(),
            maps.width(),
            maps.height());
  }

  private static @Nullable Found stride(Draft draft, Place place, Window window, Size maps) {
    return window.stride() <= window.side()
        ? null
        : changed(
            draft,
            place,
            new Window(window.side(), window.side(), window.padding()),
            window.stride(),
            window.side());
  }

  private static @Nullable Found one(Draft draft, Place place) {
    Size maps = place.input();
    return place.isPool() && !place.isFlat() && maps != null && maps.equals(place.output())
        ? new Found(place.index(), Mend.remove(draft, place))
        : null;
  }
}
