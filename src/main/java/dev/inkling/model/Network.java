package dev.inkling.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Parameter;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.layer.Tensors;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Weights.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Layers with parameters that live in the engine. Only one thread may use a network at a time; who
 * wants to predict while another trains makes a network of its own from {@link #weights()}.
 */
public final class Network implements AutoCloseable {
  private final List<Stage> stages;
  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();

  /**
   * A network with given weights.
   *
   * @throws IllegalArgumentException when a tensor is missing or has another shape
   */
  public Network(List<Layer> layers, Weights weights) {
    this(layers, Stage.IMAGE, weights);
  }

  /** Likewise, for layers that read something else than pictures of 28×28. */
  Network(List<Layer> layers, Size image, Weights weights) {
    stages = Stage.of(layers, image);
    check(layers, image, weights);
    manager = EngineSetup.newManager();
    shapes(layers, image)
        .forEach(
            (name, shape) ->
                parameters.put(name, manager.create(weights.tensor(name).values(), shape)));
  }

  /**
   * Makes sure that weights are those of layers.
   *
   * @throws IllegalArgumentException when a tensor is missing or has another shape
   */
  static void check(List<Layer> layers, Size image, Weights weights) {
    shapes(layers, image)
        .forEach(
            (name, shape) -> {
              Tensor tensor = weights.tensors().get(name);
              if (tensor == null || !new Shape(tensor.shape()).equals(shape)) {
                throw new IllegalArgumentException(name + " should be " + shape);
              }
            });
  }

  /**
   * The names and shapes of the parameters that layers have.
   *
   * @return in order, from the input to the output
   */
  static Map<String, Shape> shapes(List<Layer> layers) {
    return shapes(layers, Stage.IMAGE);
  }

  /** Likewise, for layers that read something else than pictures of 28×28. */
  static Map<String, Shape> shapes(List<Layer> layers, Size image) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Stage.of(layers, image).forEach(stage -> shapes.putAll(stage.shapes()));
    return shapes;
  }

  /** Number of parameters that training changes; running statistics are not among them. */
  public static long parameterCount(List<Layer> layers) {
    return Stage.of(layers).stream().mapToLong(Stage::parameterCount).sum();
  }

  /** Additions and multiplications for one image, those of convolutions and dense layers. */
  public static long operations(List<Layer> layers) {
    return Stage.of(layers).stream().mapToLong(Stage::operations).sum();
  }

  /** Likewise in training: as many again for each layer's weights, and for what it is given. */
  public static long trainingOperations(List<Layer> layers) {
    return 3 * operations(layers) - Stage.of(layers).getFirst().operations();
  }

  /** Weights to start a training from when its recipe does not say how they are drawn. */
  public static Weights initialWeights(List<Layer> layers, long seed) {
    return initialWeights(layers, Init.DEFAULT, seed);
  }

  /**
   * Weights to start a training from. Drawn in Java, so that a seed means the same on every engine.
   */
  public static Weights initialWeights(List<Layer> layers, Init init, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    InitialValues drawn = new InitialValues(init, random);
    for (Stage stage : Stage.of(layers)) {
      for (Parameter parameter : stage.parameters()) {
        tensors.put(
            stage.parameter(parameter.part()), new Tensor(parameter.shape(), drawn.of(parameter)));
      }
    }
    return new Weights(tensors);
  }

  /** The scope of the parameters; make sub-managers of it for batches. */
  public NDManager manager() {
    return manager;
  }

  /**
   * Goes back from a gradient by an array. A collector starts from a single number: from this one
   * it comes to that gradient.
   */
  public static void backward(GradientCollector collector, NDArray from, float[] gradient) {
    collector.backward(from.mul(from.getManager().create(gradient, from.getShape())).sum());
  }

  /** The gradient by an array, where something went back. */
  public static float[] gradient(NDArray of) {
    try (NDArray gradient = of.getGradient()) {
      return gradient.toFloatArray();
    }
  }

  /** The arrays that training changes, by name, with gradients attached. */
  public Map<String, NDArray> trainable() {
    Map<String, NDArray> trained = new LinkedHashMap<>();
    parameters.forEach(
        (name, array) -> {
          if (Stage.isTrained(name)) {
            array.setRequiresGradient(true);
            trained.put(name, array);
          }
        });
    return trained;
  }

  /** Sets a parameter, also one that training does not change but counts along. */
  void write(String name, float[] values) {
    Objects.requireNonNull(parameters.get(name), name).set(FloatBuffer.wrap(values));
  }

  /** A copy of the parameters as they are now. */
  public Weights weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    parameters.forEach(
        (name, array) ->
            tensors.put(name, new Tensor(array.getShape().getShape(), array.toFloatArray())));
    return new Weights(tensors);
  }

  /**
   * All layers, one after the other.
   *
   * @param input (batch, 1, 28, 28), normalized; results live in its manager
   * @param training true lets dropout drop and batch norm use the batch's own statistics
   * @return (batch, 10), logits or log-probabilities
   */
  public NDArray forward(NDArray input, boolean training) {
    List<NDArray> outputs = outputs(input, training);
    return outputs.getLast();
  }

  /** What {@link #forward} computes, after each layer. */
  public List<NDArray> outputs(NDArray input, boolean training) {
    List<NDArray> outputs = new ArrayList<>(stages.size());
    for (Stage stage : stages) {
      outputs.add(compute(stage, input, outputs, training));
    }
    return outputs;
  }

  /**
   * What {@link #forward} computes in training, with something added to what each layer puts out.
   *
   * @param probes an array for each layer, with as many values as it puts out; zeros with a
   *     gradient change nothing and end with the gradients by what was put out
   */
  List<NDArray> probed(NDArray input, List<NDArray> probes) {
    List<NDArray> outputs = new ArrayList<>(stages.size());
    for (Stage stage : stages) {
      NDArray output = compute(stage, input, outputs, true);
      outputs.add(output.add(probes.get(outputs.size()).reshape(output.getShape())));
    }
    return outputs;
  }

  /**
   * Computes one layer anew of what it is given, as {@link #outputs} did outside of training.
   *
   * @param outputs of the layers before it
   */
  public NDArray again(int stage, NDArray input, List<NDArray> outputs) {
    return compute(stages.get(stage), input, outputs.subList(0, stage), false);
  }

  private NDArray compute(Stage stage, NDArray input, List<NDArray> before, boolean training) {
    return stage.layer().compute(new Pass(this, input, before, stage, training));
  }

  /**
   * What the last layer with weights is given: all that the network knows of an image.
   *
   * @param input (batch, 1, 28, 28), normalized; the result lives in its manager
   * @return (batch, features)
   */
  NDArray features(NDArray input) {
    int last = Stage.last(stages);
    NDArray x = last == 0 ? input : outputs(input, false).get(last - 1);
    return x.reshape(x.getShape().get(0), -1);
  }

  /** What a stage finds: the outputs so far, and its parameters. */
  private record Pass(
      Network network, NDArray image, List<NDArray> outputs, Stage stage, boolean isTraining)
      implements Tensors {
    @Override
    public NDArray input(int back) {
      int before = outputs.size() - 1 - back;
      return before < 0 ? image : outputs.get(before);
    }

    @Override
    public @Nullable NDArray parameter(String part) {
      return network.parameters.get(stage.parameter(part));
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
