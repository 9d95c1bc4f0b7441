package dev.inkling.pile;

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
          if (!Files.exists(file)) {
            throw new Problem("problem.file.missing", file);
          }
          return PictureFile.bytes(file);
        },
        false);
  }
}
