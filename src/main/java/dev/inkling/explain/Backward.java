package dev.inkling.explain;

import dev.inkling.layer.BatchNorm;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.Traced;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.train.CrossEntropy;
import dev.inkling.train.OneStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the engine go forward and back through a network of its own, as training does, and keeps all
 * numbers. For one thread alone.
 */
final class Backward implements AutoCloseable {
  private final ModelCard card;
  private final List<Stage> stages;
  private final Traced network;

  /**
   * A network that nothing went through yet.
   *
   * @param model with layers whose dropout has a rate of 0, or no second pass would be the same
   */
  Backward(Model model) {
    card = model.card();
    stages = Stage.of(card.parsedLayers());
    network = Traced.forTraining(card.parsedLayers(), model.weights());
  }

  /**
   * Goes through the network and back.
   *
   * @param weights that it has
   */
  BackwardPass pass(Weights weights, OneStep.Batch batch) {
    float[] input = batch.input();
    int count = input.length / Stage.IMAGE.count();
    CrossEntropy loss = loss(batch);
    network.write(weights);
    Traced.Passed passed = network.backward(input, count, loss::gradient);
    Model batchs = new Model(card, withStatistics(weights, input, passed.outputs(), count));
    List<ForwardPass> images = new ArrayList<>();
    List<List<float[]>> gradients = new ArrayList<>();
    List<float[]> pixels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int image = i;
      List<Activation> layers = new ArrayList<>();
      for (int layer = 0; layer < stages.size(); layer++) {
        layers.add(new Activation(stages.get(layer), part(passed.outputs().get(layer), i, count)));
      }
      images.add(new ForwardPass(batchs, part(input, i, count), layers));
      gradients.add(passed.gradients().stream().map(all -> part(all, image, count)).toList());
      pixels.add(part(passed.pixels(), i, count));
    }
    return new BackwardPass(
        images, batch.targets(), loss.losses(), pixels, gradients, passed.parameters());
  }

  private CrossEntropy loss(OneStep.Batch batch) {
    return new CrossEntropy(batch.targets(), card.classes().size());
  }

  /** The loss of a batch with some weights, in nats. */
  double loss(Weights weights, OneStep.Batch batch) {
    CrossEntropy loss = loss(batch);
    network.write(weights);
    network.backward(batch.input(), batch.input().length / Stage.IMAGE.count(), loss::gradient);
    return loss.mean();
  }

  /** The numbers of an image; where it is the only one, all of them. */
  private static float[] part(float[] all, int image, int count) {
    int size = all.length / count;
    return count == 1 ? all : Arrays.copyOfRange(all, image * size, (image + 1) * size);
  }

  /** The weights, with this batch's mean and variance in place of the running ones. */
  private Weights withStatistics(Weights weights, float[] input, List<float[]> outputs, int count) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage.layer() instanceof BatchNorm) {
        statistics(stage, i == 0 ? input : outputs.get(i - 1), count, tensors);
      }
    }
    return new Weights(tensors);
  }

  private static void statistics(Stage stage, float[] given, int count, Map<String, Tensor> into) {
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

  @Override
  public void close() {
    network.close();
  }
}
