package dev.inkling.data;

import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which column of a CSV file is what.
 *
 * @param isThere whether the first line has names and no image
 * @param separator between two cells
 * @param names of the columns, or their numbers
 * @param pixels the pixel that each column has, row by row from 0; -1 where it has none
 * @param label the column with the class; -1 where there is none
 */
record CsvHeader(boolean isThere, char separator, List<String> names, int[] pixels, int label) {
  private static final Set<String> LABELS =
      Set.of("label", "labels", "class", "target", "y", "digit", "letter", "character");

  private static final Pattern NUMBERED = Pattern.compile("[a-z_ -]*?(\\d{1,4})");
  private static final Pattern BY_ROW =
      Pattern.compile("[a-z_ -]*?(\\d{1,2})\\s*[x_,-]\\s*(\\d{1,2})");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
  private static final int SIDE = 28;

  /**
   * The columns of a file.
   *
   * @throws Problem when they are not those of 28×28 pixels
   */
  static CsvHeader of(Path file, String firstLine) {
    String line = firstLine.startsWith("\uFEFF") ? firstLine.substring(1) : firstLine;
    char separator = separator(line);
    List<String> cells =
        Arrays.stream(line.split(String.valueOf(separator), -1)).map(CsvHeader::plain).toList();
    boolean isThere = cells.stream().anyMatch(cell -> !NUMBER.matcher(cell).matches());
    if (!isThere || !areIndices(cells)) {
      return withoutNames(file, separator, cells);
    }
    return named(file, separator, cells);
  }

  /** Names such as 0, 1, 2 … are numbers too; values of an image do not count on. */
  private static boolean areIndices(List<String> cells) {
    List<String> numbers = cells.stream().filter(CsvHeader::isNumber).toList();
    return numbers.size() < 3 || Set.copyOf(numbers).size() == numbers.size();
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  private static char separator(String line) {
    for (char candidate : new char[] {',', ';', '\t'}) {
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ',';
  }

  private static String plain(String cell) {
    return cell.strip().replaceAll("^[\"']|[\"']$", "");
  }

  /** Without a header the class stands first, as in the CSV files of MNIST that go around. */
  private static CsvHeader withoutNames(Path file, char separator, List<String> cells) {
    int columns = cells.size();
    int label = columns == Digits.PIXELS ? -1 : 0;
    if (columns != Digits.PIXELS && columns != Digits.PIXELS + 1) {
      throw new Problem("problem.csv.header", file, columns, Digits.PIXELS);
    }
    int[] pixels = IntStream.range(0, columns).map(c -> label < 0 ? c : c - 1).toArray();
    List<String> names = IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    return new CsvHeader(false, separator, names, pixels, label);
  }

  private static CsvHeader named(Path file, char separator, List<String> cells) {
    int label = label(cells);
    int[] places = new int[cells.size()];
    Arrays.fill(places, -1);
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < places.length; c++) {
      places[c] = c == label ? -1 : place(cells.get(c));
      if (places[c] >= 0) {
        columns.add(c);
      }
    }
    if (columns.size() != Digits.PIXELS) {
      throw new Problem("problem.csv.header", file, columns.size(), Digits.PIXELS);
    }
    int first = columns.stream().mapToInt(c -> places[c]).min().orElseThrow();
    boolean[] met = new boolean[Digits.PIXELS];
    for (int c : columns) {
      places[c] -= first;
      if (places[c] >= Digits.PIXELS || met[places[c]]) {
        throw new Problem("problem.csv.pixels", file, cells.get(c), Digits.PIXELS);
      }
      met[places[c]] = true;
    }
    return new CsvHeader(true, separator, cells, places, label);
  }

  /** The column that says so, or else the only one that is no pixel and no number of a line. */
  private static int label(List<String> cells) {
    List<String> names = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    for (int c = 0; c < names.size(); c++) {
      if (LABELS.contains(names.get(c))) {
        return c;
      }
    }
    return -1;
  }

  /** The place that a name says, counted from wherever; -1 for what is no pixel. */
  private static int place(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher byRow = BY_ROW.matcher(lower);
    if (byRow.matches()) {
      return Integer.parseInt(byRow.group(1)) * SIDE + Integer.parseInt(byRow.group(2));
    }
    Matcher numbered = NUMBERED.matcher(lower);
    return numbered.matches() ? Integer.parseInt(numbered.group(1)) : -1;
  }

  int columns() {
    return pixels.length;
  }

  /** The pixel of a column; -1 where it has none. */
  int pixel(int column) {
    return pixels[column];
  }

  /** What a problem calls a column. */
  String name(int column) {
    return names.get(column);
  }
}
