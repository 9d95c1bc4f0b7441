package dev.inkling.explain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.train.CrossEntropy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the engine go forward and back through a network of its own, as training does, and keeps all
 * numbers. To what each layer puts out, zeros with a gradient are added: that is the loss's by what
 * was put out, whatever the layers behind do with it. For one thread alone.
 */
final class Backward {
  private final Model model;
  private final List<Stage> stages;
  private final float[] input;
  private final int count;
  private final CrossEntropy loss;

  /**
   * A batch that has not set out.
   *
   * @param model with layers whose dropout has a rate of 0, or no second pass would be the same
   * @param input (count, 1, 28, 28), normalized
   * @param loss of what comes out
   */
  Backward(Model model, float[] input, CrossEntropy loss) {
    this.model = model;
    this.input = input;
    this.loss = loss;
    stages = Stage.of(model.card().parsedLayers());
    count = input.length / Stage.IMAGE.count();
  }

  /** Goes through the network and back. */
  BackwardPass pass(float[] targets) {
    List<Layer> layers = model.card().parsedLayers();
    try (Network network = new Network(layers, model.weights());
        NDManager scope = network.manager().newSubManager()) {
      Map<String, NDArray> trained = network.trainable();
      NDArray x =
          withGradient(
              scope.create(input, new Shape(count, 1, Stage.IMAGE.height(), Stage.IMAGE.width())));
      List<NDArray> probes =
          stages.stream()
              .map(stage -> withGradient(scope.zeros(new Shape(count, stage.output().count()))))
              .toList();
      List<float[]> outputs = new ArrayList<>();
      try (GradientCollector collector = EngineSetup.engine().newGradientCollector()) {
        List<NDArray> all = network.probed(x, probes);
        all.forEach(output -> outputs.add(output.toFloatArray()));
        float[] gradient = loss.gradient(outputs.getLast(), 0);
        NDArray last = all.getLast();
        // A collector starts from a single number: from this one it comes to that gradient.
        collector.backward(last.mul(scope.create(gradient, last.getShape())).sum());
      }
      Map<String, float[]> parameters = new LinkedHashMap<>();
      trained.forEach((name, array) -> parameters.put(name, gradient(array)));
      List<float[]> back = probes.stream().map(Backward::gradient).toList();
      return pass(targets, outputs, gradient(x), back, parameters);
    }
  }

  private static NDArray withGradient(NDArray array) {
    array.setRequiresGradient(true);
    return array;
  }

  private static float[] gradient(NDArray of) {
    try (NDArray gradient = of.getGradient()) {
      return gradient.toFloatArray();
    }
  }

  private BackwardPass pass(
      float[] targets,
      List<float[]> outputs,
      float[] pixels,
      List<float[]> back,
      Map<String, float[]> parameters) {
    Model batchs = new Model(model.card(), withStatistics(outputs));
    List<ForwardPass> images = new ArrayList<>();
    List<List<float[]>> gradients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int image = i;
      List<Activation> layers = new ArrayList<>();
      for (int layer = 0; layer < stages.size(); layer++) {
        layers.add(new Activation(stages.get(layer), part(outputs.get(layer), i)));
      }
      images.add(new ForwardPass(batchs, part(input, i), layers));
      gradients.add(back.stream().map(all -> part(all, image)).toList());
    }
    List<float[]> ofPixels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ofPixels.add(part(pixels, i));
    }
    return new BackwardPass(images, targets, loss.losses(), ofPixels, gradients, parameters);
  }

  private float[] part(float[] all, int image) {
    int size = all.length / count;
    return Arrays.copyOfRange(all, image * size, (image + 1) * size);
  }

  /** The weights, with this batch's mean and variance in place of the running ones. */
  private Weights withStatistics(List<float[]> outputs) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.weights().tensors());
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage.layer() instanceof BatchNorm) {
        float[] given = i == 0 ? input : outputs.get(i - 1);
        statistics(stage, given, tensors);
      }
    }
    return new Weights(tensors);
  }

  private void statistics(Stage stage, float[] given, Map<String, Tensor> into) {
    int channels = stage.input().channels();
    int map = stage.input().count() / channels;
    float[] means = new float[channels];
    float[] variances = new float[channels];
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double squares = 0;
      for (int image = 0; image < count; image++) {
        int from = (image * channels + c) * map;
        for (int p = from; p < from + map; p++) {
          sum += given[p];
          squares += (double) given[p] * given[p];
        }
      }
      double mean = sum / (count * map);
      means[c] = (float) mean;
      variances[c] = (float) Math.max(0, squares / (count * map) - mean * mean);
    }
    into.put(stage.parameter("mean"), new Tensor(new long[] {channels}, means));
    into.put(stage.parameter("variance"), new Tensor(new long[] {channels}, variances));
  }
}
