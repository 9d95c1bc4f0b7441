package dev.inkling.recognize;

import dev.inkling.data.Classes;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.image.GreyImage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the network read.
 *
 * @param framed the 28×28 picture it saw, null on a blank pad
 * @param probabilities of the classes, null on a blank pad
 * @param isDigit false when the network takes it for something else
 * @param classes names of the classes, in the order of the probabilities
 */
public record Recognition(
    @Nullable GreyImage framed,
    float @Nullable [] probabilities,
    boolean isDigit,
    List<String> classes) {
  /** Below this confidence it says which two digits it hesitates between. */
  private static final float SURE = 0.8f;

  /** What is read on a blank pad: nothing. */
  public static final Recognition BLANK = new Recognition(null, null, false);

  /** What is read by a network that tells digits apart. */
  public Recognition(
      @Nullable GreyImage framed, float @Nullable [] probabilities, boolean isDigit) {
    this(framed, probabilities, isDigit, Classes.DIGITS);
  }

  /** What is taken for a digit in any case. */
  public Recognition(GreyImage framed, float[] probabilities) {
    this(framed, probabilities, true);
  }

  /** The 28×28 picture it saw; not on a blank pad. */
  @Override
  public GreyImage framed() {
    return Objects.requireNonNull(framed, "blank");
  }

  /** What the most probable class is called; not on a blank pad. */
  public String name() {
    return classes.get(digit());
  }

  /** True for a network of digits that reads this one. */
  boolean is(int wanted) {
    return Classes.areDigits(classes) && digit() == wanted;
  }

  /** The probabilities of the classes; not on a blank pad. */
  @Override
  public float[] probabilities() {
    return Objects.requireNonNull(probabilities, "blank");
  }

  /** True when there was no ink to read. */
  public boolean isBlank() {
    return probabilities == null;
  }

  /**
   * The most probable class, counted from 0: of a network of digits the digit; not on a blank pad.
   */
  public int digit() {
    return Evaluation.best(probabilities());
  }

  /** The probability of the most probable digit, 0…1; not on a blank pad. */
  public float confidence() {
    return probabilities()[digit()];
  }

  /** True when it is a digit but two come into question. */
  public boolean isUnsure() {
    return isDigit && confidence() < SURE;
  }

  /** The second most probable class; not on a blank pad. */
  public int second() {
    float[] others = probabilities().clone();
    others[digit()] = -1;
    return Evaluation.best(others);
  }
}
