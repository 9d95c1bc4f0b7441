package dev.inkling.explore;

import dev.inkling.data.Digits;
import dev.inkling.kernel.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Finds images that are there more than once: the same pixels, or nearly the same. Two images are
 * nearly the same when the cosine between their pixels is {@value #LEAST_COSINE} at least, the
 * brightness of the pen aside. All such pairs are found: images are sorted by a frequency, and only
 * those are compared that are not too far apart by it, then by a few, and then by all {@link
 * Frequencies} that are kept.
 */
public final class Duplicates {
  /** Copies that were scaled or saved anew are above, other drawings of the same digit below. */
  static final double LEAST_COSINE = 0.99;

  /** How far unit vectors of that cosine are from each other. */
  private static final float NEAR = (float) Math.sqrt(2 - 2 * LEAST_COSINE);

  /** Frequencies that are looked at first, as these tell most images apart: the lowest ones. */
  private static final int[] FIRST = {1, 8, 9, 2, 16, 10, 17, 18, 3, 24, 11, 25};

  private static final int CHUNK = 2_000;

  private final Digits images;
  private final float[] frequencies;
  private final int[] parents;

  /** The images in the order of the first of {@link #FIRST}. */
  private final int[] order;

  /** The frequencies of {@link #FIRST}, in that order. */
  private final float[] sorted;

  private final Distances distances;

  /**
   * Images that are all one, or nearly.
   *
   * @param images their places among all, from the first to the last, two at least
   * @param areSame whether they have the same pixels
   */
  public record Group(List<Integer> images, boolean areSame) {
    public Group {
      images = List.copyOf(images);
    }
  }

  private Duplicates(Digits images) {
    this.images = images;
    frequencies = Frequencies.of(images);
    parents = IntStream.range(0, images.count()).toArray();
    order =
        IntStream.range(0, images.count())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> frequency(i, FIRST[0])))
            .mapToInt(Integer::intValue)
            .toArray();
    sorted = new float[order.length * FIRST.length];
    for (int at = 0; at < sorted.length; at++) {
      sorted[at] = frequency(order[at / FIRST.length], FIRST[at % FIRST.length]);
    }
    distances = new Distances(sorted, FIRST.length);
  }

  private float frequency(int i, int which) {
    return frequencies[i * Frequencies.COUNT + which];
  }

  /**
   * The groups among images, those with the same pixels first, then by their first image.
   *
   * @param progress hears of the part that is done, 0…1; what it throws ends the search
   */
  public static List<Group> of(Digits images, DoubleConsumer progress) {
    Duplicates search = new Duplicates(images);
    search.joinSame();
    search.joinNear(progress);
    return search.groups();
  }

  private void joinSame() {
    Map<Integer, List<Integer>> byHash = new HashMap<>();
    for (int i = 0; i < images.count(); i++) {
      List<Integer> alike = byHash.computeIfAbsent(hash(i), _ -> new ArrayList<>());
      for (int other : alike) {
        if (isSame(i, other)) {
          join(i, other);
          break;
        }
      }
      alike.add(i);
    }
  }

  private int at(int i) {
    return (images.start() + i) * Digits.PIXELS;
  }

  private int hash(int i) {
    int hash = 1;
    for (int p = at(i); p < at(i + 1); p++) {
      hash = 31 * hash + images.pixels()[p];
    }
    return hash;
  }

  private boolean isSame(int i, int j) {
    byte[] pixels = images.pixels();
    return Arrays.equals(pixels, at(i), at(i + 1), pixels, at(j), at(j + 1));
  }

  private synchronized void join(int i, int j) {
    parents[root(i)] = root(j);
  }

  private int root(int i) {
    int root = i;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private void joinNear(DoubleConsumer progress) {
    for (int from = 0; from < order.length; from += CHUNK) {
      int to = Math.min(order.length, from + CHUNK);
      IntStream.range(from, to).parallel().forEach(this::joinNear);
      progress.accept((double) to / order.length);
    }
  }

  /** Joins an image with those that are near, of those behind it in the order. */
  private void joinNear(int place) {
    int i = order[place];
    float[] squares = new float[Distances.BLOCK];
    float last = frequency(i, FIRST[0]) + NEAR;
    for (int block = place / Distances.BLOCK; block * Distances.BLOCK < order.length; block++) {
      int first = block * Distances.BLOCK;
      if (frequency(order[first], FIRST[0]) > last) {
        return;
      }
      distances.squares(sorted, place * FIRST.length, block, squares);
      int end = Math.min(Distances.BLOCK, order.length - first);
      for (int k = Math.max(0, place + 1 - first); k < end; k++) {
        if (squares[k] <= NEAR * NEAR) {
          joinIfNear(i, order[first + k]);
        }
      }
    }
  }

  private void joinIfNear(int i, int other) {
    if (maybeNear(i, other) && isNear(i, other)) {
      join(i, other);
    }
  }

  /** False where the frequencies alone are too far apart; the sum ends as soon as it says so. */
  private boolean maybeNear(int i, int j) {
    float sum = 0;
    int a = i * Frequencies.COUNT;
    int b = j * Frequencies.COUNT;
    for (int k = 0; k < Frequencies.COUNT && sum <= NEAR * NEAR; k++) {
      float apart = frequencies[a + k] - frequencies[b + k];
      sum += apart * apart;
    }
    return sum <= NEAR * NEAR;
  }

  private boolean isNear(int i, int j) {
    double product = 0;
    double own = 0;
    double other = 0;
    for (int p = 0; p < Digits.PIXELS; p++) {
      double a = images.ink(i, p);
      double b = images.ink(j, p);
      product += a * b;
      own += a * a;
      other += b * b;
    }
    return product > 0 && product >= LEAST_COSINE * Math.sqrt(own * other);
  }

  private List<Group> groups() {
    Map<Integer, List<Integer>> byRoot = new TreeMap<>();
    for (int i = 0; i < images.count(); i++) {
      byRoot.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(i);
    }
    return byRoot.values().stream()
        .filter(all -> all.size() > 1)
        .map(all -> new Group(all, all.stream().allMatch(i -> isSame(i, all.getFirst()))))
        .sorted(
            Comparator.comparing((Group group) -> !group.areSame())
                .thenComparing(group -> group.images().getFirst()))
        .toList();
  }

  /**
   * The images that are the most like one of them, the most similar first, itself before all
   * others.
   *
   * @param most how many
   */
  public static List<Integer> similar(Digits images, int i, int most) {
    float[] frequencies = Frequencies.of(images);
    double[] distances = new double[images.count()];
    for (int j = 0; j < images.count(); j++) {
      for (int k = 0; k < Frequencies.COUNT; k++) {
        double apart =
            frequencies[i * Frequencies.COUNT + k] - frequencies[j * Frequencies.COUNT + k];
        distances[j] += apart * apart;
      }
    }
    distances[i] = -1;
    return IntStream.range(0, images.count())
        .boxed()
        .sorted(Comparator.comparingDouble(j -> distances[j]))
        .limit(most)
        .toList();
  }
}
