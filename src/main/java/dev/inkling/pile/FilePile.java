package dev.inkling.pile;

import dev.inkling.file.NamedPath;
import dev.inkling.image.PictureFile;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One picture, whatever its name is. */
record FilePile(Path file) implements Pile {
  @Override
  public PileEntries entries() {
    return new PileEntries() {
      private boolean isOver;

      @Override
      public @Nullable PileEntry next() {
        if (isOver) {
          return null;
        }
        isOver = true;
        return entry(file);
      }
    };
  }

  /** A file of the disk, opened when it is wanted. */
  static PileEntry entry(Path file) {
    return new PileEntry(
        file.toString(),
        () -> {
          check(file, file);
          return PictureFile.bytes(file);
        },
        false);
  }

  /**
   * Looks whether a file is one: who opens a pipe may wait for ever, and a device may have no end.
   *
   * @param name what a problem calls it
   * @throws Problem when it is none
   */
  static void check(Path file, Object name) {
    if (!Files.isRegularFile(file)) {
      NamedPath.checkFile(file, name);
      throw new Problem("problem.file.special", name);
    }
  }
}
