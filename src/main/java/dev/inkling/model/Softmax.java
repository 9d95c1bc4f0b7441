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

  /**
   * Makes log-probabilities of logits, in their place.
   *
   * @param width logits of an image
   */
  static float[] logOf(float[] logits, int width) {
    for (int from = 0; from < logits.length; from += width) {
      float normalizer = (float) logOfSum(logits, from, width);
      for (int k = from; k < from + width; k++) {
        logits[k] -= normalizer;
      }
    }
    return logits;
  }
}
