package dev.inkling.run;

import dev.inkling.file.AtomicFile;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** CSV with a header, numbers only, the first column an epoch. */
public final class MetricsFile {
  private MetricsFile() {}

  /**
   * The rows of a file.
   *
   * @return numbers by row and column; an empty cell is NaN; a last row that was cut off is left
   *     out
   */
  public static List<double[]> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      int columns = lines.isEmpty() ? 0 : lines.getFirst().split(",", -1).length;
      List<double[]> rows = new ArrayList<>(lines.size());
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] cells = line.split(",", -1);
        if (cells.length == columns) {
          rows.add(Arrays.stream(cells).mapToDouble(MetricsFile::number).toArray());
        }
      }
      return rows;
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private static double number(String cell) {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Keeps the rows up to an epoch, or begins a file with a header. */
  static void keep(Path file, String header, int lastEpoch) throws IOException {
    StringBuilder kept = new StringBuilder(header).append('\n');
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int comma = line.indexOf(',');
        if (comma > 0 && number(line.substring(0, comma)) <= lastEpoch) {
          kept.append(line).append('\n');
        }
      }
    }
    AtomicFile.write(file, kept.toString());
  }
}
