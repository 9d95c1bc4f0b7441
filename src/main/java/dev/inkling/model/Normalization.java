package dev.inkling.model;

import java.util.Map;

/**
 * What is done to a pixel before the network sees it: (ink − mean) / std.
 *
 * @param mean in ink, 0…1
 * @param std in ink, above 0
 */
public record Normalization(float mean, float std) {
  /** Mean and standard deviation of MNIST's 60,000 training images. */
  public static final Normalization MNIST = new Normalization(0.1307f, 0.3081f);

  /** From 0…1 to −1…1. */
  public static final Normalization SYMMETRIC = new Normalization(0.5f, 0.5f);

  /** Ink as it is, 0…1. */
  public static final Normalization NONE = new Normalization(0, 1);

  /** Those that have a name. */
  public static final Map<String, Normalization> NAMED =
      Map.of("mnist", MNIST, "symmetric", SYMMETRIC, "none", NONE);

  /** Its name; where it has none, mean and standard deviation with a comma between them. */
  public String name() {
    return NAMED.entrySet().stream()
        .filter(entry -> entry.getValue().equals(this))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(mean + "," + std);
  }

  /** False for what a file may say that no pixel can go through. */
  public boolean isPossible() {
    return Float.isFinite(mean) && Float.isFinite(std) && std > 0;
  }

  /** The network's input for a pixel's ink. */
  public float apply(float ink) {
    return (ink - mean) / std;
  }

  /** Turns the ink of {@code count} pixels, from {@code from} on, into the network's input. */
  public void apply(float[] pixels, int from, int count) {
    for (int p = from; p < from + count; p++) {
      pixels[p] = apply(pixels[p]);
    }
  }

  /** The ink of a pixel that a network's input was made of. */
  public float ink(float input) {
    return input * std + mean;
  }
}
