package dev.inkling.spark;

import dev.inkling.pile.Pile;
import dev.inkling.pile.PileEntries;
import dev.inkling.pile.PileEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** An archive that was fetched to the disk where the task is, as a zip is read from its end. */
final class FetchedArchive implements AutoCloseable {
  private final java.nio.file.Path copy;
  private final PileEntries entries;

  private FetchedArchive(java.nio.file.Path copy, PileEntries entries) {
    this.copy = copy;
    this.entries = entries;
  }

  /**
   * Fetches an archive.
   *
   * @param name what its pictures' paths begin with
   * @throws IOException when it cannot be read
   */
  static FetchedArchive of(Path file, String name, Configuration hadoop) throws IOException {
    java.nio.file.Path copy = Files.createTempFile("inkling-archive", null);
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new FetchedArchive(copy, Pile.archive(copy, name).entries());
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /** The next picture, its bytes in memory, or null when there is none. */
  @Nullable PileEntry next() {
    PileEntry entry = entries.next();
    return entry == null ? null : entry.hold();
  }

  /** Takes the copy away; a second time does nothing. */
  @Override
  public void close() {
    entries.close();
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
