package dev.inkling.data;

import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of the training images is learned, to see what data are worth: fewer of them, some with
 * wrong labels, classes that are rarer than others, or one that is never shown. Images that are
 * held out and images for testing stay as they are, so that what is measured is comparable. The
 * same lesson gives the same images.
 *
 * @param part of each class that is learned, above 0, up to 1
 * @param noise part of the images that are learned with a label of another class, 0 up to 1
 * @param imbalance 0 leaves the classes as they are; else the first class has so many times as many
 *     images as the last, and those between them lie on a geometric series (Cui and others:
 *     Class-Balanced Loss, 2019); 1 makes all alike
 * @param leftOut a class that is never shown; null for none
 * @param seed of what is left out, and of which labels are wrong
 */
public record Lesson(
    double part, double noise, int imbalance, @Nullable String leftOut, long seed) {

  /** All images with their own labels. */
  private boolean isAll() {
    return part == 1 && noise == 0 && imbalance == 0 && leftOut == null;
  }

  /**
   * The data set with what is to be learned for training images.
   *
   * @throws Problem when the class that is left out is none
   */
  public DataSet of(DataSet data) {
    if (isAll()) {
      return data;
    }
    check(data);
    return data.learning(noisy(data.train().only(kept(data.train()))));
  }

  /**
   * Looks whether this can be learned from a data set, before anything is made of it.
   *
   * @throws Problem when the class that is left out is none, or all that there is
   */
  public void check(DataSet data) {
    if (leftOut != null && !data.classes().contains(leftOut)) {
      throw new Problem(
          "problem.lesson.class", leftOut, data.name(), Classes.brief(data.classes()));
    }
    if (leftOut != null && kept(data.train()).length == 0) {
      throw new Problem("problem.lesson.nothing", leftOut, data.name());
    }
  }

  /** How many of these images are learned. */
  public int count(Digits images) {
    return isAll() ? images.count() : kept(images).length;
  }

  /** About how many of so many images are learned, as far as can be said without their labels. */
  public int roughly(int images) {
    double rare = imbalance <= 1 ? 1 : (1 - 1.0 / imbalance) / Math.log(imbalance);
    return (int) Math.max(1, Math.round(images * part * rare));
  }

  /** The classes of so many that are shown, such as those of digits that are drawn besides. */
  public int[] shown(List<String> classes) {
    int hidden = leftOut == null ? -1 : classes.indexOf(leftOut);
    return IntStream.range(0, classes.size()).filter(k -> k != hidden).toArray();
  }

  /** The places of the images that are learned, in their order. */
  private int[] kept(Digits images) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Integer>> byClass = byClass(images);
    int[] wanted = wanted(byClass);
    return IntStream.range(0, byClass.size())
        .boxed()
        .flatMap(k -> some(byClass.get(k), wanted[k], random.split()).stream())
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** The places of the images of each class that is shown. */
  private List<List<Integer>> byClass(Digits images) {
    List<List<Integer>> byClass = new ArrayList<>();
    for (int k = 0; k < images.classCount(); k++) {
      byClass.add(new ArrayList<>());
    }
    int hidden = leftOut == null ? -1 : images.classes().indexOf(leftOut);
    for (int i = 0; i < images.count(); i++) {
      if (images.label(i) != hidden) {
        byClass.get(images.label(i)).add(i);
      }
    }
    return byClass;
  }

  /** How many images of each class are learned: at least one where there is one. */
  private int[] wanted(List<List<Integer>> byClass) {
    int[] counts = byClass.stream().mapToInt(List::size).toArray();
    int[] taught = IntStream.range(0, counts.length).filter(k -> counts[k] > 0).toArray();
    double most = most(counts, taught);
    int[] wanted = new int[counts.length];
    for (int rank = 0; rank < taught.length; rank++) {
      int k = taught[rank];
      double there = imbalance == 0 ? counts[k] : most * rarity(rank, taught.length);
      wanted[k] = (int) Math.max(1, Math.round(there * part));
    }
    return wanted;
  }

  /** How many the first class can have so that all others have enough. */
  private double most(int[] counts, int[] taught) {
    return IntStream.range(0, taught.length)
        .mapToDouble(rank -> counts[taught[rank]] / rarity(rank, taught.length))
        .min()
        .orElse(0);
  }

  /** How many images a class has for each of the first: 1 … 1 / imbalance. */
  private double rarity(int rank, int classes) {
    return imbalance <= 1 || classes == 1 ? 1 : Math.pow(imbalance, -(double) rank / (classes - 1));
  }

  private static List<Integer> some(List<Integer> all, int count, SplittableRandom random) {
    List<Integer> mixed = new ArrayList<>(all);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, mixed.size());
      mixed.set(other, mixed.set(i, mixed.get(other)));
    }
    return mixed.subList(0, count);
  }

  /** Some images get the label of another class that is shown, all of them with equal chance. */
  private Digits noisy(Digits images) {
    int[] taught =
        IntStream.range(0, images.count()).map(images::label).distinct().sorted().toArray();
    if (noise == 0 || taught.length < 2) {
      return images;
    }
    SplittableRandom random = new SplittableRandom(~seed);
    List<Integer> all = IntStream.range(0, images.count()).boxed().toList();
    int[] labels = IntStream.range(0, images.count()).map(images::label).toArray();
    for (int i : some(all, (int) Math.round(noise * images.count()), random)) {
      int own = Arrays.binarySearch(taught, labels[i]);
      labels[i] = taught[(own + 1 + random.nextInt(taught.length - 1)) % taught.length];
    }
    return images.labeled(labels);
  }
}
