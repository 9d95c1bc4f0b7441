package dev.inkling.data;

import dev.inkling.text.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads images from CSV, byte by byte and straight into their array: the lines are counted first,
 * so that nothing is held twice.
 */
final class CsvReader {
  /** Longer no brightness and no class's name is written. */
  private static final int LONGEST = 200;

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final CsvHeader header;
  private final @Nullable Labels labels;
  private final byte[] pixels;
  private final byte[] codes;
  private final byte[] cell = new byte[LONGEST];

  /** Values of the first line, until it is known of what they are parts. */
  private final double[] first = new double[Digits.PIXELS];

  private int length;
  private int column;
  private int row;

  /** Whether brightness is 0…1 and not 0…255: known from the first line on. */
  private boolean isFraction;

  private boolean hasPoint;
  private double brightest;

  private CsvReader(Path file, CsvHeader header, int count, @Nullable Labels labels) {
    this.file = file;
    this.header = header;
    this.labels = labels;
    pixels = new byte[count * Digits.PIXELS];
    codes = new byte[count];
    Arrays.fill(codes, (byte) Digits.NONE);
  }

  /** What was read: labels as codes, in the order in which they came. */
  record Read(byte[] pixels, byte[] codes) {
    Digits named(Labels labels, @Nullable ClassNames names) {
      return labels.named(pixels, codes, names);
    }
  }

  /** True when a file has a column of labels. */
  static boolean hasLabels(Path file) {
    return CsvHeader.of(file, firstLine(file)).label() >= 0;
  }

  /**
   * Reads images with their labels.
   *
   * @throws Problem when there is a line that is none, or there are no labels
   */
  static Read read(Path file, Labels labels) {
    CsvHeader header = CsvHeader.of(file, firstLine(file));
    if (header.label() < 0) {
      throw new Problem("problem.data.noLabels", file);
    }
    CsvReader reader = read(file, header, labels);
    return new Read(reader.pixels, reader.codes);
  }

  /** Reads images alone, whether they have labels or not. */
  static Digits readUnlabeled(Path file) {
    return Digits.unlabeled(read(file, CsvHeader.of(file, firstLine(file)), null).pixels);
  }

  private static CsvReader read(Path file, CsvHeader header, @Nullable Labels labels) {
    int count = countLines(file) - (header.isThere() ? 1 : 0);
    if (count < 1) {
      throw new Problem("problem.csv.empty", file);
    }
    if (count > Idx.MOST_IMAGES) {
      throw new Problem("problem.idx.large", file, count, Idx.MOST_IMAGES);
    }
    CsvReader reader = new CsvReader(file, header, count, labels);
    opened(file, reader::readAll);
    reader.finish();
    return reader;
  }

  private interface Body<T> {
    T read(InputStream in) throws IOException;
  }

