package dev.inkling.explain;

import dev.inkling.image.Framing;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.Traced;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes every layer's values for a picture, with a network of its own. For one thread alone;
 * quick enough to follow the pen (inkling bench measures it as {@code activations}).
 */
public final class Activations implements AutoCloseable {
  private final Model model;
  private final List<Stage> stages;
  private final Traced network;

  /** Copies a model's weights into the engine. */
  public Activations(Model model) {
    this.model = model;
    stages = Stage.of(model.card().parsedLayers());
    network = Traced.of(model.card().parsedLayers(), model.weights());
  }

  /**
   * Runs a picture through the network.
   *
   * @param framed 28×28, see {@link Framing}
   */
  public ForwardPass of(GreyImage framed) {
    float[] input = framed.ink().clone();
    model.card().normalization().apply(input, 0, input.length);
    List<float[]> values = network.forward(input, 1);
    List<Activation> layers = new ArrayList<>(stages.size());
    for (int i = 0; i < values.size(); i++) {
      layers.add(new Activation(stages.get(i), values.get(i)));
    }
    return new ForwardPass(model, input, layers);
  }

  @Override
  public void close() {
    network.close();
  }
}
