package dev.inkling.pile;

import dev.inkling.file.NamedPath;
import dev.inkling.image.PictureFiles;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures that lie together. A kind is a class that knows how to walk through itself. */
public sealed interface Pile permits FilePile, FolderPile, ListPile, TarPile, ZipPile {
  /**
   * Goes through it from the beginning: always in the same order while nobody changes it. Nothing
   * of it is held but what is needed to go on, names at most.
   */
  PileEntries entries();

  /**
   * What a name stands for: a folder with all that is in it and below, archives too; a zip or tar
   * archive; or one picture.
   *
   * @throws Problem when no file can be called so; one that is not there is an entry that says so
   */
  static Pile of(String name) {
    Path path = NamedPath.of(name);
    if (Files.isDirectory(path)) {
      return new FolderPile(path);
    }
    return isArchive(name) ? archive(path, name) : new FilePile(path);
  }

  /** Whether a file is an archive, by its name. */
  static boolean isArchive(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return isZip(small) || TarPile.ENDINGS.stream().anyMatch(small::endsWith);
  }

  private static boolean isZip(String small) {
    return small.endsWith(".zip");
  }

  /**
   * The pictures of an archive.
   *
   * @param name what it is called, which need not be the file's name: a copy's is another
   */
  static Pile archive(Path file, String name) {
    return isZip(name.toLowerCase(Locale.ROOT)) ? new ZipPile(file, name) : new TarPile(file, name);
  }

  /**
   * Whether a file or folder is a pile rather than some pictures to look at one by one: an archive,
   * or a folder with others in it or with more pictures than that.
   *
   * @param few so many pictures are none
   */
  static boolean isOne(Path path, int few) {
    Pile pile = of(path.toString());
    if (!(pile instanceof FolderPile)) {
      return !(pile instanceof FilePile);
    }
    try (PileEntries entries = pile.entries()) {
      int count = 0;
      for (PileEntry next = entries.next(); next != null; next = entries.next()) {
        count++;
        if (count > few || !path.equals(Path.of(next.path()).getParent())) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The bytes of a picture by the path of its row, which may lead into an archive.
   *
   * @throws Problem when it is not there any more
   */
  static byte[] bytes(String path) {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      Pile archive = of(path.substring(0, slash));
      if (archive instanceof ZipPile || archive instanceof TarPile) {
        return bytes(archive, path);
      }
    }
    return FilePile.entry(NamedPath.of(path)).bytes();
  }

  private static byte[] bytes(Pile archive, String path) {
    try (PileEntries entries = archive.entries()) {
      for (PileEntry next = entries.next(); next != null; next = entries.next()) {
        if (PileRow.valid(next.path()).equals(path)) {
          return next.bytes();
        }
      }
    }
    throw new Problem("problem.file.missing", path);
  }

  /**
   * Whether a file is a picture, by the last part of its name; not what macOS puts beside one under
   * its name.
   */
  static boolean isPicture(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return PictureFiles.isNamed(last) && !last.startsWith("._");
  }
}
