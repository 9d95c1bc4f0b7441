package dev.inkling.pile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
  @Override
  public PileEntries entries() {
    return new Walk(file, name);
  }

  /** The archive, and those of its entries that were not passed yet. */
  private record Opened(ZipFile zip, Enumeration<? extends ZipEntry> entries) implements Closeable {
    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  private static final class Walk extends ArchiveEntries<Opened> {
    Walk(Path file, String name) {
      super(file, name);
    }

    @Override
    Opened open(Path file) throws IOException {
      ZipFile zip = zip(file);
      return new Opened(zip, zip.entries());
    }

    /** Names that are no UTF-8 come from other programs' code pages; each byte is a letter then. */
    private static ZipFile zip(Path file) throws IOException {
      try {
        return new ZipFile(file.toFile());
      } catch (ZipException e) {
        return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
      }
    }

    @Override
    @Nullable PileEntry next(Opened opened) {
      while (opened.entries.hasMoreElements()) {
        ZipEntry each = opened.entries.nextElement();
        if (!each.isDirectory() && Pile.isPicture(each.getName())) {
          return entry(each.getName(), path -> bytes(opened.zip, each, path));
        }
      }
      return null;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry, String path) throws IOException {
      try (InputStream in = zip.getInputStream(entry)) {
        return bytes(in, entry.getSize(), path);
      }
    }

    /** Java opens no archive with a member that it cannot unpack, and says why in words alone. */
    @Override
    String sentence(Exception e) {
      String words = String.valueOf(e.getMessage());
      if (words.contains("encrypted")) {
        return "problem.pile.encrypted";
      }
      return words.contains("compression method") ? "problem.pile.method" : super.sentence(e);
    }
  }
}
