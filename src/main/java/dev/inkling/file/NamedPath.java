package dev.inkling.file;

import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The one door for names of files and folders that somebody typed, or the system handed over. */
public final class NamedPath {
  private NamedPath() {}

  /**
   * A name as a path.
   *
   * @throws Problem when no file can be called so, as where the locale's encoding lacks its letters
   */
  public static Path of(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw Problem.of(e);
    }
  }

  /** True when a file can be called so in this session. */
  public static boolean isPossible(String name) {
    try {
      return !of(name).toString().isEmpty();
    } catch (Problem e) {
      return false;
    }
  }

  /** True when a folder is there under this name, which may be any text. */
  public static boolean isFolder(String name) {
    try {
      return Files.isDirectory(of(name));
    } catch (Problem e) {
      return false;
    }
  }

  /**
   * Looks whether something that can be opened is there.
   *
   * @param name what a problem calls it
   * @throws Problem when nothing is there, or a folder
   */
  public static void checkFile(Path file, Object name) {
    if (!Files.exists(file)) {
      throw new Problem("problem.file.missing", name);
    }
    if (Files.isDirectory(file)) {
      throw new Problem("problem.file.notAFile", name);
    }
  }
}