  private static <T> T opened(Path file, Body<T> body) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream buffered = new BufferedInputStream(raw, BUFFER)) {
      buffered.mark(2);
      boolean isPacked = buffered.read() == 0x1f && buffered.read() == 0x8b;
      buffered.reset();
      return body.read(isPacked ? new GZIPInputStream(buffered, BUFFER) : buffered);
    } catch (ZipException | EOFException e) {
      throw new Problem(e, "problem.idx.gzip", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private static String firstLine(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Problem("problem.file.missing", file);
    }
    return opened(
        file,
        in -> {
          byte[] first = in.readNBytes(BUFFER);
          String text = new String(first, StandardCharsets.UTF_8);
          if (text.isBlank()) {
            throw new Problem("problem.csv.empty", file);
          }
          return text.lines().findFirst().orElse("");
        });
  }

  /** Lines with anything on them. */
  private static int countLines(Path file) {
    return opened(
        file,
        in -> {
          byte[] buffer = new byte[BUFFER];
          int lines = 0;
          boolean isEmpty = true;
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
              if (buffer[i] == '\n') {
                lines += isEmpty ? 0 : 1;
                isEmpty = true;
              } else if (buffer[i] != '\r') {
                isEmpty = false;
              }
            }
          }
          return isEmpty ? lines : lines + 1;
        });
  }

  private Boolean readAll(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    byte separator = (byte) header.separator();
    boolean isHeader = header.isThere();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        i = isHeader || row == 0 || length > 0 ? i : readPlain(buffer, i, n);
        if (i == n) {
          break;
        }
        byte b = buffer[i];
        if (isHeader) {
          isHeader = b != '\n';
        } else if (b == separator) {
          endCell();
        } else if (b == '\n') {
          endLine();
        } else if (b != '\r') {
          add(b);
        }
      }
    }
    if (!isHeader) {
      endLine();
    }
    return true;
  }

  /**
   * Reads cells that are plain numbers and whole in the buffer, as nearly all are, without looking
   * at each byte twice. The last cell of a line and all others go the usual way.
   *
   * @return the first byte that was not read
   */
  private int readPlain(byte[] buffer, int from, int end) {
    int last = isFraction || row >= codes.length ? 0 : header.columns() - 1;
    byte separator = (byte) header.separator();
    int at = from;
    while (column < last && header.pixel(column) >= 0) {
      int value = 0;
      int i = at;
      while (i < end && i < at + 3 && buffer[i] >= '0' && buffer[i] <= '9') {
        value = 10 * value + buffer[i++] - '0';
      }
      if (i == at || i == end || buffer[i] != separator || value > 255) {
        return at;
      }
      pixels[row * Digits.PIXELS + header.pixel(column)] = (byte) value;
      brightest = value > brightest ? value : brightest;
      column++;
      at = i + 1;
    }
    return at;
  }

  private void add(byte b) {
    if (length == LONGEST) {
      throw valueProblem();
    }
    cell[length++] = b;
  }

  /** The line in the file, counted from 1. */
  private int line() {
    return row + 1 + (header.isThere() ? 1 : 0);
  }

  private void endLine() {
    if (column == 0 && length == 0) {
      return; // an empty line
    }
    endCell();
    if (column != header.columns()) {
      throw new Problem("problem.csv.columns", file, line(), column, header.columns());
    }
    if (row == 0) {
      isFraction = hasPoint && brightest <= 1;
      for (int p = 0; p < Digits.PIXELS; p++) {
        pixels[p] = brightness(first[p]);
      }
    }
    column = 0;
    row++;
  }

  private void endCell() {
    if (column >= header.columns() || row >= codes.length) {
      throw new Problem("problem.csv.columns", file, line(), column + 1, header.columns());
    }
    int pixel = header.pixel(column);
    if (pixel >= 0) {
      if (row == 0) {
        first[pixel] = value();
        brightness(first[pixel]);
      } else {
        pixels[row * Digits.PIXELS + pixel] = brightness(value());
      }
    } else if (column == header.label() && labels != null) {
      codes[row] = labels.code(label());
    }
    length = 0;
    column++;
  }

  private byte brightness(double value) {
    double most = isFraction ? 1 : 255;
    if (!(value >= 0 && value <= most)) {
      throw valueProblem();
    }
    return (byte) Math.round(isFraction ? value * 255 : value);
  }

  /** Where all values are 0 or 1, 1 is full ink. */
  private void finish() {
    if (!isFraction && brightest <= 1) {
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (byte) (pixels[p] == 0 ? 0 : 255);
      }
    }
  }

  private double value() {
    int value = 0;
    for (int i = 0; i < length; i++) {
      int digit = cell[i] - '0';
      if (digit < 0 || digit > 9 || length > 6) {
        return written();
      }
      value = 10 * value + digit;
    }
    if (length == 0) {
      throw valueProblem();
    }
    brightest = Math.max(brightest, value);
    return value;
  }

  /** A number with a point, an exponent, spaces or quotes. */
  private double written() {
    try {
      double value = Double.parseDouble(text());
      hasPoint = true;
      brightest = Math.max(brightest, value);
      return value;
    } catch (NumberFormatException e) {
      throw valueProblem();
    }
  }

  private String text() {
    String text = new String(cell, 0, length, StandardCharsets.UTF_8).strip();
    boolean isQuoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return isQuoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** A label; a number may be written as 5 or as 5.0. */
  private String label() {
    String text = text();
    if (text.isEmpty()) {
      throw new Problem("problem.csv.label", file, line());
    }
    return text.matches("-?\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
  }

  private Problem valueProblem() {
    String found = new String(cell, 0, Math.min(length, 20), StandardCharsets.UTF_8);
    return new Problem(
        "problem.csv.value",
        file,
        line(),
        header.name(Math.min(column, header.columns() - 1)),
        found);
  }
}
