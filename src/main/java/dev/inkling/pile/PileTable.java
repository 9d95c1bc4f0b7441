package dev.inkling.pile;

import dev.inkling.file.AtomicFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.text.Csv;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of a pile, a CSV file that grows. Whatever ends the program, it goes on from the last
 * line that is whole and becomes what it would have been in one go. Beside it stands, until it is
 * whole, a file that says what it is made with.
 */
public final class PileTable implements AutoCloseable {
  /** What is added to the table's name for the file beside it. */
  private static final String BESIDE = ".unfinished";

  private final Path file;
  private final Path beside;
  private final RandomAccessFile out;

  /** Nothing was in its place, and nothing is left there where no row comes. */
  private final boolean isNew;

  private boolean isWhole;
  private long rows;
  private long problems;

  private PileTable(Path file, RandomAccessFile out, boolean isNew) {
    this.file = file;
    this.out = out;
    this.isNew = isNew;
    beside = beside(file);
  }

  /** The file that stands beside a table until that is whole. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + BESIDE);
  }

  /**
   * Begins a table, or goes on with one that was not finished.
   *
   * @param file is replaced where it is whole
   * @param made what rows depend on: a table that was begun with anything else is left as it is
   * @param entries what is to be read; what is in the table already is passed
   * @throws Problem when the table was made of something else, is being written by another program,
   *     or cannot be written; when something else is in its place, which stays
   */
  public static PileTable open(Path file, PileMaker made, PileEntries entries) {
    try {
      checkName(file.toAbsolutePath());
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      boolean isNew = !Files.exists(file) && !Files.exists(beside(file));
      RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
      PileTable table = new PileTable(file, out, isNew);
      try {
        table.begin(made, entries);
        return table;
      } catch (IOException | RuntimeException e) {
        table.close();
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(e, file);
    }
  }

  private static Problem unwritable(IOException e, Path file) {
    return WriteProblem.of(e, "problem.file.unwritable", file);
  }

  /** What a shell opened, as {@code /dev/stdout} is, has no place beside it and is written anew. */
  private static void checkName(Path file) throws IOException {
    boolean isOfTheSystem = file.startsWith("/dev") || file.startsWith("/proc");
    if (isOfTheSystem && Files.isRegularFile(file)) {
      throw new Problem("problem.pile.open", file, file.toRealPath());
    }
  }

  private void begin(PileMaker made, PileEntries entries) throws IOException {
    if (Files.isRegularFile(file) && out.getChannel().tryLock() == null) {
      throw new Problem("problem.pile.busy", file);
    }
    String maker = Files.exists(beside) ? Files.readString(beside) : "";
    if (!maker.isEmpty()) {
      PileMaker begun = PileMaker.parse(maker);
      if (!made.equals(begun)) {
        throw new Problem(
            "problem.pile.otherwise", file, begun.toString(), made.toString(), beside);
      }
      goOn(entries);
      return;
    }
    if (Files.isRegularFile(file)) {
      checkIsTable();
      Files.writeString(beside, ""); // where that cannot be, what is there stays
      out.setLength(0); // before anything says that there is something to go on with
      AtomicFile.write(beside, made.text());
    }
    write(PileRow.HEADER);
  }

  /** A picture that was named by mistake, or whatever else is there, is not written over. */
  private void checkIsTable() throws IOException {
    byte[] header = PileRow.HEADER.strip().getBytes(StandardCharsets.UTF_8);
    byte[] first = new byte[(int) Math.min(out.length(), header.length)];
    out.readFully(first);
    out.seek(0);
    if (first.length > 0 && !Arrays.equals(first, header)) {
      throw new Problem("problem.pile.noTable", file);
    }
  }

  /** Passes what is in the table, and cuts off what is not whole. */
  private void goOn(PileEntries entries) throws IOException {
    long end;
    try (CsvRecords records = new CsvRecords(Files.newInputStream(file))) {
      records.next();
      for (List<String> row = records.next(); row != null; row = records.next()) {
        pass(row, entries.next());
      }
      end = records.end();
    }
    out.setLength(end);
    out.seek(end);
    if (end == 0) {
      write(PileRow.HEADER);
    }
  }

  private void pass(List<String> row, @Nullable PileEntry entry) {
    String path = row.getFirst();
    if (entry == null || !path.equals(PileRow.valid(entry.path()))) {
      throw new Problem(
          "problem.pile.changed", file, rows + 1, path, entry == null ? "–" : entry.path(), beside);
    }
    rows++;
    problems += row.getLast().isEmpty() ? 0 : 1;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds rows; they are there then, whatever comes. */
  public void add(List<PileRow> more) {
    StringBuilder lines = new StringBuilder();
    for (PileRow row : more) {
      lines.append(row.csv());
      problems += row.problem() == null ? 0 : 1;
    }
    try {
      write(lines.toString());
    } catch (IOException e) {
      throw unwritable(e, file);
    }
    rows += more.size();
  }

  /** How many rows there are. */
  public long rows() {
    return rows;
  }

  /** How many of them say why a picture could not be read. */
  public long problems() {
    return problems;
  }

  /** Says that it is whole. */
  public void finish() {
    try {
      Files.deleteIfExists(beside);
      isWhole = true;
    } catch (IOException e) {
      throw unwritable(e, beside);
    }
  }

  /**
   * Copies a table, with a column more for what people say.
   *
   * @param said by the path of a picture what is written there
   */
  public static void copy(Path table, Map<String, String> said, OutputStream out)
      throws IOException {
    try (CsvRecords records = new CsvRecords(Files.newInputStream(table))) {
      boolean isHeader = true;
      for (List<String> row = records.next(); row != null; row = records.next()) {
        List<String> cells = new ArrayList<>(row);
        cells.add(isHeader ? "corrected" : said.getOrDefault(row.getFirst(), ""));
        isHeader = false;
        String line = cells.stream().map(Csv::exact).collect(Collectors.joining(","));
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public void close() {
    try {
      out.close();
      if (isNew && !isWhole && rows == 0) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw unwritable(e, file);
    }
  }
}
