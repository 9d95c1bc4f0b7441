package dev.inkling.model;

import com.google.gson.Gson;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files of JSON that anybody may have written or changed. */
public final class JsonFile {
  /** Larger than any that Inkling writes; who wrote notes of a whole book is still within it. */
  static final int MAX_BYTES = 4 << 20;

  private static final Gson GSON = new Gson();

  private JsonFile() {}

  /**
   * Reads a file.
   *
   * @param type a record; its fields may be null where the file does not have them
   * @param key of the sentence, with the file as its argument, that tells what the file should be
   * @throws Problem when the file cannot be read, is larger than {@value #MAX_BYTES} bytes, or is
   *     not of this type
   */
  public static <T> T read(Path file, Class<T> type, String key) {
    String text = text(file);
    T value;
    try {
      value = GSON.fromJson(text, type);
    } catch (RuntimeException e) { // a constructor's too: whatever Gson makes of foreign text
      throw new Problem(e, key, file);
    }
    if (value == null) {
      throw new Problem(key, file);
    }
    return value;
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new Problem("problem.file.large", file, MAX_BYTES >> 20);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }
}
