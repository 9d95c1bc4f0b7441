package dev.inkling.run;

import dev.inkling.file.AtomicFile;
import dev.inkling.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** CSV with a header, the first column an epoch. */
final class MetricsFile {
  /** More than 1,000 epochs have; what is longer would fill the memory. */
  private static final int MOST_MB = 256;

  /** Longer than any line of numbers. */
  private static final int MOST_OF_LINE = 2_000;

  private MetricsFile() {}

  /**
   * The rows of a file. What was damaged is left out: a line with more or fewer cells than the
   * header, one that is no row, and one whose examples go back, for which a curve has no place.
   *
   * @param parse gives nothing for a line that is no row
   * @param examples of a row
   * @return empty when there is no such file
   * @throws Problem when the file cannot be read
   */
  static <T> List<T> read(
      Path file, Function<String, Optional<T>> parse, ToLongFunction<T> examples) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> lines = lines(file);
      int columns = lines.isEmpty() ? 0 : Cells.split(lines.getFirst()).length;
      List<T> rows = new ArrayList<>(lines.size());
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        if (Cells.split(line).length == columns) {
          parse.apply(line).filter(row -> isNext(row, rows, examples)).ifPresent(rows::add);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  /**
   * All lines but those that are too long to be any; a byte that is no text spoils its line only.
   */
  private static List<String> lines(Path file) throws IOException {
    if (Files.size(file) > (long) MOST_MB << 20) {
      throw new Problem("problem.file.large", file, MOST_MB);
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> line.length() <= MOST_OF_LINE).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static <T> boolean isNext(T row, List<T> before, ToLongFunction<T> examples) {
    return before.isEmpty() || examples.applyAsLong(row) >= examples.applyAsLong(before.getLast());
  }

  /** Keeps the rows up to an epoch, or begins a file with a header. */
  static void keep(Path file, String header, int lastEpoch) throws IOException {
    StringBuilder kept = new StringBuilder(header).append('\n');
    if (Files.exists(file)) {
      for (String line : lines(file)) {
        if (epoch(line) <= lastEpoch) {
          kept.append(line).append('\n');
        }
      }
    }
    AtomicFile.write(file, kept.toString());
  }

  /**
   * A file's text for a spreadsheet, which computes what begins as a formula: a run that came from
   * elsewhere may hold what would send data away or start a program.
   */
  static String withoutFormulas(Path file) throws IOException {
    return lines(file).stream()
        .map(line -> Arrays.stream(Cells.split(line)).map(MetricsFile::asText))
        .map(cells -> cells.collect(Collectors.joining(",")) + "\n")
        .collect(Collectors.joining());
  }

  /** Numbers and names stay; of anything else no spreadsheet makes more than text. */
  private static String asText(String cell) {
    return cell.matches("(\\w[\\w.+-]*|[+-]?[\\d.]+([eE][+-]?\\d+)?)?")
        ? cell
        : "'" + cell.replace('"', '\'');
  }

  /** What stands first in a line; more than any epoch where that is no number, as in a header. */
  private static double epoch(String line) {
    try {
      return Double.parseDouble(line.substring(0, Math.max(0, line.indexOf(','))));
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
