package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.io.IOException;

/**
 * A picture of a pile, not read yet.
 *
 * @param path how people find it: its path, of an archive's the archive's path and its own in there
 * @param isPassing whether its bytes are only there until the walk goes on
 * @param held how many bytes it holds in memory
 */
public record PileEntry(String path, Source source, boolean isPassing, int held) {
  /** Where the bytes of a picture's file come from. */
  public interface Source {
    /**
     * All bytes.
     *
     * @throws Problem when that is known of it already
     */
    byte[] bytes() throws IOException;
  }

  /** A picture that is not in memory. */
  public PileEntry(String path, Source source, boolean isPassing) {
    this(path, source, isPassing, 0);
  }

  /** A picture that is in memory. */
  public static PileEntry of(String path, byte[] bytes) {
    return new PileEntry(path, () -> bytes, false, bytes.length);
  }

  /** Something that cannot be read. */
  public static PileEntry broken(String path, Problem why) {
    return new PileEntry(
        path,
        () -> {
          throw why;
        },
        false);
  }

  /**
   * The bytes of the file.
   *
   * @throws Problem when it cannot be read
   */
  public byte[] bytes() {
    try {
      return source.bytes();
    } catch (IOException e) {
      throw new Problem(e, isPassing ? "problem.pile.member" : "problem.file.unreadable", path);
    }
  }

  /** The same, to be read at any time: what is passing is read now. */
  public PileEntry hold() {
    if (!isPassing) {
      return this;
    }
    try {
      return of(path, bytes());
    } catch (RuntimeException | OutOfMemoryError e) {
      return broken(path, Problem.of(e));
    }
  }
}
