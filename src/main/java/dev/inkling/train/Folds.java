package dev.inkling.train;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Judges each drawing by what was learned from others: they are dealt into folds, and those of a
 * fold are read by what has learned all other folds.
 */
final class DrawingFolds {
  private final int[] folds;
  private final int count;

  /**
   * Deals drawings.
   *
   * @param labels of the drawings; the n-th of each goes to fold n, and then around again
   * @param count of folds, at least 1
   */
  DrawingFolds(int[] labels, int count) {
    this.count = count;
    int[] met = new int[Arrays.stream(labels).max().orElse(0) + 1];
    folds = Arrays.stream(labels).map(label -> met[label]++ % count).toArray();
  }

  /** How many folds there are. */
  int count() {
    return count;
  }

  /** The drawings of a fold, rising. */
  int[] in(int fold) {
    return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
  }

  /** Learns some drawings, maybe none, and reads others, at least one. */
  @FunctionalInterface
  interface Judge {
    /**
     * What is said of drawings.
     *
     * @return a row for each that is judged
     */
    float[][] read(int[] learned, int[] judged);
  }

  /**
   * Reads the drawings of a fold.
   *
   * @param into a row for each drawing of all folds, of which those of this fold are set
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
