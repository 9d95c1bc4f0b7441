package dev.inkling.check;

import dev.inkling.layer.Layer;
import dev.inkling.text.Phrase;
import java.util.List;

/**
 * What is wrong somewhere in a network.
 *
 * @param rule its name, the same for whatever is wrong in the same way
 * @param place of the layer in the list as it was built, counted from 0; −1 for the whole
 * @param gravity how much it matters
 * @param text a sentence that says what is wrong and why; it stands at the layer, and does not name
 *     it
 * @param mend what a button says that mends it
 * @param mended the layers that come of that
 */
public record Finding(
    String rule, int place, Gravity gravity, Phrase text, Phrase mend, List<Layer> mended) {
  /** A finding that concerns the whole network. */
  public static final int WHOLE = -1;

  public Finding {
    mended = List.copyOf(mended);
  }

  /** True when the network cannot be trained as it is. */
  public boolean isError() {
    return gravity == Gravity.ERROR;
  }
}
