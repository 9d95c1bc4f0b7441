package dev.inkling.ui.inside;

import dev.inkling.explain.Robustness;
import dev.inkling.ink.Drawing;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** How far the drawing can be changed until the network answers otherwise. */
final class SureViewModel {
  private final Explanation<Robustness> robustness;
  private final Consumer<Drawing> onPad;

  /**
   * Nothing is known yet.
   *
   * @param onPad puts a drawing in place of the pad's
   */
  SureViewModel(ObservableValue<Subject> subject, Readers readers, Consumer<Drawing> onPad) {
    robustness = new Explanation<>(subject, readers, _ -> Robustness::of);
    this.onPad = onPad;
  }

  /** All versions of the drawing. */
  Explanation<Robustness> robustness() {
    return robustness;
  }

  // Commands

  /** Puts a version on the pad, which can be undone there. */
  void putOnPad(Robustness.Version version) {
    onPad.accept(version.drawing());
  }
}
