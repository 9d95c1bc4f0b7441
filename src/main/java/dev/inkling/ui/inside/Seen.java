package dev.inkling.ui.inside;

import dev.inkling.explain.ForwardPass;

/** A drawing, and what it became in the network; of blank paper when there is no ink. */
record Seen(Subject subject, ForwardPass pass) {
  /** True when the pad is blank: what the network makes of that is no answer. */
  boolean isBlank() {
    return subject.recognition().isBlank();
  }
}
