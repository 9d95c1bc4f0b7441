package dev.inkling.cli;

import dev.inkling.file.AtomicFile;
import dev.inkling.file.WriteProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes what somebody asked for into a file of text. */
final class TextFile {
  private TextFile() {}

  /**
   * Writes a file; on a failure an older one stays.
   *
   * @throws dev.inkling.text.Problem when it cannot be written
   */
  static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Likewise what writes itself. */
  static void write(Path file, AtomicFile.Content content) {
    try {
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.file.unwritable", file);
    }
  }
}
