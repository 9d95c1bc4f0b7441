package dev.inkling.model;

/**
 * How a model's outputs become confidence, and from where on it says that something is no digit.
 *
 * @param temperature that divides the logits before the softmax, above 0 (Guo, Pleiss, Sun,
 *     Weinberger: On Calibration of Modern Neural Networks, 2017)
 * @param leastForDigit what the two most probable digits must have together, 0…1. Both count,
 *     because something between a 4 and a 9 is a digit, though neither is probable.
 * @param lookAgainBelow where the most probable digit has less than this, the network looks again;
 *     0 for never
 */
public record Confidence(double temperature, double leastForDigit, double lookAgainBelow) {
  /** Plain softmax of one look, and everything is a digit. */
  public static final Confidence NONE = new Confidence(1, 0, 0);

  /** Whether probabilities are those of a digit, and not of something else. */
  public boolean isDigit(float[] probabilities) {
    return topTwo(probabilities) >= leastForDigit;
  }

  /** Whether another look is worth its while. */
  boolean isUnsure(float[] probabilities) {
    float most = 0;
    for (float probability : probabilities) {
      most = Math.max(most, probability);
    }
    return most < lookAgainBelow;
  }

  /** What the two most probable classes have together, 0…1. */
  public static double topTwo(float[] probabilities) {
    float first = 0;
    float second = 0;
    for (float probability : probabilities) {
      second = Math.max(second, Math.min(first, probability));
      first = Math.max(first, probability);
    }
    return (double) first + second;
  }

  /** False for what stands in no card that a program wrote. */
  boolean isValid() {
    return temperature > 0
        && Double.isFinite(temperature)
        && Double.isFinite(leastForDigit)
        && Double.isFinite(lookAgainBelow);
  }
}
