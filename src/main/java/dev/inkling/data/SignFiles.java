package dev.inkling.data;

import dev.inkling.data.DrawingFiles.Import;
import dev.inkling.file.AtomicFile;
import dev.inkling.ink.StrokesFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings collections of signs out of Inkling and into it, and joins them. */
public final class SignFiles {
  private SignFiles() {}

  /**
   * Writes a collection as it is kept: what it is, then a line for each drawing.
   *
   * @throws Problem when the file cannot be written
   */
  public static void write(SignCollection collection, SignCollections all, Path file) {
    DrawingStore drawings = all.drawings(collection);
    String head = SignCollections.head(collection.with(null));
    String lines =
        drawings.all().stream()
            .map(kept -> KeptLine.write(kept, collection.classes()) + "\n")
            .collect(Collectors.joining());
    try {
      AtomicFile.write(file, head + "\n" + lines);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }

  /**
   * The files that are meant by what somebody chose: files themselves, and those of folders.
   *
   * @throws Problem when a folder cannot be read
   */
  public static List<Path> files(List<Path> chosen) {
    return chosen.stream().flatMap(SignFiles::files).toList();
  }

  private static Stream<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside
          .filter(file -> file.toString().endsWith(SignCollections.EXTENSION))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", path);
    }
  }

  /**
   * What a collection is called that files begin: as the first of them says, or is called itself.
   *
   * @throws Problem when there is no file
   */
  public static String name(List<Path> files) {
    if (files.isEmpty()) {
      throw new Problem("problem.signs.noFiles");
    }
    return SignCollections.nameIn(files.getFirst())
        .filter(SignCollection::isName)
        .orElse(SignCollections.name(files.getFirst()));
  }

  /**
   * Takes the drawings of files into a collection, which gets the signs that it lacks; one that is
   * not there yet is begun. What is there already does not come in again. A drawing that names no
   * writer becomes that of whom its file is called by.
   *
   * @param files at least one; of one without a first line that names the signs, its labels do
   * @param writer whose drawings all of them become; null leaves each its own
   * @throws Problem when nothing can come in at all
   */
  public static Import join(
      List<Path> files, String name, SignCollections into, @Nullable String writer) {
    List<List<String>> signs = new ArrayList<>();
    SignCollection before = into.find(name).orElse(new SignCollection(name, List.of(), null));
    for (Path file : files) {
      signs.add(signs(file));
    }
    SignCollection now = before.and(Classes.union(signs));
    if (now.classes().size() > Classes.MOST) {
      throw new Problem("problem.data.manyClasses", name, Classes.MOST);
    }
    if (!now.equals(before)) {
      into.put(now);
    }
    DrawingStore drawings = into.drawings(now);
    int added = 0;
    int known = 0;
    List<Problem> broken = new ArrayList<>();
    for (Path file : files) {
      Import one = DrawingFiles.readStrokes(file, drawings, kept -> given(kept, file, writer));
      added += one.added();
      known += one.known();
      broken.addAll(one.broken());
    }
    return new Import(added, known, broken);
  }

  private static Kept given(Kept kept, Path file, @Nullable String writer) {
    String its = Objects.requireNonNullElse(kept.writer(), SignCollections.name(file));
    return kept.by(Objects.requireNonNullElse(writer, its));
  }

  /** The signs of a file: those it says that there are, then what its drawings are besides. */
  private static List<String> signs(Path file) {
    List<String> said = SignCollections.classes(file);
    List<String> drawn =
        StrokesFile.lines(file).stream()
            .flatMap(line -> KeptLine.label(line).stream())
            .filter(Classes::isPossible)
            .distinct()
            .toList();
    List<String> signs = Classes.union(Arrays.asList(said, drawn));
    if (signs.isEmpty()) {
      throw new Problem("problem.signs.file", file);
    }
    return signs;
  }
}
