package dev.inkling.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Judges each image by what was learned from others: they are dealt into folds, and those of a fold
 * are read by what has learned all other folds.
 */
final class Folds {
  private final int[] folds;
  private final int count;

  private Folds(int[] folds, int count) {
    this.folds = folds;
    this.count = count;
  }

  /**
   * Deals few images so that each fold has of all labels.
   *
   * @param labels of the images; the n-th of each goes to fold n, and then around again
   * @param count of folds, at least 1
   */
  static Folds byLabel(int[] labels, int count) {
    int[] met = new int[Arrays.stream(labels).max().orElse(0) + 1];
    return new Folds(Arrays.stream(labels).map(label -> met[label]++ % count).toArray(), count);
  }

  /** Deals many images: all folds are as large, and which is whose is chance. */
  static Folds byChance(int images, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] folds = IntStream.range(0, images).map(i -> i % count).toArray();
    for (int i = folds.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = folds[i];
      folds[i] = folds[j];
      folds[j] = held;
    }
    return new Folds(folds, count);
  }

  /** How many folds there are. */
  int count() {
    return count;
  }

  /** The images of a fold, rising. */
  int[] in(int fold) {
    return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
  }

  /** Learns some images, maybe none, and reads others, at least one. */
  @FunctionalInterface
  interface Judge {
    /**
     * What is said of images.
     *
     * @return a row for each that is judged
     */
    float[][] read(int[] learned, int[] judged);
  }

  /**
   * Reads the images of a fold.
   *
   * @param into a row for each image of all folds, of which those of this fold are set
   */
  void judge(int fold, Judge judge, float[][] into) {
    int[] judged = in(fold);
    if (judged.length == 0) {
      return;
    }
    int[] learned = IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
    float[][] read = judge.read(learned, judged);
    for (int i = 0; i < judged.length; i++) {
      into[judged[i]] = read[i];
    }
  }
}
