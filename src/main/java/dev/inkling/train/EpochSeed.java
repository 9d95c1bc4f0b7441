package dev.inkling.train;

import java.util.SplittableRandom;

/** A seed of its own for each epoch of a run, so that a run can go on from any of them. */
final class EpochSeed {
  private EpochSeed() {}

  /** Differs for all epochs up to the thousandth of all seeds that a recipe may have. */
  static long of(long seed, int epoch) {
    return seed * 1_000 + epoch;
  }

  /**
   * The seed as an int, which is what the engine takes. What does not fit is mixed: cut off, seeds
   * that are a multiple of 2²⁹ apart would give the same numbers.
   */
  static int narrow(long seed, int epoch) {
    long whole = of(seed, epoch);
    int narrow = (int) whole;
    return narrow == whole ? narrow : new SplittableRandom(whole).nextInt();
  }
}
