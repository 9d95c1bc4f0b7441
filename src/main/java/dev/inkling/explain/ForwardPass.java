package dev.inkling.explain;

import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import java.util.List;

/**
 * One picture's way through a network, with all that was computed.
 *
 * @param model that computed
 * @param input 28×28 normalized values, row-major, as the first layer got them; not to be changed
 * @param layers what each layer put out, from the first to the last
 */
public record ForwardPass(Model model, float[] input, List<Activation> layers) {
  public ForwardPass {
    layers = List.copyOf(layers);
  }

  /** What a layer got: the output of the one before, or the normalized picture. */
  public float[] inputOf(int layer) {
    return layer == 0 ? input : layers.get(layer - 1).values();
  }

  /** A value of what a layer got; 0 in the padding around it. */
  float inputOf(int layer, Cell cell) {
    Size size = layers.get(layer).stage().input();
    return cell.isWithin(size) ? inputOf(layer)[cell.index(size)] : 0;
  }

  /** The probabilities that a classifier with this model answers. */
  public float[] probabilities() {
    return Classifier.softmax(
        layers.getLast().values(),
        0,
        model.card().classes().size(),
        model.card().confidence().temperature());
  }
}
