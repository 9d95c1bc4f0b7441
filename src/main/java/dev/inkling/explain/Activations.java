package dev.inkling.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes every layer's values for a picture, with a network of its own. For one thread alone;
 * quick enough to follow the pen (inkling bench measures it as {@code activations}).
 */
public final class Activations implements AutoCloseable {
  private final Model model;
  private final List<Stage> stages;
  private final Network network;

  /** Copies a model's weights into the engine. */
  public Activations(Model model) {
    this.model = model;
    stages = Stage.of(model.card().parsedLayers());
    network = new Network(model.card().parsedLayers(), model.weights());
  }

  /**
   * Runs a picture through the network.
   *
   * @param framed 28×28, see {@link Framing}
   */
  public ForwardPass of(GreyImage framed) {
    float[] input = framed.ink().clone();
    model.card().normalization().apply(input, 0, input.length);
    try (NDManager scope = network.manager().newSubManager()) {
      NDArray x = scope.create(input, new Shape(1, 1, Framing.SIZE, Framing.SIZE));
      List<NDArray> outputs = network.outputs(x, false);
      List<Activation> layers = new ArrayList<>(stages.size());
      for (int i = 0; i < outputs.size(); i++) {
        layers.add(new Activation(stages.get(i), outputs.get(i).toFloatArray()));
      }
      return new ForwardPass(model, input, layers);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
