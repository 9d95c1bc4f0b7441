package dev.inkling.model;

import dev.inkling.kernel.Loss;
import dev.inkling.layer.Layer;
import java.util.List;
import java.util.Map;

/**
 * A copy of a network that tells what each of its layers puts out, and the gradients by all of
 * that. For one thread alone.
 */
public interface Traced extends AutoCloseable {
  /**
   * What came of a way forward and back.
   *
   * @param outputs of each layer, (count, channels, height, width) row-major
   * @param pixels gradients by the input
   * @param gradients by what each layer put out
   * @param parameters gradients by what training changes, by names such as conv1.weight
   */
  record Passed(
      List<float[]> outputs,
      float[] pixels,
      List<float[]> gradients,
      Map<String, float[]> parameters) {}

  /**
   * The quickest there is here.
   *
   * @throws IllegalArgumentException when a tensor is missing or has another shape
   */
  static Traced of(List<Layer> layers, Weights weights) {
    return of(layers, weights, false);
  }

  /** Likewise, for {@link #backward}. */
  static Traced forTraining(List<Layer> layers, Weights weights) {
    return of(layers, weights, true);
  }

  private static Traced of(List<Layer> layers, Weights weights, boolean isTraining) {
    return Backend.way() == Backend.Way.DIRECT
        ? new MxnetTraced(layers, weights, isTraining)
        : new DjlTraced(layers, weights);
  }

  /** Takes other weights. */
  void write(Weights weights);

  /**
   * What each layer puts out when nobody trains.
   *
   * @param input (count, 1, 28, 28), normalized
   * @return for each layer (count, channels, height, width), row-major
   */
  List<float[]> forward(float[] input, int count);

  /**
   * Goes forward as training does, with dropout and the batch's own statistics, and back.
   *
   * @param input as in {@link #forward}
   * @param loss of what comes out
   */
  Passed backward(float[] input, int count, Loss loss);

  @Override
  void close();
}
