package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.model.Softmax;
import java.util.Arrays;

/** Cross-entropy between targets and the softmax of what a network gives, mean over a batch. */
public final class CrossEntropy {
  private final float[] targets;
  private final int classes;
  private final int count;
  private final double[] losses;

  /**
   * The loss of a batch.
   *
   * @param targets probabilities, (count, classes) row-major
   * @param classes how many there are
   */
  public CrossEntropy(float[] targets, int classes) {
    this.targets = targets;
    this.classes = classes;
    count = targets.length / classes;
    losses = new double[count];
  }

  /**
   * What a network should give for images of classes.
   *
   * @param labels a class for each, or {@link Digits#NONE} for what is of none: all alike
   * @param smoothing part of 1 that is dealt out to all classes
   * @return probabilities, (labels, classes) row-major
   */
  public static float[] targets(int[] labels, int classes, double smoothing) {
    float[] targets = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      setTarget(targets, i, classes, labels[i], smoothing);
    }
    return targets;
  }

  /** Writes the row of one image, see {@link #targets}. */
  static void setTarget(float[] targets, int image, int classes, int label, double smoothing) {
    float shared = label == Digits.NONE ? 1 : (float) smoothing;
    int from = image * classes;
    Arrays.fill(targets, from, from + classes, shared / classes);
    if (label != Digits.NONE) {
      targets[from + label] += 1 - shared;
    }
  }

  /** The loss of each image, in nats; there after {@link #gradient}. */
  public double[] losses() {
    return losses.clone();
  }

  /** The mean of the losses, in nats, as precise as the logits; there after {@link #gradient}. */
  public float mean() {
    return (float) (Arrays.stream(losses).sum() / count);
  }

  /**
   * The loss's gradient by the logits: what is too much of each probability.
   *
   * @param logits or log-probabilities of some images, (images, classes) row-major
   * @param first number of the first of these images; each image is asked for once, by any thread
   */
  public float[] gradient(float[] logits, int first) {
    float[] gradient = new float[logits.length];
    for (int i = 0; i < logits.length / classes; i++) {
      losses[first + i] = row(logits, i * classes, first + i, gradient);
    }
    return gradient;
  }

  /** The loss of an image; its gradient is written beside the logits' place. */
  private double row(float[] logits, int from, int image, float[] gradient) {
    double normalizer = Softmax.logOfSum(logits, from, classes);
    double loss = 0;
    for (int k = 0; k < classes; k++) {
      double logProbability = logits[from + k] - normalizer;
      float target = targets[image * classes + k];
      loss -= target * logProbability;
      gradient[from + k] = (float) ((Math.exp(logProbability) - target) / count);
    }
    return loss;
  }
}
