package dev.inkling.train;

import dev.inkling.data.Digits;

/** Cross-entropy between targets and the softmax of what a network gives, mean over a batch. */
final class CrossEntropy {
  private final float[] targets;
  private final int count;
  private double sum;

  /**
   * The loss of a batch.
   *
   * @param targets probabilities, (count, 10) row-major
   */
  CrossEntropy(float[] targets) {
    this.targets = targets;
    count = targets.length / Digits.CLASSES;
  }

  /** The loss, in nats, as precise as the logits; there after {@link #gradient}. */
  float mean() {
    return (float) (sum / count);
  }

  /**
   * The loss's gradient by the logits: what is too much of each probability.
   *
   * @param logits or log-probabilities, (count, 10) row-major
   */
  float[] gradient(float[] logits) {
    float[] gradient = new float[logits.length];
    for (int from = 0; from < logits.length; from += Digits.CLASSES) {
      double normalizer = logOfSum(logits, from);
      for (int k = from; k < from + Digits.CLASSES; k++) {
        double logProbability = logits[k] - normalizer;
        sum -= targets[k] * logProbability;
        gradient[k] = (float) ((Math.exp(logProbability) - targets[k]) / count);
      }
    }
    return gradient;
  }

  /** log Σ exp of a row, taken around its greatest so that nothing overflows. */
  private static double logOfSum(float[] logits, int from) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = from; k < from + Digits.CLASSES; k++) {
      max = Math.max(max, logits[k]);
    }
    double sum = 0;
    for (int k = from; k < from + Digits.CLASSES; k++) {
      sum += Math.exp(logits[k] - max);
    }
    return max + Math.log(sum);
  }
}
