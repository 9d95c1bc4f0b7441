package dev.inkling.ui.pile;

import dev.inkling.pile.PileTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of a table that nobody asked for yet. It goes with the table, at the latest with the
 * program, and so does what stands beside it until it is whole.
 */
final class TemporaryTable {
  private volatile @Nullable Path file;

  /** The file, made now where it is not there yet. */
  Path file() throws IOException {
    Path made = file;
    if (made == null) {
      made = Files.createTempFile("inkling-pile", ".csv");
      made.toFile().deleteOnExit();
      PileTable.beside(made).toFile().deleteOnExit();
      file = made;
    }
    return made;
  }

  /**
   * Deletes what was made, once nobody writes it any more.
   *
   * @return whether there was anything
   */
  boolean delete() throws IOException {
    Path made = file;
    if (made == null) {
      return false;
    }
    Files.deleteIfExists(PileTable.beside(made));
    return Files.deleteIfExists(made);
  }
}
