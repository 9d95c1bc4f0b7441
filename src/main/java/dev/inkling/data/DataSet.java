package dev.inkling.data;

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

  /** Holds out the last 5,000 training images, or a sixth of a set of fewer than 30,000. */
  public static DataSet split(String name, Digits training, Digits test) {
    int heldOut = Math.min(HELD_OUT, training.count() / 6);
    int kept = training.count() - heldOut;
    return new DataSet(
        name, training.range(0, kept), training.range(kept, training.count()), test);
  }
}
