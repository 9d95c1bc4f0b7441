package dev.inkling.data;

import dev.inkling.text.Problem;

/**
 * A data set, split. The test images are for one last measurement; what is chosen, is chosen on the
 * validation images.
 *
 * @param name what a user calls it: mnist, synthetic or a folder
 * @param train images to learn from
 * @param validation the last images of the training file, held out
 * @param test images that no choice has seen
 */
public record DataSet(String name, Digits train, Digits validation, Digits test) {
  /** Images held out of a training file as large as MNIST's. */
  private static final int HELD_OUT = 5_000;

  /** The part held out of smaller ones, and so the fewest images that there can be. */
  private static final int SIXTH = 6;

  /**
   * Holds out the last 5,000 training images, or a sixth of a set of fewer than 30,000.
   *
   * @throws Problem when a sixth is not even one image
   */
  public static DataSet split(String name, Digits training, Digits test) {
    if (training.count() < SIXTH) {
      throw new Problem("problem.data.tooFew", name, training.count(), SIXTH);
    }
    int heldOut = Math.min(HELD_OUT, training.count() / SIXTH);
    int kept = training.count() - heldOut;
    return new DataSet(name, training.range(0, kept), training.range(kept, training.count()), test);
  }
}
