package dev.inkling.evaluate;

import dev.inkling.data.Classes;
import dev.inkling.data.Digits;
import dev.inkling.model.Classifier;
import dev.inkling.model.ModelCard.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier did on a set of labeled images.
 *
 * @param count of images
 * @param accuracy part read right, 0…1
 * @param loss mean cross-entropy, in nats
 * @param confusion {@code confusion[t][p]} images of class t were read as p
 * @param classes their names, in the order of the confusion
 */
public record Evaluation(
    int count, double accuracy, double loss, int[][] confusion, List<String> classes) {
  /** A probability of 0 in float would make the loss infinite. */
  private static final double SMALLEST = 1e-12;

  /** Of ten equally probable classes chance reads a tenth right; so much more is chance too. */
  private static final double CHANCE = 1.5;

  /** A collapsed network has the cross-entropy of knowing nothing, and a little less. */
  private static final double A_LITTLE = 0.05;

  /**
   * One class.
   *
   * @param label the class, counted from 0
   * @param count of images of the class
   * @param precision of those read as the class, the part that is; null when none was read so
   * @param recall of those of the class, the part read so; null when there is none
   * @param f1 2·TP / (2·TP + FP + FN); null when there is neither
   */
  public record PerClass(
      int label,
      int count,
      @Nullable Double precision,
      @Nullable Double recall,
      @Nullable Double f1) {}

  /** True for a network that has collapsed, or has not begun to learn: it knows nothing. */
  public boolean isNoBetterThanChance() {
    return accuracy < CHANCE / classes.size() && !(loss < Math.log(classes.size()) - A_LITTLE);
  }

  /** An evaluation of digits. */
  public Evaluation(int count, double accuracy, double loss, int[][] confusion) {
    this(count, accuracy, loss, confusion, Classes.DIGITS);
  }

  /**
   * Reads all images and compares.
   *
   * @param progress hears how many were read so far
   */
  public static Evaluation of(Classifier classifier, Digits digits, IntConsumer progress) {
    Digits counted = Predictions.counted(classifier, "", digits);
    return of(classifier.probabilities(counted, progress), counted);
  }

  /** Compares probabilities with labels; of equal probabilities the lower class counts. */
  public static Evaluation of(float[][] probabilities, Digits digits) {
    int[][] confusion = new int[digits.classCount()][digits.classCount()];
    double loss = 0;
    for (int i = 0; i < digits.count(); i++) {
      confusion[digits.label(i)][best(probabilities[i])]++;
      loss += loss(probabilities[i], digits.label(i));
    }
    int count = digits.count();
    double accuracy = (double) right(confusion) / count;
    return new Evaluation(count, accuracy, loss / count, confusion, digits.classes());
  }

  /** Cross-entropy of one image, in nats. */
  static double loss(float[] probabilities, int label) {
    return 0 - Math.log(Math.max(SMALLEST, probabilities[label])); // of 1 it is 0, not -0
  }

  private static int right(int[][] confusion) {
    return IntStream.range(0, confusion.length).map(k -> confusion[k][k]).sum();
  }

  /** Number of images read right. */
  public int right() {
    return right(confusion);
  }

  /**
   * This as a model's card says it.
   *
   * @param ece expected calibration error, 0…1, or null where nobody asks
   */
  public Score score(@Nullable Double ece, String command) {
    return new Score(count, accuracy, loss, ece, command);
  }

  /** The most probable class; the lowest of equals. */
  public static int best(float[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return best;
  }

  /** Precision, recall and F1 of every class, in order. */
  public List<PerClass> perClass() {
    return perClass(confusion);
  }

  /**
   * Precision, recall and F1 of every class, in order.
   *
   * @param confusion {@code confusion[t][p]} images of class t were read as p
   */
  public static List<PerClass> perClass(int[][] confusion) {
    List<PerClass> result = new ArrayList<>();
    for (int k = 0; k < confusion.length; k++) {
      int ofClass = 0;
      int readAs = 0;
      for (int j = 0; j < confusion.length; j++) {
        ofClass += confusion[k][j];
        readAs += confusion[j][k];
      }
      int right = confusion[k][k];
      result.add(
          new PerClass(
              k,
              ofClass,
              ratio(right, readAs),
              ratio(right, ofClass),
              ratio(2 * right, readAs + ofClass)));
    }
    return result;
  }

  private static @Nullable Double ratio(int part, int whole) {
    return whole == 0 ? null : Double.valueOf((double) part / whole);
  }
}
