package dev.inkling.ui.inside;

import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import org.jspecify.annotations.Nullable;

/** The broken copy of a network that was asked for last. For one background thread alone. */
final class BrokenCopy {
  private final Readers readers = new Readers();
  private @Nullable Model model;
  private @Nullable Breakage breakage;
  private @Nullable Model copy;

  /** A classifier that is broken so, good until another one is asked for. */
  Classifier of(Model wanted, Breakage how) {
    if (copy == null || wanted != model || !how.equals(breakage)) {
      copy = how.apply(wanted);
      model = wanted;
      breakage = how;
    }
    return readers.of(copy);
  }
}
