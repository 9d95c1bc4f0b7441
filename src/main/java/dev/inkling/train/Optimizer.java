package dev.inkling.train;

import dev.inkling.layer.Stage;
import dev.inkling.model.Backend;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Turns gradients into steps. Plain loops, which the compiler turns into the processor's wide
 * instructions: a step of 100,000 weights takes a thirtieth of a millisecond, on any engine.
 */
final class Optimizer {
  static final float BETA1 = 0.9f;
  static final float BETA2 = 0.999f;
  static final float EPSILON = 1e-8f;

  private final Recipe recipe;
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  /** Names of what stays as it is. */
  private final Set<String> frozen;

  /** Of that, what the network changes itself as it trains: the running statistics of norms. */
  private final Map<String, float[]> held = new LinkedHashMap<>();

  private int steps;

  /** A trained parameter, its newest gradient and what is remembered of earlier ones. */
  private record Slot(long[] shape, float[] weight, float[] gradient, float[][] state) {}

  /** Goes on from a checkpoint, or begins with state at zero where one has none at all. */
  Optimizer(Recipe recipe, Checkpoint from) {
    this(recipe, from, Set.of());
  }

  /**
   * Likewise, but some parameters stay as they are.
   *
   * @param frozen their names
   */
  Optimizer(Recipe recipe, Checkpoint from, Set<String> frozen) {
    this.recipe = recipe;
    this.frozen = Set.copyOf(frozen);
    steps = from.steps();
    from.weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (Stage.isTrained(name)) {
                slots.put(name, slot(tensor));
              } else if (frozen.contains(name)) {
                held.put(name, tensor.values().clone());
              }
            });
    from.optimizer().tensors().forEach(this::restore);
  }

  private Slot slot(Tensor tensor) {
    int count = tensor.values().length;
    float[][] state = new float[arrays(recipe.optimizer())][count];
    return new Slot(tensor.shape(), tensor.values().clone(), new float[count], state);
  }

  /** Arrays that are remembered for each weight. */
  private static int arrays(Recipe.Optimizer kind) {
    return switch (kind) {
      case SGD -> 0;
      case MOMENTUM -> 1;
      case ADAM, ADAMW -> 2;
    };
  }

  /** The names and shapes of the arrays in {@link #state}. */
  static Map<String, long[]> stateShapes(Recipe.Optimizer kind, Weights weights) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              for (int i = 0; Stage.isTrained(name) && i < arrays(kind); i++) {
                shapes.put(name + "#" + i, tensor.shape());
              }
            });
    return shapes;
  }

  private void restore(String name, Tensor tensor) {
    int split = name.indexOf('#');
    float[][] state = Objects.requireNonNull(slots.get(name.substring(0, split)), name).state;
    state[Integer.parseInt(name.substring(split + 1))] = tensor.values().clone();
  }

  /** A copy of the state, an array named as its weight with a number behind. */
  Weights state() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    slots.forEach(
        (name, slot) -> {
          for (int i = 0; i < slot.state.length; i++) {
            tensors.put(name + "#" + i, new Tensor(slot.shape, slot.state[i].clone()));
          }
        });
    return new Weights(tensors);
  }

  /** Steps made so far. */
  int steps() {
    return steps;
  }

  /** Makes a step with the gradients of a network, and gives it the new weights. */
  void step(Backend network, double learningRate) {
    steps++;
    held.forEach(network::write);
    learning((name, slot) -> network.readGradient(name, slot.gradient));
    if (recipe.clip() > 0) {
      clip();
    }
    learning(
        (name, slot) -> {
          step(slot, (float) learningRate, (float) decay(recipe, name));
          network.write(name, slot.weight);
        });
  }

  /** Biases and batch norm's parameters are not decayed. */
  static double decay(Recipe recipe, String parameter) {
    return parameter.endsWith(".weight") ? recipe.weightDecay() : 0;
  }

  private void learning(BiConsumer<String, Slot> action) {
    slots.forEach(
        (name, slot) -> {
          if (!frozen.contains(name)) {
            action.accept(name, slot);
          }
        });
  }

  /** Shortens all gradients alike when together they are longer than the recipe has it. */
  private void clip() {
    double[] sum = new double[1];
    learning((_, slot) -> sum[0] += squares(slot.gradient));
    float factor = (float) (recipe.clip() / Math.sqrt(sum[0]));
    if (factor < 1) {
      learning((_, slot) -> scale(slot.gradient, factor));
    }
  }

  private static double squares(float[] gradient) {
    double sum = 0;
    for (float value : gradient) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static void scale(float[] gradient, float factor) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
  }

  private void step(Slot slot, float rate, float decay) {
    float[] weight = slot.weight;
    switch (recipe.optimizer()) {
      case SGD -> sgd(weight, slot.gradient, rate, decay);
      case MOMENTUM -> momentum(weight, slot.gradient, slot.state[0], rate, decay);
      case ADAM -> adam(slot, rate, decay);
      case ADAMW -> {
        // Decoupled: the weights shrink by themselves, not through the gradient's moments.
        for (int i = 0; i < weight.length; i++) {
          weight[i] *= 1 - rate * decay;
        }
        adam(slot, rate, 0);
      }
    }
  }

  private static void sgd(float[] weight, float[] gradient, float rate, float decay) {
    for (int i = 0; i < weight.length; i++) {
      weight[i] -= rate * (gradient[i] + decay * weight[i]);
    }
  }

  private void momentum(float[] weight, float[] gradient, float[] speed, float rate, float decay) {
    float kept = (float) recipe.momentum();
    for (int i = 0; i < weight.length; i++) {
      speed[i] = kept * speed[i] - rate * (gradient[i] + decay * weight[i]);
      weight[i] += speed[i];
    }
  }

  private void adam(Slot slot, float rate, float decay) {
    float[] weight = slot.weight;
    float[] gradient = slot.gradient;
    float[] mean = slot.state[0];
    float[] square = slot.state[1];
    double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    float corrected = (float) (rate * correction);
    for (int i = 0; i < weight.length; i++) {
      float g = gradient[i] + decay * weight[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
      square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
      weight[i] -= corrected * mean[i] / ((float) Math.sqrt(square[i]) + EPSILON);
    }
  }
}
