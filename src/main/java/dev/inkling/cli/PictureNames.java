package dev.inkling.cli;

import dev.inkling.file.NamedPath;
import dev.inkling.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pictures that a user names: a file, a folder with pictures, or {@code -} for names in
 * standard input, a line each, which has no limit as a command line has.
 */
final class PictureNames {
  private static final String STANDARD_INPUT = "-";
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

  private PictureNames() {}

  /** All that is meant, as it comes in; a name that is none comes as a problem that it throws. */
  static Stream<String> of(List<String> named) {
    return named.stream()
        .flatMap(name -> name.equals(STANDARD_INPUT) ? standardInput() : Stream.of(name));
  }

  /**
   * A file itself, or the pictures of a folder in the order of their names.
   *
   * @throws Problem when there is none
   */
  static List<Path> files(String name) {
    Path path = NamedPath.of(name);
    return Files.isDirectory(path) ? pictures(path) : List.of(path);
  }

  private static List<Path> pictures(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures = files.filter(PictureNames::isPicture).sorted().toList();
      if (pictures.isEmpty()) {
        throw new Problem("problem.picture.none", folder);
      }
      return pictures;
    } catch (IOException | UncheckedIOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }

  private static Stream<String> standardInput() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.isBlank());
  }
}
