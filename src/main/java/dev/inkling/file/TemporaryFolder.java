package dev.inkling.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what passes: JavaFX puts its fonts there, and without them icons are boxes. */
public final class TemporaryFolder {
  private static final String PROPERTY = "java.io.tmpdir";

  private TemporaryFolder() {}

  /**
   * Takes a folder of our own where the system's cannot be written. It has to be called before
   * anything asks for a temporary file: Java looks once.
   *
   * @param cache of the user
   */
  public static void ensure(Path cache) {
    Path own = cache.resolve("tmp");
    if (!isWritable(NamedPath.of(System.getProperty(PROPERTY, ""))) && isWritable(made(own))) {
      System.setProperty(PROPERTY, own.toString());
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      return folder; // and so it cannot be written
    }
  }

  private static boolean isWritable(Path folder) {
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }
}
