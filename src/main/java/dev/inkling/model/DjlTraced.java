package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.kernel.Loss;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On any engine, an operator at a time, through DJL: zeros with gradients added to all values. */
final class DjlTraced implements Traced {
  private final List<Layer> layers;
  private final List<Stage> stages;
  private Network network;

  DjlTraced(List<Layer> layers, Weights weights) {
    this.layers = layers;
    stages = Stage.of(layers);
    network = new Network(layers, weights);
  }

  /** A new network has no gradients yet, to which PyTorch would add. */
  @Override
  public void write(Weights weights) {
    network.close();
    network = new Network(layers, weights);
  }

  private static NDArray images(NDManager scope, float[] input, int count) {
    Size image = Stage.IMAGE;
    return scope.create(input, new Shape(count, image.channels(), image.height(), image.width()));
  }

  @Override
  public List<float[]> forward(float[] input, int count) {
    try (NDManager scope = network.manager().newSubManager()) {
      return network.outputs(images(scope, input, count), false).stream()
          .map(NDArray::toFloatArray)
          .toList();
    }
  }

  @Override
  public Passed backward(float[] input, int count, Loss loss) {
    write(network.weights());
    try (NDManager scope = network.manager().newSubManager()) {
      Map<String, NDArray> trained = network.trainable();
      NDArray x = withGradient(images(scope, input, count));
      List<NDArray> probes =
          stages.stream()
              .map(stage -> withGradient(scope.zeros(new Shape(count, stage.output().count()))))
              .toList();
      List<float[]> outputs;
      try (GradientCollector collector = EngineSetup.engine().newGradientCollector()) {
        List<NDArray> all = network.probed(x, probes);
        outputs = all.stream().map(NDArray::toFloatArray).toList();
        NDArray last = all.getLast();
        float[] gradient = loss.gradient(outputs.getLast(), 0);
        Network.backward(collector, last, gradient);
      }
      Map<String, float[]> parameters = new LinkedHashMap<>();
      trained.forEach((name, array) -> parameters.put(name, Network.gradient(array)));
      List<float[]> back = probes.stream().map(Network::gradient).toList();
      return new Passed(outputs, Network.gradient(x), back, parameters);
    }
  }

  private static NDArray withGradient(NDArray array) {
    array.setRequiresGradient(true);
    return array;
  }

  @Override
  public void close() {
    network.close();
  }
}
