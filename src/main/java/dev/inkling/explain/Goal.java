package dev.inkling.explain;

import dev.inkling.model.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * What a network is to read in place of what it reads.
 *
 * @param own the class that it reads now, counted from 0
 * @param target the class that it is to read; null for any other
 */
record Goal(int own, @Nullable Integer target) {
  /** Whether it is what is read now. */
  boolean isReached() {
    return target != null && target == own;
  }

  private int one() {
    return target == null ? own : target;
  }

  /** By how much what is wanted is before the likeliest other, in logits; above 0 it is read. */
  double gained(float[] logits) {
    double other = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logits.length; k++) {
      other = k == one() ? other : Math.max(other, logits[k]);
    }
    return target == null ? other - logits[one()] : logits[one()] - other;
  }

  /**
   * The gradient of log p for what is wanted, or of −log p for what is read, by the logits. It is
   * divided by 1 − p, or nothing would be left of it in float where a network is sure.
   */
  float[] seed(float[] logits) {
    float[] rest = logits.clone();
    rest[one()] = Float.NEGATIVE_INFINITY;
    float[] others = Classifier.softmax(rest, 0, rest.length, 1);
    float sign = target == null ? -1 : 1;
    float[] seed = new float[logits.length];
    for (int k = 0; k < seed.length; k++) {
      seed[k] = sign * ((k == one() ? 1 : 0) - others[k]);
    }
    return seed;
  }
}
