package dev.inkling.data;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The names of classes, from a file beside the images: {@code classes.txt} with a name on each
 * line, or EMNIST's mapping with a label and the codes of its letters on each.
 */
final class ClassNames {
  /** A file with a name on each line, in the order of the labels. */
  static final String CLASSES = "classes.txt";

  private final Path file;
  private final List<String> names;

  /** The label of each name; null where they stand in the order of the labels, without gaps. */
  private final @Nullable List<String> labels;

  private ClassNames(Path file, List<String> names, @Nullable List<String> labels) {
    this.file = file;
    this.names = names;
    this.labels = labels;
  }

  /**
   * The names in a folder.
   *
   * @param stem how the names of the images' files begin, such as {@code emnist-letters-}
   * @return empty where there is no file with names
   * @throws Problem when the file cannot be read, or is none
   */
  static Optional<ClassNames> in(@Nullable Path folder, String stem) {
    if (folder == null) {
      return Optional.empty();
    }
    Path mapping = folder.resolve(stem + "mapping.txt");
    Path classes = folder.resolve(CLASSES);
    if (Files.isRegularFile(classes)) {
      return Optional.of(checked(new ClassNames(classes, lines(classes), null)));
    }
    return Files.isRegularFile(mapping) ? Optional.of(mapping(mapping)) : Optional.empty();
  }

  private static ClassNames checked(ClassNames read) {
    if (!Classes.arePossible(read.names)) {
      throw new Problem(
          "problem.classes.names", read.file, Classes.FEWEST, Classes.MOST, Classes.LONGEST);
    }
    return read;
  }

  private static List<String> lines(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (MalformedInputException e) {
      throw new Problem(e, "problem.classes.encoding", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  /** A line is a label and the codes of the letters that it stands for, the first of them first. */
  private static ClassNames mapping(Path file) {
    Map<Integer, String> names = new TreeMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).matches("\\d{1,4}(\\s+\\d{1,6})+")) {
        throw new Problem("problem.classes.mapping", file, i + 1);
      }
      String[] numbers = lines.get(i).split("\\s+", -1);
      names.put(Integer.valueOf(numbers[0]), letter(Integer.parseInt(numbers[1]), file, i + 1));
    }
    List<String> labels = names.keySet().stream().map(String::valueOf).toList();
    return checked(new ClassNames(file, List.copyOf(names.values()), labels));
  }

  private static String letter(int code, Path file, int line) {
    if (!Character.isValidCodePoint(code) || !Character.isDefined(code)) {
      throw new Problem("problem.classes.mapping", file, line);
    }
    return Character.toString(code);
  }

  /**
   * The names of all classes.
   *
   * @param found labels that there are, sorted
   * @throws Problem when there is a label without a name
   */
  List<String> classes(List<String> found) {
    found.forEach(label -> name(label, found));
    return names;
  }

  /** The name of a label among those that there are. */
  String name(String label, List<String> found) {
    int place = places(found).indexOf(label);
    if (place < 0) {
      throw new Problem("problem.classes.missing", file, label, names.size());
    }
    return names.get(place);
  }

  /** Labels in the order of the names: as many as there are, or counted from 0, or from 1. */
  private List<String> places(List<String> found) {
    if (labels != null) {
      return labels;
    }
    if (found.size() == names.size()) {
      return found;
    }
    int first = found.contains(String.valueOf(names.size())) && !found.contains("0") ? 1 : 0;
    return IntStream.range(first, first + names.size()).mapToObj(String::valueOf).toList();
  }
}
