package dev.inkling.ui.inside;

import dev.inkling.model.Model;
import org.jspecify.annotations.Nullable;

/** The broken copy of a network that was asked for last. For one background thread alone. */
final class BrokenCopy {
  private @Nullable Model model;
  private @Nullable Breakage breakage;
  private @Nullable Model copy;

  /** The copy that is broken so; the same one until another is asked for. */
  Model of(Model wanted, Breakage how) {
    Model known = copy;
    if (known != null && wanted == model && how.equals(breakage)) {
      return known;
    }
    Model made = how.apply(wanted);
    copy = made;
    model = wanted;
    breakage = how;
    return made;
  }
}
