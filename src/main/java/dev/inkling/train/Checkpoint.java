package dev.inkling.train;

import dev.inkling.model.Weights;

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
