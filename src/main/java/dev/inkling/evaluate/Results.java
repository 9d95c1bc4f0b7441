package dev.inkling.evaluate;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * All figures of a model on a data set. Immutable.
 *
 * @param predictions that the figures sum up
 * @param evaluation accuracy, loss, confusion, and precision, recall and F1 by class
 * @param interval of the accuracy
 * @param calibration whether the model is right as often as it is sure
 * @param labelErrors that are known of the data set
 */
public record Results(
    Predictions predictions,
    Evaluation evaluation,
    Interval interval,
    Calibration calibration,
    LabelErrors labelErrors) {

  /** Sums up what was read. */
  public static Results of(Predictions predictions) {
    Evaluation evaluation = Evaluation.of(predictions.probabilities(), predictions.digits());
    return new Results(
        predictions,
        evaluation,
        Interval.wilson(evaluation.right(), evaluation.count()),
        Calibration.of(predictions),
        LabelErrors.of(predictions.digits()));
  }

  /** Indices of the images that were misread, rising. */
  public int[] misread() {
    return IntStream.range(0, predictions.count()).filter(i -> !predictions.isRight(i)).toArray();
  }

  /**
   * Accuracy on the images whose label is not known to be wrong, 0…1; empty where no error is
   * known.
   */
  public OptionalDouble accuracyWithoutLabelErrors() {
    return labelErrors.count() == 0
        ? OptionalDouble.empty()
        : IntStream.range(0, predictions.count())
            .filter(i -> !labelErrors.isKnown(i))
            .mapToDouble(i -> predictions.isRight(i) ? 1 : 0)
            .average();
  }
}
