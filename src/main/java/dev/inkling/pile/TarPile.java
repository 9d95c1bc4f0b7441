package dev.inkling.pile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  private static final class Walk extends ArchiveEntries<TarInput> {
    Walk(Path file, String name) {
      super(file, name);
    }

    @Override
    TarInput open(Path file) throws IOException {
      InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      raw.mark(2);
      boolean isPacked = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return new TarInput(
          isPacked ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw);
    }

    @Override
    @Nullable PileEntry next(TarInput tar) throws IOException {
      for (String name = tar.next(); name != null; name = tar.next()) {
        if (Pile.isPicture(name)) {
          return entry(name, () -> tar.bytes(MOST_BYTES));
        }
      }
      return null;
    }
  }
}
