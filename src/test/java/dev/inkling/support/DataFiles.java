package dev.inkling.support;

import dev.inkling.data.Digits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Data sets in the formats that go around, made by hand. */
public final class DataFiles {
  private DataFiles() {}

  /** Images of squares: where one stands, and how large it is, tells the class. */
  public static Digits squares(int count, int classes) {
    byte[] pixels = new byte[count * Digits.PIXELS];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      int label = i % classes;
      labels[i] = (byte) label;
      int left = 2 + label % 7 * 3;
      int top = 2 + label / 7 * 3;
      for (int p = 0; p < 16; p++) {
        int place = (top + p / 4) * 28 + left + p % 4;
        pixels[i * Digits.PIXELS + place] = (byte) (255 - i / classes % 20);
      }
    }
    List<String> names =
        IntStream.range(0, classes).mapToObj(k -> "sign " + (char) (48 + k)).toList();
    return new Digits(pixels, labels, names);
  }

  /** Grey of a pixel, 0…255. */
  public static int grey(Digits digits, int i, int p) {
    return Math.round(digits.ink(i, p) * 255);
  }

  /** Lines of CSV with a header, the label where it is wanted. */
  public static String csv(Digits digits, boolean isLabelLast, IntFunction<String> label) {
    StringJoiner header = new StringJoiner(",");
    for (int p = 0; p < Digits.PIXELS; p++) {
      header.add("pixel" + p);
    }
    StringBuilder text = new StringBuilder();
    text.append(isLabelLast ? header + ",class" : "label," + header);
    for (int i = 0; i < digits.count(); i++) {
      StringJoiner line = new StringJoiner(",");
      for (int p = 0; p < Digits.PIXELS; p++) {
        line.add(String.valueOf(grey(digits, i, p)));
      }
      String own = label.apply(digits.label(i));
      text.append('\n').append(isLabelLast ? line + "," + own : own + "," + line);
    }
    return text.append('\n').toString();
  }

  /** Writes a text. */
  public static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An array in NumPy's format. */
  public static byte[] npy(String type, String shape, byte[] body) {
    String header =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer all = ByteBuffer.allocate(10 + text.length + body.length);
    all.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.ISO_8859_1));
    all.put((byte) 1).put((byte) 0).put((byte) text.length).put((byte) 0).put(text).put(body);
    return all.array();
  }

  /** Pixels as numbers of 32 bits from 0 to 1. */
  public static byte[] floats(Digits digits) {
    ByteBuffer all =
        ByteBuffer.allocate(4 * digits.count() * Digits.PIXELS).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < digits.count(); i++) {
      for (int p = 0; p < Digits.PIXELS; p++) {
        all.putFloat(digits.ink(i, p));
      }
    }
    return all.array();
  }

  /** Pixels as bytes. */
  public static byte[] bytes(Digits digits) {
    byte[] all = new byte[digits.count() * Digits.PIXELS];
    for (int p = 0; p < all.length; p++) {
      all[p] = (byte) grey(digits, p / Digits.PIXELS, p % Digits.PIXELS);
    }
    return all;
  }

  /** Labels as bytes. */
  public static byte[] labels(Digits digits) {
    byte[] all = new byte[digits.count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) digits.label(i);
    }
    return all;
  }

  /** The arrays of a Keras data set. */
  public static Map<String, byte[]> keras(Digits training, Digits test) {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    arrays.put("x_train", npy("|u1", training.count() + ", 28, 28", bytes(training)));
    arrays.put("y_train", npy("|u1", training.count() + ",", labels(training)));
    arrays.put("x_test", npy("|u1", test.count() + ", 28, 28", bytes(test)));
    arrays.put("y_test", npy("|u1", test.count() + ",", labels(test)));
    return arrays;
  }

  /** Writes arrays as NumPy does. */
  public static Path npz(Path file, Map<String, byte[]> arrays, boolean isDeflated) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setMethod(isDeflated ? ZipOutputStream.DEFLATED : ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
        CRC32 crc = new CRC32();
        crc.update(array.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(array.getValue().length);
        zip.putNextEntry(entry);
        zip.write(array.getValue());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an image as a picture of 28×28 pixels, bright on black. */
  public static Path picture(Path file, Digits digits, int i) {
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    for (int p = 0; p < Digits.PIXELS; p++) {
      picture.getRaster().setSample(p % 28, p / 28, 0, grey(digits, i, p));
    }
    return write(file, picture);
  }

  /** Writes a picture; its format is the end of the file's name. */
  public static Path write(Path file, BufferedImage picture) {
    try {
      Files.createDirectories(file.getParent());
      String name = file.getFileName().toString();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), bytes)) {
        throw new IllegalArgumentException(name);
      }
      return Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder of pictures for each class. */
  public static Path pictures(Path folder, Digits digits) {
    for (int i = 0; i < digits.count(); i++) {
      String name = digits.classes().get(digits.label(i));
      picture(folder.resolve(name).resolve(i + ".png"), digits, i);
    }
    return folder;
  }
}
