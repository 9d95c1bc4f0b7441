package dev.inkling.data;

import dev.inkling.data.Idx.Part;
import dev.inkling.file.AtomicFile;
import dev.inkling.ink.StrokesFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Brings the user's drawings out of Inkling and into it. */
public final class DrawingFiles {
  private DrawingFiles() {}

  /**
   * What became of an import.
   *
   * @param added number of drawings that came in
   * @param known number of drawings that were there already, by their ids, or where they have none
   *     by their strokes or picture
   * @param broken a problem for each line that did not come in, with its number
   */
  public record Import(int added, int known, List<Problem> broken) {}

  /**
   * Writes drawings as JSON lines, with all that is known of them.
   *
   * @throws Problem when the file cannot be written
   */
  public static void writeStrokes(List<Kept> drawings, Path file) {
    String text =
        drawings.stream().map(kept -> KeptLine.write(kept) + "\n").collect(Collectors.joining());
    try {
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }

  /**
   * Writes drawings as the test images of a data set, so that {@code --data FOLDER} measures on
   * them.
   *
   * @param folder for two IDX files, compressed with gzip
   * @throws Problem when the folder cannot be written
   */
  public static void writeIdx(List<Kept> drawings, Path folder) {
    Idx.write(folder, Part.TEST, DrawingStore.digits(drawings));
  }

  /**
   * Takes in whatever a path names: a file of JSON lines, or a folder of IDX files, of which the
   * test images are taken, or where there are none, the training images. What is there already does
   * not come in again, and all comes in or nothing.
   *
   * @throws Problem when nothing can come in at all
   */
  public static Import read(Path path, DrawingStore into) {
    return read(path, into, UnaryOperator.identity());
  }

  /**
   * Likewise, for a hand.
   *
   * @param writer whose drawings they become, whoever is named there; null for nobody's in
   *     particular
   */
  public static Import read(Path path, DrawingStore into, @Nullable String writer) {
    return read(path, into, kept -> kept.by(writer));
  }

  private static Import read(Path path, DrawingStore into, UnaryOperator<Kept> given) {
    return Files.isDirectory(path) ? readIdx(path, into, given) : readStrokes(path, into, given);
  }

  private static Import readIdx(Path folder, DrawingStore into, UnaryOperator<Kept> given) {
    Part part =
        Idx.isIn(folder, Part.TEST) || !Idx.isIn(folder, Part.TRAIN) ? Part.TEST : Part.TRAIN;
    Digits digits = Idx.read(folder, part);
    List<Kept> drawings =
        IntStream.range(0, digits.count())
            .mapToObj(i -> given.apply(Kept.of(digits.image(i), digits.label(i))))
            .toList();
    int added = into.addNew(drawings, _ -> false);
    return new Import(added, drawings.size() - added, List.of());
  }

  /** Likewise, of a file of JSON lines; each drawing becomes what is made of it. */
  static Import readStrokes(Path file, DrawingStore into, UnaryOperator<Kept> given) {
    List<String> lines = StrokesFile.lines(file);
    List<Kept> good = new ArrayList<>();
    Set<Kept> named = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Problem> broken = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean isDrawing =
          !lines.get(i).isBlank() && !(i == 0 && SignCollections.isHead(lines.get(i)));
      if (isDrawing) {
        try {
          Kept kept = given.apply(readLine(lines.get(i), into.classes(), file, i + 1));
          good.add(kept);
          if (KeptLine.isNamed(lines.get(i))) {
            named.add(kept);
          }
        } catch (Problem problem) {
          broken.add(problem);
        }
      }
    }
    int added = into.addNew(good, named::contains);
    return new Import(added, good.size() - added, broken);
  }

  /**
   * Adds drawings that brought their ids along and are not there yet.
   *
   * @return number of those added
   */
  public static int add(List<Kept> drawings, DrawingStore into) {
    return into.addNew(drawings, _ -> true);
  }

  /**
   * The drawings of a file of JSON lines, to measure with.
   *
   * @throws Problem for the first line without strokes or without its label
   */
  public static List<Kept> drawings(Path file) {
    List<String> lines = StrokesFile.lines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> readLine(lines.get(i), Classes.DIGITS, file, i + 1))
        .toList();
  }

  private static Kept readLine(String line, List<String> classes, Path file, int number) {
    Kept kept = KeptLine.read(line, classes, file, number);
    if (kept.framed().inkBox() == null) {
      throw new Problem("problem.drawings.blank", file, String.valueOf(number));
    }
    return kept;
  }
}
