package dev.inkling.model;

/** What makes probabilities of logits. */
public final class Softmax {
  private Softmax() {}

  /**
   * log Σ exp of some logits, taken around the greatest so that nothing overflows.
   *
   * @param from the first of them
   * @param count how many
   */
  public static double logOfSum(float[] logits, int from, int count) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = from; k < from + count; k++) {
      max = Math.max(max, logits[k]);
    }
    double sum = 0;
    for (int k = from; k < from + count; k++) {
      sum += Math.exp(logits[k] - max);
    }
    return max + Math.log(sum);
  }
}
