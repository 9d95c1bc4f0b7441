package dev.inkling.evaluate;

import dev.inkling.data.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How images are read, of all of them and by who wrote them.
 *
 * @param all the part read right, 0…1
 * @param byWriter the same of each writer, those who are read worst first
 */
public record Accuracies(double all, List<Writer> byWriter) {
  /**
   * How one writer is read.
   *
   * @param name null for who has none
   * @param count of images
   * @param right how many of them were read right
   */
  public record Writer(@Nullable String name, int count, int right) {
    /** The part read right, 0…1. */
    public double accuracy() {
      return (double) right / count;
    }
  }

  public Accuracies {
    byWriter = List.copyOf(byWriter);
  }

  /** Counts what was read of drawings, in their order. */
  public static Accuracies ofDrawings(Predictions read, List<Kept> drawings) {
    List<@Nullable String> writers = new ArrayList<>();
    drawings.forEach(kept -> writers.add(kept.writer()));
    return of(read, writers);
  }

  /**
   * Counts what was read.
   *
   * @param writers of the images, in their order
   */
  public static Accuracies of(Predictions read, List<@Nullable String> writers) {
    Map<@Nullable String, int[]> counts = new LinkedHashMap<>();
    int right = 0;
    for (int i = 0; i < read.digits().count(); i++) {
      int[] count = counts.computeIfAbsent(writers.get(i), _ -> new int[2]);
      count[0]++;
      if (read.isRight(i)) {
        count[1]++;
        right++;
      }
    }
    List<Writer> all = new ArrayList<>();
    counts.forEach((name, count) -> all.add(new Writer(name, count[0], count[1])));
    all.sort(Comparator.comparingDouble(Writer::accuracy));
    return new Accuracies((double) right / Math.max(1, read.digits().count()), all);
  }
}
