package dev.inkling.data;

import dev.inkling.text.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An array in NumPy's format (NEP 1) that is an entry of a zip file, read image by image: only what
 * it becomes is ever held.
 */
final class NpyArray {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?s).*'descr': *'(?<order>[<>|=])(?<kind>[uifbU])(?<width>\\d{1,3})'.*"
              + "'fortran_order': *False.*'shape': *\\((?<shape>[\\d, ]*)\\).*");

  private static final int LONGEST_HEADER = 1 << 16;

  /** So many images are looked at to tell whether brightness is 0…1 or 0…255. */
  private static final int LOOKED_AT = 100;

  private final ZipFile zip;
  private final ZipEntry entry;
  private final String place;
  private char kind;
  private int width;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int[] shape = {};

  /**
   * The array of an entry.
   *
   * @param place what a problem calls it
   */
  NpyArray(ZipFile zip, ZipEntry entry, String place) {
    this.zip = zip;
    this.entry = entry;
    this.place = place;
  }

  private interface Body {
    void read(DataInputStream in) throws IOException;
  }

  private void read(Body body) {
    try (InputStream raw = zip.getInputStream(entry);
        DataInputStream in = new DataInputStream(new BufferedInputStream(raw, 1 << 16))) {
      readHeader(in);
      body.read(in);
    } catch (EOFException e) {
      throw new Problem(e, "problem.idx.truncated", place);
    } catch (ZipException e) {
      throw new Problem(e, "problem.npz.damaged", place);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", place);
    }
  }

  private void readHeader(DataInputStream in) throws IOException {
    Matcher header = HEADER.matcher(preamble(in));
    if (!header.matches()) {
      throw new Problem("problem.npz.array", place);
    }
    kind = header.group("kind").charAt(0);
    width = Integer.parseInt(header.group("width"));
    order = header.group("order").equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    shape = shape(header.group("shape"));
  }

  private String preamble(DataInputStream in) throws IOException {
    try {
      return NpyPreamble.read(in, LONGEST_HEADER);
    } catch (StreamCorruptedException e) {
      throw new Problem(e, "problem.npz.array", place);
    }
  }

  private int[] shape(String text) {
    try {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(size -> !size.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new Problem(e, "problem.npz.array", place);
    }
  }

  private int count() {
    if (shape.length == 0 || shape[0] < 1) {
      throw new Problem("problem.idx.empty", place);
    }
    if (shape[0] > Idx.MOST_IMAGES) {
      throw new Problem("problem.idx.large", place, shape[0], Idx.MOST_IMAGES);
    }
    return shape[0];
  }

  /** Numbers for each image. */
  private long each() {
    long each = 1;
    for (int d = 1; d < shape.length; d++) {
      each *= shape[d];
    }
    return each;
  }

  private String shapeText() {
    return Arrays.toString(shape).replace('[', '(').replace(']', ')');
  }

  /** The array as images: 784 numbers each, however they are arranged. */
  byte[] pixels() {
    double brightest = brightest(); // and the header is read
    boolean isFraction = kind == 'f' && brightest <= 1;
    byte[][] result = new byte[1][];
    read(
        in -> {
          checkImages();
          byte[] pixels = new byte[count() * Digits.PIXELS];
          result[0] = pixels;
          byte[] image = new byte[Digits.PIXELS * width];
          for (int i = 0; i < count(); i++) {
            in.readFully(image);
            write(image, pixels, i, isFraction);
          }
        });
    return result[0];
  }

  private void checkImages() {
    boolean isNumber = "uifb".indexOf(kind) >= 0 && width <= Double.BYTES;
    if (!isNumber || shape.length < 2 || each() != Digits.PIXELS) {
      throw new Problem("problem.npz.images", place, shapeText());
    }
    boolean isPossible =
        (long) count() * Digits.PIXELS * width <= 1_032 * (entry.getCompressedSize() + 1_024);
    if (!isPossible) {
      throw new Problem("problem.idx.truncated", place);
    }
  }

  private void write(byte[] image, byte[] pixels, int i, boolean isFraction) {
    if (kind == 'u' && width == 1) {
      System.arraycopy(image, 0, pixels, i * Digits.PIXELS, Digits.PIXELS);
      return;
    }
    ByteBuffer buffer = ByteBuffer.wrap(image).order(order);
    double scale = isFraction || kind == 'b' ? 255 : 1;
    for (int p = 0; p < Digits.PIXELS; p++) {
      double value = number(buffer, p) * scale;
      if (!(value >= 0 && value <= 255.5)) {
        throw new Problem("problem.npz.value", place, i, number(buffer, p));
      }
      pixels[i * Digits.PIXELS + p] = (byte) Math.min(255, Math.round(value));
    }
  }

  private double brightest() {
    double[] most = {0};
    read(
        in -> {
          checkImages();
          byte[] image = new byte[Digits.PIXELS * width];
          for (int i = 0; i < Math.min(LOOKED_AT, count()); i++) {
            in.readFully(image);
            ByteBuffer buffer = ByteBuffer.wrap(image).order(order);
            for (int p = 0; p < Digits.PIXELS; p++) {
              most[0] = Math.max(most[0], number(buffer, p));
            }
          }
        });
    return most[0];
  }

  private double number(ByteBuffer buffer, int i) {
    return kind == 'f' && width == Float.BYTES
        ? buffer.getFloat(i * width)
        : kind == 'f' && width == Double.BYTES ? buffer.getDouble(i * width) : integer(buffer, i);
  }

  private long integer(ByteBuffer buffer, int i) {
    return switch (width) {
      case 1 -> kind == 'i' ? buffer.get(i) : buffer.get(i) & 0xff;
      case 2 -> kind == 'u' ? buffer.getShort(2 * i) & 0xffff : buffer.getShort(2 * i);
      case 4 -> buffer.getInt(4 * i);
      case 8 -> buffer.getLong(8 * i);
      default -> throw new Problem("problem.npz.array", place);
    };
  }

  /** The array as labels: numbers, words, or a row for each image with a 1 at its class. */
  byte[] codes(Labels labels) {
    byte[][] result = new byte[1][];
    read(
        in -> {
          long each = each();
          if (shape.length > 2 || each < 1 || each > Classes.MOST || width > 4 * Classes.LONGEST) {
            throw new Problem("problem.npz.labels", place, shapeText());
          }
          byte[] codes = new byte[count()];
          result[0] = codes;
          int bytes = kind == 'U' ? 4 * width : width;
          byte[] row = new byte[(int) each * bytes];
          for (int i = 0; i < codes.length; i++) {
            in.readFully(row);
            codes[i] = labels.code(label(row, (int) each, i));
          }
        });
    return result[0];
  }

  private String label(byte[] row, int each, int image) {
    if (kind == 'U') {
      return letters(row);
    }
    ByteBuffer buffer = ByteBuffer.wrap(row).order(order);
    int best = 0;
    for (int k = 1; k < each; k++) {
      best = number(buffer, k) > number(buffer, best) ? k : best;
    }
    double value = each == 1 ? number(buffer, 0) : best;
    if (value != Math.rint(value) || Math.abs(value) > 999_999_999) {
      throw new Problem("problem.npz.value", place, image, value);
    }
    return String.valueOf((long) value);
  }

  private String letters(byte[] row) {
    ByteBuffer buffer = ByteBuffer.wrap(row).order(order);
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < row.length / 4 && buffer.getInt(4 * c) != 0; c++) {
      int code = buffer.getInt(4 * c);
      text.appendCodePoint(Character.isValidCodePoint(code) ? code : '?');
    }
    return text.toString();
  }
}
