package dev.inkling.evaluate;

import dev.inkling.data.Classes;
import dev.inkling.data.Digits;
import dev.inkling.model.Classifier;
import dev.inkling.text.Problem;
import java.util.function.IntConsumer;

/**
 * What a model read in the images of a data set, image by image.
 *
 * @param model its name
 * @param data name of the data set
 * @param digits the images with their labels
 * @param probabilities one of each class for each image; nobody writes to them
 */
public record Predictions(String model, String data, Digits digits, float[][] probabilities) {
  public Predictions {
    if (digits.count() != probabilities.length) {
      throw new IllegalArgumentException(digits.count() + " and " + probabilities.length);
    }
  }

  /**
   * Reads all images, which takes a while.
   *
   * @param data name of the data set
   * @param progress hears how many were read so far
   * @throws Problem when there is no image, or one of a class that the classifier does not know
   */
  public static Predictions of(
      Classifier classifier, String data, Digits digits, IntConsumer progress) {
    if (digits.count() == 0) {
      throw new Problem("problem.evaluate.empty", data);
    }
    String model = classifier.model().card().name();
    Digits counted = counted(classifier, data, digits);
    return new Predictions(model, data, counted, classifier.probabilities(counted, progress));
  }

  /** Images with labels as the classifier counts its classes. */
  static Digits counted(Classifier classifier, String data, Digits digits) {
    return digits
        .counted(classifier.classes())
        .orElseThrow(
            () ->
                new Problem(
                    "problem.evaluate.classes",
                    classifier.model().card().name(),
                    data,
                    Classes.brief(classifier.classes()),
                    Classes.brief(digits.classes())));
  }

  /** What a class is called. */
  public String name(int label) {
    return digits.classes().get(label);
  }

  /** Number of images. */
  public int count() {
    return probabilities.length;
  }

  /** The right class of image {@code i}, counted from 0. */
  public int label(int i) {
    return digits.label(i);
  }

  /** The most probable class of image {@code i}; the lowest of equals. */
  public int predicted(int i) {
    return Evaluation.best(probabilities[i]);
  }

  /** The probability of the predicted class, 0…1. */
  public float confidence(int i) {
    return probabilities[i][predicted(i)];
  }

  /** Cross-entropy of image {@code i}, in nats. */
  public double loss(int i) {
    return Evaluation.loss(probabilities[i], label(i));
  }

  /** True when the predicted class is the label. */
  public boolean isRight(int i) {
    return predicted(i) == label(i);
  }
}
