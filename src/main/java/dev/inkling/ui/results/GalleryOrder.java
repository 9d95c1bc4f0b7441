package dev.inkling.ui.results;

import dev.inkling.evaluate.Predictions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The order of samples in a gallery.
 *
 * @param by what they are sorted by; equals are in the order of the data set
 * @param isDescending whether the greatest is first; a shuffle has no such end
 * @param seed of a shuffle
 */
public record GalleryOrder(By by, boolean isDescending, long seed) {
  /** What a gallery begins with: where the network went most wrong. */
  public static final GalleryOrder WORST_FIRST = new GalleryOrder(By.LOSS, true, 1);

  /** What samples can be sorted by. */
  public enum By {
    LOSS,
    CONFIDENCE,
    LABEL,
    PREDICTED,
    INDEX,
    SHUFFLED
  }

  /** The same by something else. */
  public GalleryOrder withBy(By other) {
    return new GalleryOrder(other, isDescending, seed);
  }

  /** The same from the greatest, or from the least. */
  public GalleryOrder withDescending(boolean descending) {
    return new GalleryOrder(by, descending, seed);
  }

  /** The same with another seed. */
  public GalleryOrder withSeed(long other) {
    return new GalleryOrder(by, isDescending, other);
  }

  /** These samples, which come in the order of the data set, in this order. */
  List<Integer> sort(List<Integer> samples, Predictions all) {
    List<Integer> sorted = new ArrayList<>(samples);
    if (by == By.SHUFFLED) {
      Collections.shuffle(sorted, new Random(seed));
      return sorted;
    }
    Comparator<Integer> rising = comparator(all);
    sorted.sort(isDescending ? rising.reversed() : rising);
    return sorted;
  }

  private Comparator<Integer> comparator(Predictions all) {
    return switch (by) {
      case LOSS -> Comparator.comparingDouble(all::loss);
      case CONFIDENCE -> Comparator.comparingDouble(all::confidence);
      case LABEL -> Comparator.comparingInt(all::label);
      case PREDICTED -> Comparator.comparingInt(all::predicted);
      case INDEX, SHUFFLED -> Comparator.naturalOrder();
    };
  }
}
