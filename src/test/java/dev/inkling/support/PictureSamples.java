package dev.inkling.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The seven of {@link Pictures}, dark grey (#202020) on white, 140 pixels wide, in formats that
 * Java cannot write; made with ImageMagick 6 and {@code -strip}, see the names in {@code
 * src/test/resources/dev/inkling/image}.
 */
public final class PictureSamples {
  private PictureSamples() {}

  /** A picture's file. */
  public static byte[] bytes(String name) {
    try (InputStream in = PictureSamples.class.getResourceAsStream("/dev/inkling/image/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
