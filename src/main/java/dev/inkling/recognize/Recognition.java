package dev.inkling.recognize;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.image.GreyImage;

/**
 * What the network read.
 *
 * @param framed the 28×28 picture it saw, null on a blank pad
 * @param probabilities of the ten digits, null on a blank pad
 */
public record Recognition(GreyImage framed, float[] probabilities) {
  /** What is read on a blank pad: nothing. */
  public static final Recognition BLANK = new Recognition(null, null);

  /** True when there was no ink to read. */
  public boolean isBlank() {
    return probabilities == null;
  }

  /** The most probable digit; not on a blank pad. */
  public int digit() {
    return Evaluation.best(probabilities);
  }

  /** The probability of the most probable digit, 0…1; not on a blank pad. */
  public float confidence() {
    return probabilities[digit()];
  }
}
