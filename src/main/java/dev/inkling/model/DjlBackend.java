package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.kernel.Loss;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes on any engine, an operator at a time, through DJL. */
final class DjlBackend implements Backend {
  /** With PyTorch, one thread collects gradients at a time. */
  private static final Object COLLECTING = new Object();

  private final Network network;
  private final Size image;
  private @Nullable Map<String, NDArray> trained;

  DjlBackend(List<Layer> layers, Weights weights) {
    this(layers, Stage.IMAGE, weights);
  }

  DjlBackend(List<Layer> layers, Size image, Weights weights) {
    network = new Network(layers, image, weights);
    this.image = image;
  }

  private NDArray input(NDManager scope, float[] input, int count) {
    Size size = image.asWideAs(input.length / count);
    return scope.create(input, new Shape(count, size.channels(), size.height(), size.width()));
  }

  @Override
  public float[] forward(float[] input, int count) {
    try (NDManager scope = network.manager().newSubManager()) {
      return network.forward(input(scope, input, count), false).toFloatArray();
    }
  }

  @Override
  public float[] features(float[] input, int count) {
    try (NDManager scope = network.manager().newSubManager()) {
      return network.features(input(scope, input, count)).toFloatArray();
    }
  }

  @Override
  public void backward(float[] input, int count, Loss loss) {
    synchronized (COLLECTING) {
      collect(input, count, loss);
    }
  }

  private void collect(float[] input, int count, Loss loss) {
    forgetGradients();
    try (NDManager scope = network.manager().newSubManager();
        GradientCollector collector = EngineSetup.engine().newGradientCollector()) {
      NDArray logits = network.forward(input(scope, input, count), true);
      float[] gradient = loss.gradient(logits.toFloatArray(), 0);
      Network.backward(collector, logits, gradient);
    }
  }

  /** PyTorch adds gradients to those of the step before. */
  private void forgetGradients() {
    for (NDArray parameter : trained().values()) {
      try (NDArray gradient = parameter.getGradient()) {
        gradient.subi(gradient);
      }
    }
  }

  /** The parameters with gradients, which cost something and so are not there before training. */
  private NDArray trained(String parameter) {
    return Objects.requireNonNull(trained().get(parameter), parameter);
  }

  private Map<String, NDArray> trained() {
    if (trained == null) {
      trained = network.trainable();
    }
    return trained;
  }

  @Override
  public void readGradient(String parameter, float[] into) {
    System.arraycopy(Network.gradient(trained(parameter)), 0, into, 0, into.length);
  }

  @Override
  public void write(String parameter, float[] values) {
    network.write(parameter, values);
  }

  @Override
  public Weights weights() {
    return network.weights();
  }

  @Override
  public void close() {
    network.close();
  }
}
