package dev.inkling.pile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table that {@link PileRow} wrote, line by line, and knows where each ends. */
final class CsvRecords implements AutoCloseable {
  private final InputStream in;

  /** Bytes of the records that were whole. */
  private long end;

  private long at;

  CsvRecords(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** How many bytes all whole records take that were read so far. */
  long end() {
    return end;
  }

  /** The cells of the next record; null where none follows that is whole. */
  @Nullable List<String> next() throws IOException {
    List<String> cells = new ArrayList<>();
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    boolean isQuoted = false;
    boolean wasQuote = false;
    for (int b = read(); b >= 0; b = read()) {
      if (b == '"') {
        // One within quotes is written twice: it ends them and begins them again.
        if (wasQuote && !isQuoted) {
          cell.write(b);
        }
        isQuoted = !isQuoted;
        wasQuote = true;
        continue;
      }
      wasQuote = false;
      if (isQuoted || (b != ',' && b != '\n')) {
        cell.write(b);
      } else {
        cells.add(cell.toString(StandardCharsets.UTF_8));
        cell.reset();
        if (b == '\n') {
          end = at;
          return cells;
        }
      }
    }
    return null;
  }

  private int read() throws IOException {
    at++;
    return in.read();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
