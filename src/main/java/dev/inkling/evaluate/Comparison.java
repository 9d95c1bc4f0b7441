package dev.inkling.evaluate;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What two models read in the same images.
 *
 * @param bothMiss indices of the images that both misread, rising
 * @param onlyFirstMisses indices of those that the first alone misread
 * @param onlySecondMisses indices of those that the second alone misread
 * @param pValue of McNemar's test: how probable so unequal counts, or more unequal ones, are where
 *     both models are equally good, 0…1
 */
public record Comparison(
    int[] bothMiss, int[] onlyFirstMisses, int[] onlySecondMisses, double pValue) {

  /**
   * Compares two models.
   *
   * @throws IllegalArgumentException when they did not read equally many images
   */
  public static Comparison of(Predictions first, Predictions second) {
    if (first.count() != second.count()) {
      throw new IllegalArgumentException(first.count() + " and " + second.count());
    }
    int[] onlyFirst = where(first, i -> !first.isRight(i) && second.isRight(i));
    int[] onlySecond = where(first, i -> first.isRight(i) && !second.isRight(i));
    return new Comparison(
        where(first, i -> !first.isRight(i) && !second.isRight(i)),
        onlyFirst,
        onlySecond,
        mcNemar(onlyFirst.length, onlySecond.length));
  }

  private static int[] where(Predictions all, IntPredicate condition) {
    return IntStream.range(0, all.count()).filter(condition).toArray();
  }

  /**
   * McNemar's test (Note on the sampling error of the difference between correlated proportions,
   * 1947), two-sided and exact: where both models are equally good, each image that one alone
   * misreads is a fair coin's toss. The customary approximation by chi-square, for 25 images and
   * more (Edwards, 1948), spares work that takes no time here.
   *
   * @param b images that the first alone misread
   * @param c images that the second alone misread
   */
  static double mcNemar(int b, int c) {
    int n = b + c;
    double logTerm = -n * Math.log(2); // of 0 in n tosses; as a number it would be 0 from n = 1075
    double tail = 0;
    for (int k = 0; k <= Math.min(b, c); k++) {
      tail += Math.exp(logTerm);
      logTerm += Math.log(n - k) - Math.log(k + 1);
    }
    return Math.min(1, 2 * tail);
  }
}
