package dev.inkling.pile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a tar archive, packed or not, in the order in which they lie there.
 *
 * @param name what it is called in the paths of its pictures
 */
record TarPile(Path file, String name) implements Pile {
  /** What such archives' names end in, in small letters. */
  static final List<String> ENDINGS = List.of(".tar", ".tar.gz", ".tgz");

  private static final int BUFFER = 1 << 16;

  @Override
  public PileEntries entries() {
    return new Walk(file, name);
  }

  private static final class Walk implements PileEntries {
    private final Path file;
    private final String archive;
    private @Nullable TarInput in;
    private boolean isBroken;

    Walk(Path file, String archive) {
      this.file = file;
      this.archive = archive;
    }

    @Override
    public @Nullable PileEntry next() {
      if (isBroken) {
        return null;
      }
      try {
        TarInput tar = in == null ? open() : in;
        in = tar;
        return nextOf(tar);
      } catch (IOException e) {
        isBroken = true;
        return PileEntry.broken(archive, ZipPile.problem(e, file, archive));
      }
    }

    private @Nullable PileEntry nextOf(TarInput tar) throws IOException {
      for (String name = tar.next(); name != null; name = tar.next()) {
        if (Pile.isPicture(name)) {
          return new PileEntry(archive + "/" + name, () -> tar.bytes(ZipPile.MOST_BYTES), true);
        }
      }
      return null;
    }

    private TarInput open() throws IOException {
      InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      raw.mark(2);
      boolean isPacked = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return new TarInput(
          isPacked ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw);
    }

    @Override
    public void close() {
      try {
        if (in != null) {
          in.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
