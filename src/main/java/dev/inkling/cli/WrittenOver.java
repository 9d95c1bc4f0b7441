package dev.inkling.cli;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is read from being written over: by a slip of the hand a data set would be gone. */
final class WrittenOver {
  private WrittenOver() {}

  /**
   * Looks before anything is done.
   *
   * @param out is to be written; null for nothing
   * @param read files that are read, whether they are there or not
   * @throws Problem when it is one of them, by whatever name
   */
  static void refuse(@Nullable Path out, List<Path> read) {
    if (out != null && Files.isRegularFile(out) && read.stream().anyMatch(in -> isSame(in, out))) {
      throw new UsageProblem("cli.writtenOver", out);
    }
  }

  private static boolean isSame(Path in, Path out) {
    try {
      return Files.isSameFile(in, out);
    } catch (IOException e) {
      return false; // it is not there, or reading it says what is wrong
    }
  }
}
