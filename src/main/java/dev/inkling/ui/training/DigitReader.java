package dev.inkling.ui.training;

import dev.inkling.ink.Drawing;
import dev.inkling.model.Model;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the digit on the pad with weights that are still in training. */
public interface DigitReader {
  /** Off the FX thread; the answer comes on it: each class’s probability, or null without ink. */
  void read(Model model, Drawing drawing, Consumer<float @Nullable []> onSuccess);
}
