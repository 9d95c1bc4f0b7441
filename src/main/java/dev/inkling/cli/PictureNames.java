package dev.inkling.cli;

import dev.inkling.file.NamedPath;
import dev.inkling.image.PictureFiles;
import dev.inkling.text.Problem;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pictures that a user names: a file, a folder with pictures, or {@code -} for names in
 * standard input, a line each, which has no limit as a command line has.
 */
final class PictureNames {
  private static final String STANDARD_INPUT = "-";

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
    return PictureFiles.in(NamedPath.of(name));
  }

  private static Stream<String> standardInput() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        .lines()
        .filter(line -> !line.isBlank());
  }
}
