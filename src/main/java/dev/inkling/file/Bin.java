package dev.inkling.file;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was deleted in a folder, until it is brought back or a day is over. Each has a place of its
 * own in {@code .bin}, so that nothing takes the place of what another window deleted.
 */
public final class Bin {
  private static final String NAME = ".bin";

  private final Path folder;

  /**
   * The bin of a folder, which need not be there yet.
   *
   * @param of where what is deleted was
   */
  public Bin(Path of) {
    folder = of.resolve(NAME);
  }

  /**
   * Moves a folder into the bin.
   *
   * @param name of its place there, which gets a number where it is taken
   * @return its place
   * @throws Problem when it cannot be moved
   */
  public Path put(Path deleted, String name) {
    Path place = move(deleted, folder, name);
    try {
      Files.setLastModifiedTime(place, FileTime.from(Instant.now())); // when it was deleted
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", place);
    }
    return place;
  }

  /**
   * Moves a folder to NAME, or where there is one already to NAME-2 and so on.
   *
   * @throws Problem when it cannot be moved
   */
  public static Path move(Path from, Path to, String name) {
    try {
      return Folders.move(from, to, name, Set.of());
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", to);
    }
  }

  /** What is in it, the one that was deleted last first. */
  public List<Path> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted(Comparator.comparing(Bin::time).reversed()).toList();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  /** Of what another window has brought back meanwhile, the beginning of time. */
  private static FileTime time(Path deleted) {
    try {
      return Files.getLastModifiedTime(deleted);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Deletes for good what has been in it for a day; the rest can still be brought back. */
  public void empty() {
    for (Path each : list()) {
      try {
        if (Leftovers.isOld(each)) {
          Folders.delete(each);
        }
      } catch (IOException e) {
        throw WriteProblem.of(e, "problem.folder.unwritable", folder);
      }
    }
  }
}
