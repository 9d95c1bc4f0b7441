package dev.inkling.data;

import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a place holds, as it was read: images to learn from, images for testing, or both.
 *
 * @param training null where there are none, or nobody asked
 * @param test likewise
 */
record Parts(@Nullable Digits training, @Nullable Digits test) {
  private static final long SEED = 28;

  /** One in so many images is for testing, where nobody said which. */
  private static final int ONE_IN = 6;

  /**
   * A data set: as it is divided, or a sixth of each class for testing, always the same.
   *
   * @throws Problem when there is nothing to learn from, or of one class alone
   */
  DataSet split(String name) {
    Digits all = training;
    if (all == null) {
      throw new Problem("problem.data.noTraining", name);
    }
    if (test != null) {
      return DataSet.split(name, all, test);
    }
    mix(all);
    return DataSet.split(name, all.range(0, kept(all)), all.range(kept(all), all.count()));
  }

  private static int kept(Digits all) {
    return all.count() - all.count() / ONE_IN;
  }

  /** The images for testing: those that are, or the ones that {@link #split} divides off. */
  Digits tests(String name) {
    Digits all = training;
    if (test != null) {
      return test;
    }
    if (all == null) {
      throw new Problem("problem.data.noTest", name);
    }
    mix(all);
    return all.range(kept(all), all.count());
  }

  /** Turns rows into columns, of all images, in place. */
  Parts transposed() {
    for (Digits part : new Digits[] {training, test}) {
      if (part != null) {
        part.transpose();
      }
    }
    return this;
  }

  /**
   * Where a file has all images of a class and then those of the next, any part of it has to be of
   * all classes: mixed by classes, in place, always alike.
   */
  static @Nullable Digits unsorted(@Nullable Digits digits) {
    if (digits != null && isSorted(digits)) {
      mix(digits);
    }
    return digits;
  }

  private static boolean isSorted(Digits digits) {
    for (int i = 1; i < digits.count(); i++) {
      if (digits.label(i) < digits.label(i - 1)) {
        return false;
      }
    }
    return digits.count() > 0 && digits.label(digits.count() - 1) > digits.label(0);
  }

  /** Any part of what this leaves has as much of each class as the whole, as far as can be. */
  private static void mix(Digits digits) {
    reorder(digits, order(digits));
  }

  /** A place for each image: those of a class in a random order, evenly spread over the whole. */
  private static int[] order(Digits digits) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<List<Integer>> byClass = new ArrayList<>();
    for (int k = 0; k <= Digits.NONE; k++) {
      byClass.add(new ArrayList<>());
    }
    for (int i = 0; i < digits.count(); i++) {
      byClass.get(digits.label(i)).add(i);
    }
    double[] position = new double[digits.count()];
    for (List<Integer> images : byClass) {
      for (int j = images.size() - 1; j >= 0; j--) {
        int other = random.nextInt(j + 1);
        int image = images.set(other, images.get(j));
        position[image] = (j + random.nextDouble()) / images.size();
      }
    }
    Integer[] order = new Integer[digits.count()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> position[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /**
   * Puts image {@code order[k]} at place k, along the cycles, so that no second array is needed.
   */
  private static void reorder(Digits digits, int[] order) {
    byte[] held = new byte[Digits.PIXELS];
    for (int start = 0; start < order.length; start++) {
      if (order[start] >= 0) {
        digits.copyImage(start, held);
        byte label = (byte) digits.label(start);
        int at = start;
        while (order[at] != start) {
          int from = order[at];
          digits.moveImage(from, at);
          order[at] = -1;
          at = from;
        }
        digits.setImage(at, held, label);
        order[at] = -1;
      }
    }
  }
}
