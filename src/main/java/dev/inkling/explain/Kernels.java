package dev.inkling.explain;

import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.Weights.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * The filters of a convolution as pictures.
 *
 * @param stage the layer, which has an output channel for each filter
 * @param weights row-major: filter, input channel, row, column; not to be changed
 * @param biases one for each filter, 0 where there are none; not to be changed
 */
public record Kernels(Stage stage, float[] weights, float[] biases) {
  /** All convolutions of a model, the first one, which looks at the picture, first. */
  public static List<Kernels> of(Model model) {
    return Stage.of(model.card().parsedLayers()).stream()
        .filter(stage -> stage.layer().kernel() > 0)
        .map(stage -> of(model, stage))
        .toList();
  }

  private static Kernels of(Model model, Stage stage) {
    Tensor bias = model.weights().tensors().get(stage.parameter("bias"));
    return new Kernels(
        stage,
        model.weights().tensor(stage.parameter("weight")).values(),
        bias == null ? new float[stage.output().channels()] : bias.values());
  }

  /** Width and height of a kernel. */
  public int side() {
    return stage.layer().kernel();
  }

  /** What a filter lays on one channel of its input, row-major, side × side weights. */
  public float[] kernel(int filter, int channel) {
    int size = side() * side();
    int from = (filter * stage.layer().window(stage.input()).channels() + channel) * size;
    return Arrays.copyOfRange(weights, from, from + size);
  }

  /** The largest absolute weight, what a colour scale for all filters ends at. */
  public double strongest() {
    double strongest = 0;
    for (float weight : weights) {
      strongest = Math.max(strongest, Math.abs(weight));
    }
    return strongest;
  }
}
