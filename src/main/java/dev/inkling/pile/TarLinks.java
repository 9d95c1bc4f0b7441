package dev.inkling.pile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the hard links of a tar archive stand for: a member that lies before the link, where its
 * walk cannot go back to. A second walk reads it. It goes on from link to link, as they mostly come
 * in the order of what they link to, and begins anew where they do not.
 */
final class TarLinks implements Closeable {
  private final Path file;
  private @Nullable TarInput tar;

  /** Many links may follow each other that stand for the same. */
  private @Nullable String lastName;

  private byte @Nullable [] last;

  TarLinks(Path file) {
    this.file = file;
  }

  /**
   * The bytes that a hard link stands for; null when they do not come before it.
   *
   * @param path what a problem calls it
   */
  byte @Nullable [] bytes(TarArchiveEntry link, String path) throws IOException {
    if (link.getLinkName().equals(lastName)) {
      return last;
    }
    boolean isFresh = tar == null;
    byte[] found = search(link, path);
    if (found == null && !isFresh) {
      close();
      found = search(link, path);
    }
    lastName = link.getLinkName();
    last = found;
    return found;
  }

  /** From where it is to the link itself. */
  private byte @Nullable [] search(TarArchiveEntry link, String path) throws IOException {
    TarInput from = tar == null ? TarInput.open(file) : tar;
    tar = from;
    for (TarArchiveEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
      if (each.isLink()) {
        if (each.getName().equals(link.getName())) {
          break;
        }
      } else if (each.getName().equals(link.getLinkName())) {
        return ArchiveEntries.bytes(from, each.getRealSize(), path);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (tar != null) {
      tar.close();
      tar = null;
    }
  }
}
