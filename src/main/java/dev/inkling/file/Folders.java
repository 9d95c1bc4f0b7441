package dev.inkling.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whole folders: made and moved under names that are free, and deleted. */
public final class Folders {
  /**
   * Folders in the order in which {@link #create} and {@link #move} named them: NAME-10 after
   * NAME-9, where by its letters it would stand before NAME-2.
   */
  public static final Comparator<Path> BY_NAME =
      Comparator.comparing(Folders::stem)
          .thenComparingInt(Folders::number)
          .thenComparing(Path::getFileName);

  private static final Pattern NUMBERED = Pattern.compile("(.*)-([1-9]\\d{0,8})");

  private Folders() {}

  private static String stem(Path folder) {
    Matcher matcher = numbered(folder);
    return matcher.matches() ? matcher.group(1) : folder.getFileName().toString();
  }

  private static int number(Path folder) {
    Matcher matcher = numbered(folder);
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 1;
  }

  private static Matcher numbered(Path folder) {
    return NUMBERED.matcher(folder.getFileName().toString());
  }

  /** Puts a folder at a place, or throws {@link FileAlreadyExistsException} where one is. */
  private interface Placing {
    void at(Path place) throws IOException;
  }

  /** Makes a folder: NAME, or where there is one already NAME-2, NAME-3 and so on. */
  public static Path create(Path parent, String name) throws IOException {
    return placeFree(parent, name, Set.of(), Files::createDirectory);
  }

  /**
   * Moves a folder to NAME, or where there is one already to NAME-2, NAME-3 and so on.
   *
   * @param taken names that are not free either
   */
  public static Path move(Path folder, Path parent, String name, Set<String> taken)
      throws IOException {
    return placeFree(parent, name, taken, place -> Files.move(folder, place));
  }

  /** Two programs may ask in the same moment: who is there first has the name. */
  private static Path placeFree(Path parent, String name, Set<String> taken, Placing placing)
      throws IOException {
    Files.createDirectories(parent);
    for (int n = 1; ; n++) {
      String free = n == 1 ? name : name + "-" + n;
      if (taken.contains(free)) {
        continue;
      }
      try {
        Path place = parent.resolve(free);
        placing.at(place);
        return place;
      } catch (FileAlreadyExistsException e) {
        // Another program was there first: the next name.
      }
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
