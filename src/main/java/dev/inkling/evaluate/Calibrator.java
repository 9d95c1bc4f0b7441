package dev.inkling.evaluate;

import dev.inkling.data.Digits;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.Model;
import java.util.Arrays;

/** Fits a model's {@link Confidence}, on images that it did not learn from. */
public final class Calibrator {
  /**
   * The part of held-out digits that may be taken for something else. People's pens make digits
   * that are less like these: of theirs it is 1 %.
   */
  private static final double MISTAKEN = 0.0025;

  /**
   * Of the flagship's held-out images two in a hundred are less sure, and most that it misreads.
   */
  private static final double SURE = 0.95;

  /**
   * Of drawings of no digit, so many more may be taken for one after a hand was learned. To refuse
   * quite as many as before would cost one in forty of that hand's digits.
   */
  private static final double SPARED = 0.01;

  private static final double COLDEST = 0.1;
  private static final double HOTTEST = 10;
  private static final int HALVINGS = 40;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Calibrator() {}

  /**
   * Fits the temperature, and the least for a digit so that almost all of the held-out ones are
   * answered.
   */
  public static Confidence fit(Model model, Digits heldOut) {
    double temperature = temperature(read(model, Confidence.NONE, heldOut), heldOut);
    Confidence unsure = new Confidence(temperature, 0, SURE);
    return new Confidence(temperature, least(read(model, unsure, heldOut)), SURE);
  }

  /**
   * The confidence of a network that has learned more: the same, but that it refuses what is no
   * digit nearly as often as before, one in a hundred less.
   *
   * @param known confidence before
   * @param before what the network said of drawings of no digit, with this confidence
   * @param after what it says of them now, with the same
   */
  public static Confidence keep(Confidence known, float[][] before, float[][] after) {
    double[] was = topTwo(before);
    double[] is = topTwo(after);
    int taken = (int) Arrays.stream(was).filter(sum -> sum >= known.leastForDigit()).count();
    taken += (int) (SPARED * was.length);
    // Just above the first that must not be taken.
    double least = Math.nextUp(is[is.length - 1 - Math.min(taken, is.length - 1)]);
    return new Confidence(
        known.temperature(), Math.max(known.leastForDigit(), least), known.lookAgainBelow());
  }

  private static double[] topTwo(float[][] probabilities) {
    double[] sums = Arrays.stream(probabilities).mapToDouble(Confidence::topTwo).toArray();
    Arrays.sort(sums);
    return sums;
  }

  private static float[][] read(Model model, Confidence calibration, Digits digits) {
    try (Classifier classifier = new Classifier(model, calibration)) {
      return classifier.probabilities(digits, done -> {});
    }
  }

  /** The temperature of the lowest cross-entropy, by golden-section search on its logarithm. */
  static double temperature(float[][] probabilities, Digits digits) {
    double low = Math.log(COLDEST);
    double high = Math.log(HOTTEST);
    for (int i = 0; i < HALVINGS; i++) {
      double step = GOLDEN * (high - low);
      double left = Evaluation.of(at(probabilities, Math.exp(high - step)), digits).loss();
      double right = Evaluation.of(at(probabilities, Math.exp(low + step)), digits).loss();
      if (left < right) {
        high = low + step;
      } else {
        low = high - step;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double least(float[][] probabilities) {
    double[] sums = topTwo(probabilities);
    return sums[(int) (sums.length * MISTAKEN)];
  }

  /** Probabilities of a plain softmax as they are at another temperature. */
  static float[][] at(float[][] probabilities, double temperature) {
    return Arrays.stream(probabilities).map(row -> at(row, temperature)).toArray(float[][]::new);
  }

  private static float[] at(float[] row, double temperature) {
    float[] result = new float[row.length];
    double sum = 0;
    for (float probability : row) {
      sum += Math.pow(probability, 1 / temperature);
    }
    for (int k = 0; k < row.length; k++) {
      result[k] = (float) (Math.pow(row[k], 1 / temperature) / sum);
    }
    return result;
  }
}
