package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a zip archive, in the order in which its directory lists them.
 *
 * @param name what it is called in the paths of its pictures
 */
record ZipPile(Path file, String name) implements Pile {
  /** More of one picture is not unpacked. */
  static final int MOST_BYTES = 256 << 20;

  @Override
  public PileEntries entries() {
    return new Walk(file, name);
  }

  private static final class Walk implements PileEntries {
    private final Path file;
    private final String archive;
    private @Nullable ZipFile zip;
    private @Nullable Enumeration<? extends ZipEntry> all;
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
        if (all == null) {
          zip = open(file);
          all = zip.entries();
        }
        return nextOf(zip, all);
      } catch (IOException e) {
        isBroken = true;
        return PileEntry.broken(archive, problem(e, file, archive));
      }
    }

    private @Nullable PileEntry nextOf(@Nullable ZipFile zip, Enumeration<? extends ZipEntry> all) {
      while (zip != null && all.hasMoreElements()) {
        ZipEntry each = all.nextElement();
        if (!each.isDirectory() && Pile.isPicture(each.getName())) {
          return new PileEntry(archive + "/" + each.getName(), () -> bytes(zip, each), true);
        }
      }
      return null;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readNBytes(MOST_BYTES);
      }
    }

    /** Names that are no UTF-8 come from other programs' code pages; each byte is a letter then. */
    private static ZipFile open(Path file) throws IOException {
      try {
        return new ZipFile(file.toFile());
      } catch (ZipException e) {
        return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
      }
    }

    @Override
    public void close() {
      try {
        if (zip != null) {
          zip.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What is said of an archive that cannot be opened or is damaged. */
  static Problem problem(IOException e, Path file, String archive) {
    return Files.exists(file)
        ? new Problem(e, "problem.pile.archive", archive)
        : new Problem("problem.file.missing", archive);
  }
}
