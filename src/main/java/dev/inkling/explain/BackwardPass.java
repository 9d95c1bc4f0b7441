package dev.inkling.explain;

import dev.inkling.layer.Cell;
import dev.inkling.layer.Chain;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.train.OneStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch's way through a network as it trains, and back: what each layer put out, and the loss's
 * gradients by that and by all parameters.
 *
 * @param images each one's way forward; of the model that they know, batch norm's mean and variance
 *     are those of this batch, as they were computed with
 * @param targets probabilities that should come out, (images, classes) row-major
 * @param losses of each image in nats, −log p where one class should have all; the batch's is their
 *     mean
 * @param pixels for each image the loss's gradients by its pixels as the first layer got them
 * @param gradients for each image and layer those by what the layer put out, row-major, the channel
 *     outermost; not to be changed
 * @param parameters those by what training changes, by names such as conv1.weight
 */
public record BackwardPass(
    List<ForwardPass> images,
    float[] targets,
    double[] losses,
    List<float[]> pixels,
    List<List<float[]>> gradients,
    Map<String, float[]> parameters) {

  public BackwardPass {
    images = List.copyOf(images);
    pixels = List.copyOf(pixels);
    gradients = List.copyOf(gradients);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Goes through a copy of a network and back, on the thread that calls.
   *
   * @param model with layers whose dropout has a rate of 0, or no second pass would be the same
   * @param input (count, 1, 28, 28), normalized
   * @param targets probabilities that should come out, (count, classes) row-major
   */
  public static BackwardPass of(Model model, float[] input, float[] targets) {
    try (Backward backward = new Backward(model)) {
      return backward.pass(model.weights(), new OneStep.Batch(input, targets));
    }
  }

  /** Images of the batch. */
  public int count() {
    return images.size();
  }

  /** The batch's loss, in nats. */
  public double loss() {
    return Arrays.stream(losses).average().orElseThrow();
  }

  /** The layers, from the first to the last. */
  public List<Stage> stages() {
    return images.getFirst().layers().stream().map(Activation::stage).toList();
  }

  /** The model, with batch norm's mean and variance of this batch. */
  public Model model() {
    return images.getFirst().model();
  }

  /** Gradients by what a layer put out for an image; by its pixels for a layer of −1. */
  public float[] gradient(int image, int layer) {
    return layer < 0 ? pixels.get(image) : gradients.get(image).get(layer);
  }

  /** The same as if they were what layers put out, to be drawn as these are. */
  public ForwardPass asPass(int image) {
    List<Stage> stages = stages();
    List<Activation> layers = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      layers.add(new Activation(stages.get(i), gradient(image, i)));
    }
    return new ForwardPass(model(), pixels.get(image), layers);
  }

  /**
   * A layer that a value goes to, with the way that its gradient comes back from there.
   *
   * @param stage the layer
   * @param chain the chain rule with all numbers
   */
  public record From(Stage stage, Chain chain) {}

  /**
   * Where the gradient by one value comes from: from the layer behind it, and from those further
   * behind that add it. It is the sum of what they give; nothing for an output, whose gradient is
   * {@link #ofOutput}.
   *
   * @param layer index of the value's layer; −1 for a pixel
   */
  public List<From> origin(int image, int layer, Cell cell) {
    List<Stage> stages = stages();
    List<From> from = new ArrayList<>();
    for (int behind = layer + 1; behind < stages.size(); behind++) {
      Stage stage = stages.get(behind);
      FlowReader flow = new FlowReader(this, behind);
      if (behind == layer + 1) {
        from.add(new From(stage, stage.layer().chain(flow, image, cell)));
      }
      if (stage.layer().back() > 0 && behind - stage.layer().back() == layer + 1) {
        from.add(new From(stage, stage.layer().chainBefore(flow, image, cell)));
      }
    }
    return from;
  }

  /** Where the gradient by one number of a parameter comes from. */
  public Chain origin(int layer, String part, int index) {
    return stages().get(layer).layer().chain(new FlowReader(this, layer), part, index);
  }

  /**
   * The gradient by an output: what its probability is too much, of the mean over the batch.
   *
   * @param output counted from 0
   * @return (p − t) / images, computed in double precision
   */
  public double ofOutput(int image, int output) {
    float[] outputs = images.get(image).layers().getLast().values();
    double sum = 0;
    for (float other : outputs) {
      sum += Math.exp((double) other - outputs[output]);
    }
    return (1 / sum - targets[image * outputs.length + output]) / count();
  }
}
