package dev.inkling.train;

import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import java.util.Map;
import java.util.Objects;

/**
 * What an optimizer does to one weight in one step, with all numbers filled in.
 *
 * @param optimizer its kind
 * @param weight w, before
 * @param gradient g, of the loss
 * @param kept what clipping leaves of it, c/‖g‖ of all gradients; 1 where they are no longer
 * @param decay λ, of the weight; 0 for biases and batch norm's parameters
 * @param rate η, of learning
 * @param momentum μ, what is kept of the step before
 * @param speed v, the step before; 0 with those that know none
 * @param mean m, the moving mean of gradients before the step; 0 with those that know none
 * @param square s, that of their squares
 * @param step number of the step, from 1
 */
public record WeightStep(
    Recipe.Optimizer optimizer,
    double weight,
    double gradient,
    double kept,
    double decay,
    double rate,
    double momentum,
    double speed,
    double mean,
    double square,
    int step) {

  /**
   * The next step of one weight.
   *
   * @param recipe whose optimizer steps
   * @param now the network and its optimizer
   * @param gradients that the step will have, by names such as conv1.weight
   * @param parameter its name among these
   * @param index in it, row-major
   */
  public static WeightStep of(
      Recipe recipe,
      Checkpoint now,
      Map<String, float[]> gradients,
      String parameter,
      int index,
      double learningRate) {
    boolean isMomentum = recipe.optimizer() == Recipe.Optimizer.MOMENTUM;
    double first = remembered(now, parameter + "#0", index);
    return new WeightStep(
        recipe.optimizer(),
        now.weights().tensor(parameter).values()[index],
        Objects.requireNonNull(gradients.get(parameter), parameter)[index],
        Optimizer.kept(recipe, gradients.values()),
        Optimizer.decay(recipe, parameter),
        learningRate,
        recipe.momentum(),
        isMomentum ? first : 0,
        isMomentum ? 0 : first,
        remembered(now, parameter + "#1", index),
        now.steps() + 1);
  }

  /** What is remembered of one weight; 0 where there is no such array. */
  private static double remembered(Checkpoint now, String array, int index) {
    Weights.Tensor tensor = now.optimizer().tensors().get(array);
    return tensor == null ? 0 : tensor.values()[index];
  }

  /** The weight after it, computed in double precision. */
  public double after() {
    return switch (optimizer) {
      case SGD -> weight - rate * pull();
      case MOMENTUM -> weight + momentum * speed - rate * pull();
      case ADAM -> weight - moved();
      case ADAMW -> weight * (1 - rate * decay) - moved();
    };
  }

  /**
   * The gradient as clipping leaves it, with the decay that is joined with it; AdamW's stands
   * apart.
   */
  public double pull() {
    double own = kept * gradient;
    return optimizer == Recipe.Optimizer.ADAMW ? own : own + decay * weight;
  }

  /** m after the step: β₁·m + (1 − β₁)·g. */
  public double newMean() {
    return Optimizer.BETA1 * mean + (1 - Optimizer.BETA1) * pull();
  }

  /** s after the step: β₂·s + (1 − β₂)·g². */
  public double newSquare() {
    return Optimizer.BETA2 * square + (1 - Optimizer.BETA2) * pull() * pull();
  }

  /** m without its beginning at 0: m / (1 − β₁ᵗ). */
  public double trueMean() {
    return newMean() / (1 - Math.pow(Optimizer.BETA1, step));
  }

  /** s without its beginning at 0: s / (1 − β₂ᵗ). */
  public double trueSquare() {
    return newSquare() / (1 - Math.pow(Optimizer.BETA2, step));
  }

  /** What Adam takes off: the rate times m/√s, both without their beginning (Kingma and Ba). */
  private double moved() {
    double correction = Math.sqrt(1 - Math.pow(Optimizer.BETA2, step));
    return rate * trueMean() * correction / (Math.sqrt(newSquare()) + Optimizer.EPSILON);
  }
}
