package dev.inkling.data;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a label that is wrong. The image is told by its pixels, so that it is known
 * wherever it stands, in whatever order.
 *
 * @param image the first 16 hexadecimal digits of the SHA-256 of its 784 bytes
 * @param given the class that its label says, by name
 * @param label the class that it is of, by name; null for an image that is to be left out
 */
public record Correction(String image, String given, @Nullable String label) {
  /** False for what a file may hold and is none. */
  @SuppressWarnings("ConstantValue") // Gson sets what a file does not have to null
  boolean isWhole() {
    return image != null && image.matches("[0-9a-f]{16}") && given != null && !given.equals(label);
  }
}
