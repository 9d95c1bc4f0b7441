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
   * What a name stands for: a folder with all that is in it and below, a zip or tar archive, or one
   * picture.
   *
   * @throws Problem when no file can be called so; one that is not there is an entry that says so
   */
  static Pile of(String name) {
    Path path = NamedPath.of(name);
    String small = name.toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      return new FolderPile(path);
    }
    if (small.endsWith(".zip")) {
      return new ZipPile(path);
    }
    return TarPile.ENDINGS.stream().anyMatch(small::endsWith)
        ? new TarPile(path)
        : new FilePile(path);
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
