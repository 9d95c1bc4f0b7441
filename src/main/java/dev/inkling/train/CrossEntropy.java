package dev.inkling.train;

/** Cross-entropy between targets and the softmax of what a network gives, mean over a batch. */
final class CrossEntropy {
  private final float[] targets;
  private final int classes;
  private final int count;
  private double sum;

  /**
   * The loss of a batch.
   *
   * @param targets probabilities, (count, classes) row-major
   * @param classes how many there are
   */
  CrossEntropy(float[] targets, int classes) {
    this.targets = targets;
    this.classes = classes;
    count = targets.length / classes;
  }

  /** The loss, in nats, as precise as the logits; there after {@link #gradient}. */
  float mean() {
    return (float) (sum / count);
  }

  /**
   * The loss's gradient by the logits: what is too much of each probability.
   *
   * @param logits or log-probabilities, (count, classes) row-major
   */
  float[] gradient(float[] logits) {
    float[] gradient = new float[logits.length];
    for (int from = 0; from < logits.length; from += classes) {
      double normalizer = logOfSum(logits, from);
      for (int k = from; k < from + classes; k++) {
        double logProbability = logits[k] - normalizer;
        sum -= targets[k] * logProbability;
        gradient[k] = (float) ((Math.exp(logProbability) - targets[k]) / count);
      }
    }
    return gradient;
  }

  /** log Σ exp of a row, taken around its greatest so that nothing overflows. */
  private double logOfSum(float[] logits, int from) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = from; k < from + classes; k++) {
      max = Math.max(max, logits[k]);
    }
    double sum = 0;
    for (int k = from; k < from + classes; k++) {
      sum += Math.exp(logits[k] - max);
    }
    return max + Math.log(sum);
  }
}
