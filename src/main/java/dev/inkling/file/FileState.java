package dev.inkling.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file at a moment. Its time alone would not do: a system's clock may tick too seldom to tell two
 * changes apart.
 *
 * @param key of the file itself, another one when it was replaced; null where a system has none
 */
public record FileState(FileTime changed, long size, @Nullable Object key) {
  /** Files as they are now; those that are not there are left out. */
  public static List<FileState> of(List<Path> files) {
    return files.stream().flatMap(file -> of(file).stream()).toList();
  }

  private static Optional<FileState> of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new FileState(now.lastModifiedTime(), now.size(), now.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
