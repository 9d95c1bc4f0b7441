package dev.inkling.cli;

import dev.inkling.file.NamedPath;
import dev.inkling.image.PictureFiles;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The pictures that a user names: a file, a folder with pictures, or {@code -} for names in
 * standard input, a line each, which has no limit as a command line has.
 */
final class PictureNames {
  /** Stands for names that come in standard input. */
  static final String STANDARD_INPUT = "-";

  private PictureNames() {}

  /** All that is meant, as it comes in; a name that is none comes as a problem that it throws. */
  static Stream<String> of(List<String> named) {
    Iterable<String> names = () -> of(named, () -> false);
    return StreamSupport.stream(names.spliterator(), false);
  }

  /** Likewise, as long as somebody wants more of them. */
  static Iterator<String> of(List<String> named, BooleanSupplier isOver) {
    List<Iterator<String>> parts = new ArrayList<>();
    for (String name : named) {
      parts.add(name.equals(STANDARD_INPUT) ? new StandardInput(isOver) : List.of(name).iterator());
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (!parts.isEmpty() && !parts.getFirst().hasNext()) {
          parts.removeFirst();
        }
        return !parts.isEmpty();
      }

      @Override
      public String next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return parts.getFirst().next();
      }
    };
  }

  /**
   * A file itself, or the pictures of a folder in the order of their names.
   *
   * @throws Problem when there is none
   */
  static List<Path> files(String name) {
    return PictureFiles.in(NamedPath.of(name));
  }
}
