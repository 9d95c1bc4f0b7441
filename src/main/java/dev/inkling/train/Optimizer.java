package dev.inkling.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns gradients into steps, with the engine's fused operators. DJL's own optimizers hide their
 * state; this one holds it in arrays of its own, beside the weights.
 */
final class Optimizer {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  /** No rescaling and no clipping of gradients, in the words of DJL's operators. */
  private static final float RESCALE = 1;

  private static final float NO_CLIP = -1;

  private final Recipe recipe;
  private final Map<String, NDArray> weights;
  private final Map<String, NDList> state = new HashMap<>();
  private int steps;

  Optimizer(Recipe recipe, Map<String, NDArray> weights) {
    this.recipe = recipe;
    this.weights = weights;
    weights.forEach(
        (name, weight) -> {
          NDList zeros = new NDList();
          for (int i = 0; i < stateArrays(); i++) {
            zeros.add(weight.getManager().zeros(weight.getShape()));
          }
          state.put(name, zeros);
        });
  }

  private int stateArrays() {
    return switch (recipe.optimizer()) {
      case SGD -> 0;
      case MOMENTUM -> 1;
      case ADAM, ADAMW -> 2;
    };
  }

  /** Takes over the state of an optimizer that was cut off; weights that it lacks begin at zero. */
  void restore(Checkpoint checkpoint) {
    steps = checkpoint.steps();
    checkpoint
        .optimizer()
        .tensors()
        .forEach((name, tensor) -> array(name).set(FloatBuffer.wrap(tensor.values())));
  }

  /** A copy of the state, an array named as its weight with a number behind. */
  Weights state() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String weight : weights.keySet()) {
      for (int i = 0; i < stateArrays(); i++) {
        String name = weight + "#" + i;
        NDArray array = array(name);
        tensors.put(name, new Tensor(array.getShape().getShape(), array.toFloatArray()));
      }
    }
    return new Weights(tensors);
  }

  private NDArray array(String name) {
    int split = name.indexOf('#');
    return state.get(name.substring(0, split)).get(Integer.parseInt(name.substring(split + 1)));
  }

  /** Steps taken since the run began. */
  int steps() {
    return steps;
  }

  /** One step for every weight, by the gradients that stand beside them. */
  void step(double learningRate) {
    steps++;
    weights.forEach(
        (name, weight) -> {
          try (NDArray gradient = weight.getGradient()) {
            // Biases and batch norm's parameters are not decayed.
            double decay = name.endsWith(".weight") ? recipe.weightDecay() : 0;
            step(weight, gradient, state.get(name), (float) learningRate, (float) decay);
          }
        });
  }

  private void step(NDArray weight, NDArray gradient, NDList own, float rate, float decay) {
    NDArrayEx operators = weight.getNDArrayInternal();
    NDList inputs = new NDList(weight, gradient);
    inputs.addAll(own);
    NDList outputs = new NDList(weight);
    switch (recipe.optimizer()) {
      case SGD -> operators.sgdUpdate(inputs, outputs, rate, decay, RESCALE, NO_CLIP, 0, true);
      case MOMENTUM -> {
        float momentum = (float) recipe.momentum();
        operators.sgdUpdate(inputs, outputs, rate, decay, RESCALE, NO_CLIP, momentum, true);
      }
      case ADAM -> adam(operators, inputs, outputs, rate, decay);
      case ADAMW -> {
        // Decoupled: the weights shrink by themselves, not through the gradient's moments.
        if (decay > 0) {
          weight.muli(1 - rate * decay);
        }
        adam(operators, inputs, outputs, rate, 0);
      }
    }
  }

  private void adam(NDArrayEx operators, NDList inputs, NDList outputs, float rate, float decay) {
    double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    operators.adamUpdate(
        inputs,
        outputs,
        rate,
        (float) (rate * correction),
        decay,
        RESCALE,
        NO_CLIP,
        BETA1,
        BETA2,
        EPSILON,
        true,
        false);
  }
}
