package dev.inkling.train;

import dev.inkling.layer.Stage;
import dev.inkling.model.Backend;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns gradients into steps. Plain loops, which the compiler turns into the processor's wide
 * instructions: a step of 100,000 weights takes a thirtieth of a millisecond, on any engine. Where
 * a network computes on threads of its own, they share the work.
 */
final class Optimizer {
  static final float BETA1 = 0.9f;
  static final float BETA2 = 0.999f;
  static final float EPSILON = 1e-8f;

  /** Weights that a thread steps at once. */
  private static final int PIECE = 1 << 13;

  private final Recipe recipe;
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  /** Those that learn, and the pieces that these are stepped in. */
  private final List<Slot> learning = new ArrayList<>();

  private final List<Piece> pieces = new ArrayList<>();

  /** Of that, what the network changes itself as it trains: the running statistics of norms. */
  private final Map<String, float[]> held = new LinkedHashMap<>();

  private int steps;

  /** A trained parameter, its newest gradient and what is remembered of earlier ones. */
  private record Slot(
      String name, long[] shape, float[] weight, float[] gradient, float[][] state) {}

  /** Weights of a slot, up to the last one. */
  private record Piece(Slot slot, int from, int to) {}

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
    steps = from.steps();
    from.weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (Stage.isTrained(name)) {
                slots.put(name, slot(name, tensor));
              } else if (frozen.contains(name)) {
                held.put(name, tensor.values().clone());
              }
            });
    from.optimizer().tensors().forEach(this::restore);
    slots.values().stream().filter(slot -> !frozen.contains(slot.name)).forEach(this::learn);
  }

  private Slot slot(String name, Tensor tensor) {
    int count = tensor.values().length;
    float[][] state = new float[arrays(recipe.optimizer())][count];
    return new Slot(name, tensor.shape(), tensor.values().clone(), new float[count], state);
  }

  private void learn(Slot slot) {
    learning.add(slot);
    int count = slot.weight.length;
    for (int from = 0; from < count; from += PIECE) {
      pieces.add(new Piece(slot, from, Math.min(from + PIECE, count)));
    }
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

  /** A trained parameter as it is now; each step changes this array, and nobody else may. */
  float[] weight(String name) {
    return Objects.requireNonNull(slots.get(name), name).weight;
  }

  /** Steps made so far. */
  int steps() {
    return steps;
  }

  /** Makes a step with the gradients of a network, and gives it the new weights. */
  void step(Backend network, double learningRate) {
    steps++;
    held.forEach(network::write);
    network.share(learning.size(), i -> read(network, learning.get(i)));
    if (recipe.clip() > 0) {
      clip();
    }
    network.share(pieces.size(), i -> step(pieces.get(i), (float) learningRate));
    network.share(learning.size(), i -> write(network, learning.get(i)));
  }

  private static void read(Backend network, Slot slot) {
    network.readGradient(slot.name, slot.gradient);
  }

  private static void write(Backend network, Slot slot) {
    network.write(slot.name, slot.weight);
  }

  /** Biases and batch norm's parameters are not decayed. */
  static double decay(Recipe recipe, String parameter) {
    return parameter.endsWith(".weight") ? recipe.weightDecay() : 0;
  }

  /** Shortens all gradients alike when together they are longer than the recipe has it. */
  private void clip() {
    float kept = kept(recipe, learning.stream().map(Slot::gradient).toList());
    if (kept < 1) {
      learning.forEach(slot -> scale(slot.gradient, kept));
    }
  }

  /**
   * What clipping leaves of gradients, 1 where together they are no longer than a recipe has it.
   */
  static float kept(Recipe recipe, Iterable<float[]> gradients) {
    if (recipe.clip() == 0) {
      return 1;
    }
    double sum = 0;
    for (float[] gradient : gradients) {
      sum += squares(gradient);
    }
    return Math.min(1, (float) (recipe.clip() / Math.sqrt(sum)));
  }

  /** The sum of their squares. */
  static double squares(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static void scale(float[] gradient, float factor) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
  }

  private void step(Piece piece, float rate) {
    float decay = (float) decay(recipe, piece.slot.name);
    switch (recipe.optimizer()) {
      case SGD -> sgd(piece, rate, decay);
      case MOMENTUM -> momentum(piece, rate, decay);
      case ADAM -> adam(piece, rate, decay);
      case ADAMW -> {
        // Decoupled: the weights shrink by themselves, not through the gradient's moments.
        float[] weight = piece.slot.weight;
        for (int i = piece.from; i < piece.to; i++) {
          weight[i] *= 1 - rate * decay;
        }
        adam(piece, rate, 0);
      }
    }
  }

  private static void sgd(Piece piece, float rate, float decay) {
    float[] weight = piece.slot.weight;
    float[] gradient = piece.slot.gradient;
    for (int i = piece.from; i < piece.to; i++) {
      weight[i] -= rate * (gradient[i] + decay * weight[i]);
    }
  }

  private void momentum(Piece piece, float rate, float decay) {
    float[] weight = piece.slot.weight;
    float[] gradient = piece.slot.gradient;
    float[] speed = piece.slot.state[0];
    float kept = (float) recipe.momentum();
    for (int i = piece.from; i < piece.to; i++) {
      speed[i] = kept * speed[i] - rate * (gradient[i] + decay * weight[i]);
      weight[i] += speed[i];
    }
  }

  private void adam(Piece piece, float rate, float decay) {
    float[] weight = piece.slot.weight;
    float[] gradient = piece.slot.gradient;
    float[] mean = piece.slot.state[0];
    float[] square = piece.slot.state[1];
    double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    float corrected = (float) (rate * correction);
    for (int i = piece.from; i < piece.to; i++) {
      float g = gradient[i] + decay * weight[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
      square[i] = BETA2 * square[i] + (1 - BETA2) * g * g;
      weight[i] -= corrected * mean[i] / ((float) Math.sqrt(square[i]) + EPSILON);
    }
  }
}
