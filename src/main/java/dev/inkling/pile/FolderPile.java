package dev.inkling.pile;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures in a folder and below it, those of archives too, in the order of their names. Held
 * are the names of one folder at each depth: 60 MB for a million of them. Links are followed, but
 * not to where the walk is already.
 */
record FolderPile(Path folder) implements Pile {
  @Override
  public PileEntries entries() {
    return new Walk(folder);
  }

  /** A folder and the names in it that were not passed yet, the last one first. */
  private record Level(Path folder, Path real, List<Path> names) {}

  private static final class Walk implements PileEntries {
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Path waiting;
    private @Nullable PileEntries archive;

    Walk(Path folder) {
      waiting = folder;
    }

    @Override
    public @Nullable PileEntry next() {
      while (archive != null || waiting != null || !levels.isEmpty()) {
        PileEntry found = archive != null ? nextOf(archive) : nextOfFolders();
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    private @Nullable PileEntry nextOfFolders() {
      return waiting == null ? nextName() : enter(waiting);
    }

    private @Nullable PileEntry nextOf(PileEntries entries) {
      PileEntry next = entries.next();
      if (next == null) {
        close();
      }
      return next;
    }

    /** Closes the archive that it is in. */
    @Override
    public void close() {
      if (archive != null) {
        archive.close();
        archive = null;
      }
    }

    /** The next file of the deepest folder; a folder waits to be entered, an archive is opened. */
    private @Nullable PileEntry nextName() {
      Level level = levels.getLast();
      if (level.names.isEmpty()) {
        levels.removeLast();
        return null;
      }
      Path path = level.folder.resolve(level.names.removeLast());
      if (Files.isDirectory(path)) {
        waiting = path;
        return null;
      }
      if (Pile.isArchive(path.toString())) {
        archive = Pile.archive(path, path.toString()).entries();
        return null;
      }
      return Pile.isPicture(path.toString()) ? FilePile.entry(path) : null;
    }

    /** Goes into a folder; what cannot be opened is an entry that says so. */
    private @Nullable PileEntry enter(Path folder) {
      waiting = null;
      try {
        Path real = folder.toRealPath();
        if (levels.stream().noneMatch(level -> level.real.equals(real))) {
          levels.addLast(new Level(folder, real, names(folder)));
        }
        return null;
      } catch (IOException | DirectoryIteratorException e) {
        return PileEntry.broken(
            folder.toString(), new Problem(e, "problem.file.unreadable", folder));
      }
    }

    private static boolean isWanted(String name) {
      return Pile.isPicture(name) || Pile.isArchive(name);
    }

    /**
     * Pictures, archives and folders, by their names' bytes, so that no language changes the order.
     */
    private static List<Path> names(Path folder) throws IOException {
      List<Path> names = new ArrayList<>();
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path each : all) {
          Path name = each.getFileName();
          if (isWanted(name.toString()) || Files.isDirectory(each)) {
            names.add(name);
          }
        }
      }
      names.sort(Collections.reverseOrder());
      return names;
    }
  }
}
