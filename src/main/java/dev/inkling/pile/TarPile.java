package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a tar archive, packed or not, in the order in which they lie there. Hard links
 * are the pictures that they stand for.
 *
 * @param name what it is called in the paths of its pictures
 */
record TarPile(Path file, String name) implements Pile {
  /** What such archives' names end in, in small letters. */
  static final List<String> ENDINGS = List.of(".tar", ".tar.gz", ".tgz");

  @Override
  public PileEntries entries() {
    return new Walk(file, name);
  }

  private record Opened(TarInput tar, TarLinks links) implements Closeable {
    @Override
    public void close() throws IOException {
      tar.close();
      links.close();
    }
  }

  private static final class Walk extends ArchiveEntries<Opened> {
    Walk(Path file, String name) {
      super(file, name);
    }

    @Override
    Opened open(Path file) throws IOException {
      return new Opened(TarInput.open(file), new TarLinks(file));
    }

    @Override
    @Nullable PileEntry next(Opened opened) throws IOException {
      TarInput tar = opened.tar;
      for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
        TarArchiveEntry member = each;
        if (!each.isDirectory() && Pile.isPicture(each.getName())) {
          return entry(each.getName(), path -> bytes(opened, member, path));
        }
      }
      return null;
    }

    private static byte[] bytes(Opened opened, TarArchiveEntry member, String path)
        throws IOException {
      if (member.isFIFO() || member.isCharacterDevice() || member.isBlockDevice()) {
        throw new Problem("problem.file.special", path);
      }
      if (!member.isLink() && !member.isSymbolicLink()) {
        return bytes(opened.tar, member.getRealSize(), path);
      }
      byte[] linked = member.isLink() ? opened.links.bytes(member, path) : null;
      if (linked == null) {
        throw new Problem("problem.pile.link", path, member.getLinkName());
      }
      return linked;
    }
  }
}
