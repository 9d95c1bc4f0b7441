package dev.inkling.ui.training;

import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the network in training takes the digit on the pad for. On the FX thread alone. */
final class DigitOnPad {
  private final DigitReader reader;
  private final Supplier<Drawing> pad;
  private @Nullable Reading newest;

  private record Reading(long examples, float[] probabilities, List<String> names) {}

  /**
   * Nothing is read yet.
   *
   * @param pad what is drawn at the moment
   */
  DigitOnPad(DigitReader reader, Supplier<Drawing> pad) {
    this.reader = reader;
    this.pad = pad;
  }

  /**
   * Reads what is drawn, if anything is.
   *
   * @param examples that the network was trained on
   */
  void read(Model model, long examples) {
    Drawing drawing = pad.get();
    if (!drawing.isEmpty()) {
      reader.read(
          model,
          drawing,
          probabilities -> {
            if (probabilities != null) {
              newest = new Reading(examples, probabilities, model.card().classes());
            }
          });
    }
  }

  /** Hands over what was read since the last time, if anything was. */
  void addTo(RunCurves curves) {
    if (newest != null) {
      curves.addDigit(newest.examples, newest.probabilities, newest.names);
      newest = null;
    }
  }

  /** Another run begins. */
  void forget() {
    newest = null;
  }
}
