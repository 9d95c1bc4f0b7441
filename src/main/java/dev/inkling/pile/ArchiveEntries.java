package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
  /**
   * A picture with more bytes is not unpacked: each of the shares of a pile may hold one, three for
   * each reader, and half of the memory is for them.
   */
  static final int MOST_BYTES =
      (int) Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 2 / (3L * PileRun.threads()));

  /** Where the bytes of a picture with some path come from. */
  interface Source {
    byte[] bytes(String path) throws IOException;
  }

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
      A opened = archive == null ? openFile() : archive;
      archive = opened;
      return next(opened);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      isBroken = true;
      return PileEntry.broken(name, problem(e));
    }
  }

  private A openFile() throws IOException {
    FilePile.check(file, name);
    return open(file);
  }

  /** A picture in the archive, whose bytes are there until the next one is asked for. */
  PileEntry entry(String picture, Source source) {
    String path = name + "/" + picture;
    return new PileEntry(path, () -> source.bytes(path), true);
  }

  /**
   * All bytes of a picture.
   *
   * @param size how many the archive says they are, which need not be so
   * @param path what a problem calls it
   */
  static byte[] bytes(InputStream in, long size, String path) throws IOException {
    byte[] bytes = size > MOST_BYTES ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
    if (Math.max(size, bytes.length) > MOST_BYTES) {
      throw new Problem("problem.pile.large", path, MOST_BYTES >> 20);
    }
    return bytes;
  }

  private Problem problem(Throwable e) {
    return switch (e) {
      case Problem known -> known;
      case Exception _ when !Files.isReadable(file) ->
          new Problem(e, "problem.file.unreadable", name);
      case Exception broken -> new Problem(e, sentence(broken), name);
      default -> Problem.of(e);
    };
  }

  /** Key of the sentence that says why the archive, which is there, cannot be read. */
  String sentence(Exception e) {
    return "problem.pile.archive";
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
