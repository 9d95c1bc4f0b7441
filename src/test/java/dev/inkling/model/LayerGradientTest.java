package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Dropout;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.LayerTexts;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against differences of what comes out, for layers of all kinds. */
class LayerGradientTest {
  private static final int COUNT = 6;

  /**
   * Long ones go over kinks, of ReLU and of maxima; with short ones a float's precision is missing.
   */
  private static final List<Float> STEPS = List.of(4e-3f, 1e-3f, 2.5e-4f);

  static Stream<List<Layer>> networks() {
    // What is dropped is another each time.
    return LayerTexts.networks()
        .filter(layers -> layers.stream().noneMatch(layer -> layer instanceof Dropout));
  }

  private static float[] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A weighted sum of all outputs, as they are in training. */
  private static double sum(Backend network, float[] input, float[] weights) {
    double[] sum = new double[1];
    network.backward(
        input,
        COUNT,
        (outputs, _) -> {
          for (int i = 0; i < outputs.length; i++) {
            sum[0] += (double) outputs[i] * weights[i];
          }
          return weights;
        });
    return sum[0];
  }

  /** What the engine of this build computes, whatever is computed without it. */
  private static Backend engine(List<Layer> layers, Weights weights) {
    return Backend.way() == Backend.Way.DIRECT
        ? new MxnetBackend(layers, weights, true)
        : new DjlBackend(layers, Stage.IMAGE, weights);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theGradientIsTheSlope(List<Layer> layers) {
    Weights weights = Network.initialWeights(layers, 3);
    float[] input = random(COUNT * 784, 1);
    float[] sums = random(COUNT * 10, 2);
    try (Backend network = engine(layers, weights)) {
      sum(network, input, sums);
      for (Map.Entry<String, Tensor> one : weights.tensors().entrySet()) {
        if (Stage.isTrained(one.getKey())) {
          compare(network, one.getKey(), one.getValue().values(), input, sums);
        }
      }
    }
  }

  /**
   * Along one direction for all values of a parameter at once: fewer kinks of ReLU matter there.
   */
  private static void compare(
      Backend network, String name, float[] values, float[] input, float[] sums) {
    sum(network, input, sums);
    float[] gradient = new float[values.length];
    network.readGradient(name, gradient);
    float[] direction = random(values.length, 7);
    double length = Math.sqrt(dot(direction, direction));
    double slope = dot(gradient, direction) / length;
    double least = Double.POSITIVE_INFINITY;
    for (float step : STEPS) {
      float part = (float) (step / length);
      network.write(name, moved(values, direction, part));
      double above = sum(network, input, sums);
      network.write(name, moved(values, direction, -part));
      double below = sum(network, input, sums);
      least = Math.min(least, Math.abs((above - below) / (2 * step) - slope));
    }
    network.write(name, values);
    assertThat(least).as(name).isLessThan(0.02 * (Math.sqrt(dot(gradient, gradient)) + 1));
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private static float[] moved(float[] values, float[] direction, float step) {
    float[] moved = values.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    return moved;
  }
}
