package dev.inkling.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells of a line of CSV: written, and read from the left. */
final class Cells {
  private final Iterator<String> cells;

  private Cells(Stream<String> cells) {
    this.cells = cells.iterator();
  }

  /**
   * A row of a line.
   *
   * @param header of the row's columns; further cells are left alone
   * @param row takes the cells in their order
   * @return nothing when cells are missing, or a count is none
   */
  static <T> Optional<T> parse(String line, String header, Function<Cells, T> row) {
    String[] cells = split(line);
    if (cells.length < split(header).length) {
      return Optional.empty();
    }
    try {
      return Optional.of(row.apply(new Cells(Stream.of(cells))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The line of a row, its end included. */
  static String line(Object... cells) {
    return Stream.of(cells).map(String::valueOf).collect(Collectors.joining(",", "", "\n"));
  }

  static String[] split(String line) {
    return line.split(",", -1);
  }

  /** The next cell as it is. */
  String text() {
    return cells.next();
  }

  /** The next cell, a count. */
  int count() {
    return Integer.parseInt(cells.next());
  }

  /** All cells that are left, counts. */
  List<Integer> counts() {
    List<Integer> counts = new ArrayList<>();
    while (cells.hasNext()) {
      counts.add(count());
    }
    return counts;
  }

  /** The next cell, a large count. */
  long largeCount() {
    return Long.parseLong(cells.next());
  }

  /** The next cell, NaN when it is empty or no number: a gap in a curve costs no more. */
  double number() {
    try {
      return Double.parseDouble(cells.next());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
