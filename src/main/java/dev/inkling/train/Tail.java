package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.model.Backend;
import dev.inkling.model.Classifier;
import dev.inkling.model.Cut;
import dev.inkling.model.FoldedNorm;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import java.util.Arrays;
import java.util.List;

/**
 * A network whose first layers stay as they are: what these make of an image is computed once, and
 * the others learn from that. Batch norm goes by its running statistics in all of them.
 */
final class Tail {
  private static final int BATCH = 128;

  private final Model model;
  private final Cut cut;
  private final FoldedNorm folded;

  /**
   * Cuts a network.
   *
   * @param trained how many of its last layers with weights are to learn; all that it has where it
   *     has no more
   */
  Tail(Model model, int trained) {
    this.model = model;
    List<Layer> layers = model.card().parsedLayers();
    cut = Cut.behind(layers, Math.max(0, Cut.weighted(layers) - trained));
    folded =
        FoldedNorm.of(
            cut.tail().stream().filter(layer -> !(layer instanceof Dropout)).toList(),
            cut.between(),
            cut.tailOf(model.weights()));
  }

  /** How many layers with weights stay as they are. */
  int frozen() {
    return Cut.weighted(cut.head());
  }

  /** Numbers that the first layers make of an image. */
  int width() {
    return cut.between().count();
  }

  /**
   * What the first layers make of images.
   *
   * @param input normalized
   */
  float[] features(float[] input, int count) {
    if (cut.depth() == 0) {
      return input;
    }
    try (Backend head = Backend.of(cut.head(), cut.headOf(model.weights()))) {
      return inBatches(head, input, count, width());
    }
  }

  /**
   * Images as what the first layers make of them.
   *
   * @param input normalized
   * @param targets ten probabilities for each
   */
  Examples examples(float[] input, float[] targets) {
    int count = targets.length / Digits.CLASSES;
    return new Examples(count, width(), features(input, count), targets);
  }

  /** Writes into examples as targets what the network says of them now. */
  void answer(Examples examples) {
    try (Backend tail = Backend.of(folded.layers(), cut.between(), folded.weights(), false)) {
      float[] logits = inBatches(tail, examples.features(), examples.count(), Digits.CLASSES);
      for (int i = 0; i < examples.count(); i++) {
        float[] probabilities = Classifier.softmax(logits, i, Digits.CLASSES, 1);
        System.arraycopy(probabilities, 0, examples.targets(), i * Digits.CLASSES, Digits.CLASSES);
      }
    }
  }

  private static float[] inBatches(Backend network, float[] input, int count, int width) {
    float[] all = new float[count * width];
    int each = input.length / count;
    for (int from = 0; from < count; from += BATCH) {
      int n = Math.min(BATCH, count - from);
      float[] part = Arrays.copyOfRange(input, from * each, (from + n) * each);
      System.arraycopy(network.forward(part, n), 0, all, from * width, n * width);
    }
    return all;
  }

  /** The layers that learn, with the weights that they begin with. */
  Weights weights() {
    return folded.weights();
  }

  /** A network that computes and learns from features. */
  Backend backend() {
    return Backend.of(folded.layers(), cut.between(), folded.weights(), true);
  }

  /** The whole network with what has been learned. */
  Weights whole(Weights learned) {
    return cut.join(model.weights(), folded.unfold(learned));
  }
}
