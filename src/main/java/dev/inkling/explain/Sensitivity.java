package dev.inkling.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.data.Digits;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.LogSoftmax;
import dev.inkling.layer.Stage;
import dev.inkling.layer.Sum;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How what a network puts out changes with the pictures that it reads, on a copy and as it reads:
 * dropout lets everything through, and batch norm goes by its running statistics. Layer by layer:
 * each value's own slope for layers that change values alone, the engine's gradient for all others.
 * For one thread alone.
 */
public final class Sensitivity implements AutoCloseable {
  private final Model model;
  private final List<Stage> stages;
  private final Network network;

  /** What goes back through a layer. */
  enum Rule {
    /** The gradient. */
    PLAIN,
    /** What is positive alone where a layer rectifies (Springenberg et al., 2015). */
    GUIDED
  }

  /**
   * What came of a way forward and back.
   *
   * @param outputs of each layer, (images, values) row-major
   * @param gradients by these, for the layers up to the one from which it went back; the others'
   *     are null
   * @param pixels gradients by the ink of each pixel, (images, 784)
   */
  record Found(List<float[]> outputs, List<float @Nullable []> gradients, float[] pixels) {}

  /** Copies a model's weights into the engine. */
  public Sensitivity(Model model) {
    this.model = model;
    stages = Stage.of(model.card().parsedLayers());
    network = new Network(model.card().parsedLayers(), model.weights());
  }

  /** The network. */
  public Model model() {
    return model;
  }

  /** Its layers. */
  List<Stage> stages() {
    return stages;
  }

  /** The layer that puts out a number for each class, before these become probabilities. */
  public int logits() {
    int last = stages.size() - 1;
    return stages.get(last).layer() instanceof LogSoftmax ? last - 1 : last;
  }

  /** Probabilities of an image, as its network has them at one look. */
  float[] probabilities(Found found, int image) {
    return Classifier.softmax(
        found.outputs.getLast(),
        image,
        model.card().classes().size(),
        model.card().confidence().temperature());
  }

  /**
   * Goes forward, then back from a layer.
   *
   * @param images 28×28
   * @param layer index of the layer
   * @param seed gradients of what one asks for by what the layer put out
   */
  Found of(List<GreyImage> images, int layer, UnaryOperator<float[]> seed, Rule rule) {
    float[] input = new float[images.size() * Digits.PIXELS];
    for (int i = 0; i < images.size(); i++) {
      images.get(i).write(input, i * Digits.PIXELS);
    }
    model.card().normalization().apply(input, 0, input.length);
    try (NDManager scope = network.manager().newSubManager()) {
      int side = Stage.IMAGE.width();
      NDArray x = scope.create(input, new Shape(images.size(), 1, side, side));
      List<NDArray> arrays = network.outputs(x, false);
      List<float[]> outputs = arrays.stream().map(NDArray::toFloatArray).toList();
      List<float @Nullable []> gradients = new ArrayList<>();
      stages.forEach(_ -> gradients.add(null));
      float[] pixels = new float[input.length];
      gradients.set(layer, seed.apply(outputs.get(layer)));
      for (int i = layer; i >= 0; i--) {
        float[] gradient = gradients.get(i);
        if (gradient != null) {
          back(new Way(i, x, arrays, outputs, rule), gradient, gradients, pixels);
        }
      }
      scale(pixels);
      return new Found(outputs, gradients, pixels);
    }
  }

  /** By the ink in place of the normalized pixel. */
  private void scale(float[] pixels) {
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] /= model.card().normalization().std();
    }
  }

  /** A layer with what went through it. */
  private record Way(
      int at, NDArray image, List<NDArray> arrays, List<float[]> outputs, Rule rule) {
    NDArray given(int back) {
      return at - 1 - back < 0 ? image : arrays.get(at - 1 - back);
    }

    float[] values() {
      return at == 0 ? image.toFloatArray() : outputs.get(at - 1);
    }
  }

  private void back(Way way, float[] gradient, List<float @Nullable []> all, float[] pixels) {
    Stage stage = stages.get(way.at);
    switch (stage.layer()) {
      case BatchNorm _ -> add(way.at - 1, normalized(stage, gradient), all, pixels);
      case Sum sum -> {
        List<float[]> both = byEngine(way, gradient, 0, sum.back());
        add(way.at - 1, both.get(0), all, pixels);
        add(way.at - 1 - sum.back(), both.get(1), all, pixels);
      }
      default -> {
        boolean isAlone = stage.layer().isPointwise();
        float[] given = isAlone ? sloped(way, gradient) : byEngine(way, gradient, 0).getFirst();
        add(way.at - 1, given, all, pixels);
      }
    }
  }

  private static void add(int to, float[] more, List<float @Nullable []> all, float[] pixels) {
    float[] sum = to < 0 ? pixels : all.get(to);
    if (sum == null) {
      all.set(to, more);
    } else {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
    }
  }

  private float[] normalized(Stage stage, float[] gradient) {
    float[] scales =
        BatchNorm.scales(part -> model.weights().tensor(stage.parameter(part)).values());
    int map = stage.output().height() * stage.output().width();
    float[] given = new float[gradient.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = gradient[i] * scales[i / map % scales.length];
    }
    return given;
  }

  private float[] sloped(Way way, float[] gradient) {
    Stage stage = stages.get(way.at);
    float[] values = way.values();
    float[] given = new float[gradient.length];
    boolean stops = way.rule == Rule.GUIDED && stage.layer().isRectifier();
    for (int i = 0; i < given.length; i++) {
      float let = stops ? Math.max(0, gradient[i]) : gradient[i];
      given[i] = (float) stage.layer().slope(values[i]) * let;
    }
    return given;
  }

  /** By what the layer, and others before it, were given. */
  private List<float[]> byEngine(Way way, float[] gradient, int... backs) {
    List<NDArray> given = Arrays.stream(backs).mapToObj(way::given).toList();
    given.forEach(array -> array.setRequiresGradient(true));
    try (GradientCollector collector = EngineSetup.engine().newGradientCollector()) {
      NDArray again = network.again(way.at, way.image, way.arrays);
      Network.backward(collector, again, gradient);
    }
    return given.stream().map(Network::gradient).toList();
  }

  @Override
  public void close() {
    network.close();
  }
}
