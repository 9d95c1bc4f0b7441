package dev.inkling.evaluate;

import dev.inkling.data.Classes;
import dev.inkling.data.Digits;
import dev.inkling.data.RemoteImages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The label errors that are known of MNIST's test set: Northcutt, Athalye, Mueller: Pervasive Label
 * Errors in Test Sets Destabilize Machine Learning Benchmarks, 2021, shown at labelerrors.com. Of
 * 100 images that a network doubted, these are the {@value #KNOWN} whose label fewer than three of
 * five people agreed with, by {@code mturk/mnist_mturk.json} of github.com/cleanlab/label-errors,
 * commit 5457895.
 */
public final class LabelErrors {
  /** The paper counts as many. */
  static final int KNOWN = 15;

  /** In place of a label where no three of the five people agreed on one. */
  private static final int NO_LABEL = -1;

  /** What at least three people read, by the image's index in the test file. */
  private static final Map<Integer, Integer> MNIST = mnist();

  private static final LabelErrors NONE = new LabelErrors(Map.of());

  private final Map<Integer, Integer> suggested;

  private LabelErrors(Map<Integer, Integer> suggested) {
    this.suggested = suggested;
  }

  private static Map<Integer, Integer> mnist() {
    Map<Integer, Integer> errors = new LinkedHashMap<>();
    errors.put(947, 9);
    errors.put(1621, 6);
    errors.put(1901, 4);
    errors.put(2130, NO_LABEL);
    errors.put(2462, 0);
    errors.put(2597, 3);
    errors.put(2654, NO_LABEL);
    errors.put(3520, NO_LABEL);
    errors.put(3558, 0);
    errors.put(5937, 3);
    errors.put(6651, 6);
    errors.put(6783, 6);
    errors.put(8527, NO_LABEL);
    errors.put(9679, NO_LABEL);
    errors.put(9729, 6);
    return errors;
  }

  /** Those known of these images: none, unless they are MNIST's test set, told by its checksum. */
  public static LabelErrors of(Digits digits) {
    return Classes.areDigits(digits.classes()) && RemoteImages.MNIST.isTest(digits)
        ? new LabelErrors(MNIST)
        : NONE;
  }

  /** Number of images whose label is known to be wrong. */
  public int count() {
    return suggested.size();
  }

  /** Their indices, rising. */
  public Set<Integer> indices() {
    return suggested.keySet();
  }

  /** True when the label of image {@code i} is known to be wrong. */
  public boolean isKnown(int i) {
    return suggested.containsKey(i);
  }

  /** What people read instead; empty where they did not agree, or no error is known. */
  public OptionalInt suggested(int i) {
    int label = suggested.getOrDefault(i, NO_LABEL);
    return label == NO_LABEL ? OptionalInt.empty() : OptionalInt.of(label);
  }
}
