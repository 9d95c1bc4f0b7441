package dev.inkling.file;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why something could not be written: a full disk asks for another remedy than a locked folder. */
public final class WriteProblem {
  /** As Linux, macOS and Windows say it; other languages are known by the room that is left. */
  private static final Pattern FULL =
      Pattern.compile("No space left|Disk quota exceeded|not enough space|disk is full");

  private static final String UNWRITABLE = "problem.file.unwritable";

  private static final long HARDLY_ANYTHING = 64 << 10;

  private WriteProblem() {}

  /**
   * The problem with a file or folder.
   *
   * @param key of its sentence where the disk is not full; it gets the place alone
   */
  public static Problem of(IOException e, String key, Path place) {
    if (key.equals(UNWRITABLE) && Files.isDirectory(place)) {
      return new Problem(e, "problem.file.notAFile", place);
    }
    return new Problem(e, isFull(e, place) ? "problem.disk.full" : key, place);
  }

  /** True when there was no room for it. */
  static boolean isFull(IOException e, Path place) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (FULL.matcher(String.valueOf(cause.getMessage())).find()) {
        return true;
      }
    }
    return room(place) < HARDLY_ANYTHING;
  }

  /** Bytes that the disk of a place has left; where nobody knows, more than enough. */
  private static long room(Path place) {
    @Nullable Path there = place.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
