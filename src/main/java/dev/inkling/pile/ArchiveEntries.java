package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an archive, which is opened when the first picture is asked for. What is wrong with
 * it is its last entry.
 *
 * @param <A> the archive, opened
 */
abstract class ArchiveEntries<A extends Closeable> implements PileEntries {
  /** More of one picture is not unpacked. */
  static final int MOST_BYTES = 256 << 20;

  private final Path file;
  private final String name;
  private @Nullable A archive;
  private boolean isBroken;

  /**
   * A walk that has not begun.
   *
   * @param name what the archive is called in the paths of its pictures
   */
  ArchiveEntries(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  /** Opens the archive. */
  abstract A open(Path file) throws IOException;

  /** The next picture, by {@link #entry}; null at the end. */
  abstract @Nullable PileEntry next(A archive) throws IOException;

  @Override
  public @Nullable PileEntry next() {
    if (isBroken) {
      return null;
    }
    try {
      A opened = archive == null ? open(file) : archive;
      archive = opened;
      return next(opened);
    } catch (IOException e) {
      isBroken = true;
      return PileEntry.broken(name, problem(e));
    }
  }

  /** A picture in the archive, whose bytes are there until the next one is asked for. */
  PileEntry entry(String picture, PileEntry.Source bytes) {
    return new PileEntry(name + "/" + picture, bytes, true);
  }

  private Problem problem(IOException e) {
    return Files.exists(file)
        ? new Problem(e, "problem.pile.archive", name)
        : new Problem("problem.file.missing", name);
  }

  @Override
  public void close() {
    try {
      if (archive != null) {
        archive.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
