package dev.inkling.evaluate;

import java.util.stream.IntStream;

/**
 * What was read in the same images before a network learned something and after it.
 *
 * @param before of the network as it was
 * @param after of the network that has learned; image by image the same labels
 */
public record BeforeAfter(Predictions before, Predictions after) {
  public BeforeAfter {
    if (before.count() != after.count()) {
      throw new IllegalArgumentException(before.count() + " and " + after.count());
    }
  }

  /** Number of images. */
  public int count() {
    return before.count();
  }

  /** Part read right before, 0…1. */
  public double accuracyBefore() {
    return accuracy(before);
  }

  /** Part read right after, 0…1. */
  public double accuracyAfter() {
    return accuracy(after);
  }

  private static double accuracy(Predictions all) {
    return (double) IntStream.range(0, all.count()).filter(all::isRight).count() / all.count();
  }

  /** Indices of the images whose answer is another one now, rising. */
  public int[] changed() {
    return IntStream.range(0, count())
        .filter(i -> before.predicted(i) != after.predicted(i))
        .toArray();
  }

  /**
   * One class.
   *
   * @param label the class
   * @param count images of it
   * @param rightBefore of them that were read right before
   * @param rightAfter and after
   */
  public record PerClass(int label, int count, int rightBefore, int rightAfter) {}

  /** The class of a label; with count 0 where there is no image of it. */
  public PerClass of(int label) {
    int[] images = IntStream.range(0, count()).filter(i -> before.label(i) == label).toArray();
    return new PerClass(
        label,
        images.length,
        (int) IntStream.of(images).filter(before::isRight).count(),
        (int) IntStream.of(images).filter(after::isRight).count());
  }
}
