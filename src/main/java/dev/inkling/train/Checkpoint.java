package dev.inkling.train;

import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import java.util.Map;

/**
 * A run between two epochs, from which it goes on as if it had not been cut off.
 *
 * @param epoch the last whole one
 * @param steps of the optimizer so far
 * @param best epoch so far
 * @param weights of the network
 * @param optimizer state of the optimizer, an array or two for each weight; empty for plain SGD
 */
public record Checkpoint(int epoch, int steps, Best best, Weights weights, Weights optimizer) {
  /**
   * The arrays that an optimizer's state has, all of which it needs to go on.
   *
   * @param weights of the network that is trained
   * @return the shape of each by its name
   */
  public static Map<String, long[]> stateShapes(Recipe.Optimizer optimizer, Weights weights) {
    return Optimizer.stateShapes(optimizer, weights);
  }

  /**
   * The epoch with the lowest validation loss, the first of equals.
   *
   * @param epoch 0 before the first
   * @param loss infinite before the first
   */
  public record Best(int epoch, double loss) {
    /** Before the first epoch. */
    static final Best NONE = new Best(0, Double.POSITIVE_INFINITY);

    Best or(int other, double otherLoss) {
      return otherLoss < loss ? new Best(other, otherLoss) : this;
    }
  }
}
