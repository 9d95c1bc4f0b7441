package dev.inkling.support;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** IDX files by hand. */
public final class IdxFiles {
  /** The names of the four files of a data set, plain. */
  public static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

  public static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  public static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  public static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private IdxFiles() {}

  /** A header of numbers and the bytes behind it. */
  public static byte[] idx(byte[] body, int... header) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * header.length + body.length);
    for (int number : header) {
      buffer.putInt(number);
    }
    return buffer.put(body).array();
  }

  /** A file of images. */
  public static byte[] images(Digits digits) {
    return idx(pixels(digits), 0x0803, digits.count(), 28, 28);
  }

  /** A file of labels. */
  public static byte[] labels(Digits digits) {
    byte[] labels = new byte[digits.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) digits.label(i);
    }
    return idx(labels, 0x0801, labels.length);
  }

  private static byte[] pixels(Digits digits) {
    byte[] pixels = new byte[digits.count() * Digits.PIXELS];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (byte) Math.round(digits.ink(p / Digits.PIXELS, p % Digits.PIXELS) * 255);
    }
    return pixels;
  }

  /** Bytes, compressed. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(result)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result.toByteArray();
  }

  /** Writes the four files of a data set into a folder. */
  public static Path write(Path folder, Digits training, Digits test) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(TRAIN_IMAGES), images(training));
      Files.write(folder.resolve(TRAIN_LABELS), labels(training));
      Files.write(folder.resolve(TEST_IMAGES), images(test));
      Files.write(folder.resolve(TEST_LABELS), labels(test));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a folder that is taken for MNIST's, as its four files are there. */
  public static void writeMnist(Path folder, int tests) {
    write(folder, Synthetic.digits(12, 1), Synthetic.digits(tests, 2));
    try {
      for (String name : List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)) {
        byte[] plain = Files.readAllBytes(folder.resolve(name));
        Files.write(folder.resolve(name + ".gz"), gzip(plain));
        Files.delete(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
