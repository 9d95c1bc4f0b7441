package dev.inkling.support;

import dev.inkling.data.Digits;
import dev.inkling.evaluate.Predictions;

/** What a model might have read, by hand. */
public final class Readings {
  private Readings() {}

  /** Blank images with these labels. */
  public static Digits labeled(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return new Digits(new byte[labels.length * Digits.PIXELS], bytes);
  }

  /** Certain of a class. */
  public static float[] sure(int label) {
    return sure(label, 1);
  }

  /** A confidence in a class, and the rest in the next one; above 0.5. */
  public static float[] sure(int label, double confidence) {
    float[] probabilities = new float[Digits.CLASSES];
    probabilities[label] = (float) confidence;
    probabilities[(label + 1) % Digits.CLASSES] += (float) (1 - confidence);
    return probabilities;
  }

  /** Predictions of a model named {@code hand} on images with these labels. */
  public static Predictions predictions(Digits digits, float[]... probabilities) {
    return new Predictions("hand", "cases", digits, probabilities);
  }

  /** Certain predictions. */
  public static Predictions predictions(Digits digits, int... read) {
    float[][] probabilities = new float[read.length][];
    for (int i = 0; i < read.length; i++) {
      probabilities[i] = sure(read[i]);
    }
    return predictions(digits, probabilities);
  }
}
