package dev.inkling.data;

import dev.inkling.file.AtomicFile;
import dev.inkling.file.WriteProblem;
import dev.inkling.image.Framing;
import dev.inkling.text.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Reads and writes IDX files, MNIST's format (LeCun, Cortes, Burges: The MNIST database, "the IDX
 * file format"): a big-endian magic number, the size of each dimension, then unsigned bytes. Plain
 * or gzip-compressed, told apart by the first bytes and not by the name.
 */
public final class Idx {
  /** Magic number of a file of images: unsigned bytes in 3 dimensions. */
  static final int IMAGES = 0x0803;

  /** Magic number of a file of labels: unsigned bytes in 1 dimension. */
  static final int LABELS = 0x0801;

  /**
   * More than any collection of digits has, and 784 MB: a compressed file of some hundred kilobytes
   * can say that it holds two gigabytes, and hold them.
   */
  static final int MOST_IMAGES = 1_000_000;

  private static final int BYTES = 0x08;
  private static final int INTEGERS = 0x0c;

  /** QMNIST has 8 numbers for each image. */
  private static final int MOST_NUMBERS = 64;

  /** So many bytes at most become one by Deflate, plain files being smaller by nothing. */
  private static final long MOST_COMPRESSED = 1_032;

  private static final String IMAGES_TYPE = "idx3-ubyte";
  private static final String LABELS_TYPE = "idx1-ubyte";

  /** A training or a test file's name starts so. */
  public enum Part {
    TRAIN("train"),
    TEST("t10k");

    private final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }

    private String images() {
      return prefix + "-images";
    }

    private String labels() {
      return prefix + "-labels";
    }
  }

  private Idx() {}

  /**
   * Reads images and labels of one part of a data set.
   *
   * @param folder with the two files under their usual names, {@code .gz} or plain
   * @throws Problem that names the file and what is wrong with it
   */
  public static Digits read(Path folder, Part part) {
    if (!Files.isDirectory(folder)) {
      throw new Problem("problem.idx.folder", folder);
    }
    return read(find(folder, part.images(), IMAGES_TYPE), find(folder, part.labels(), LABELS_TYPE));
  }

  /**
   * Reads a file of images and its file of labels.
   *
   * @throws Problem when either is not what it should be, or their counts differ
   */
  public static Digits read(Path images, Path labels) {
    byte[] pixels = readImages(images);
    byte[] classes = readLabels(labels);
    int count = pixels.length / Digits.PIXELS;
    if (count != classes.length) {
      throw new Problem("problem.idx.counts", images, count, labels, classes.length);
    }
    if (count == 0) {
      throw new Problem("problem.idx.empty", images);
    }
    return new Digits(pixels, classes);
  }

  /** True when a folder holds images of a part. */
  static boolean isIn(Path folder, Part part) {
    return names(part.images(), IMAGES_TYPE).stream()
        .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  /**
   * Writes images and labels of one part, compressed, each file beside its place and then moved.
   *
   * @param folder that is made where it is missing
   * @throws Problem when the folder cannot be written
   */
  public static void write(Path folder, Part part, Digits digits) {
    try {
      write(
          folder.resolve(names(part.images(), IMAGES_TYPE).getFirst()),
          new int[] {IMAGES, digits.count(), Framing.SIZE, Framing.SIZE},
          digits.pixels(),
          digits.start() * Digits.PIXELS,
          digits.count() * Digits.PIXELS);
      write(
          folder.resolve(names(part.labels(), LABELS_TYPE).getFirst()),
          new int[] {LABELS, digits.count()},
          digits.labels(),
          digits.start(),
          digits.count());
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
  }

  private static void write(Path file, int[] header, byte[] body, int from, int count)
      throws IOException {
    AtomicFile.write(
        file,
        to -> {
          GZIPOutputStream packed = new GZIPOutputStream(to);
          DataOutputStream out = new DataOutputStream(packed);
          for (int number : header) {
            out.writeInt(number);
          }
          out.write(body, from, count);
          packed.finish(); // and not closed: the file is brought to the disk first
        });
  }

  private static Path find(Path folder, String stem, String type) {
    List<String> names = names(stem, type);
    return names.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new Problem("problem.idx.missing", folder, names.getFirst()));
  }

  /** The names that a file goes by, the usual one first. */
  private static List<String> names(String stem, String type) {
    return List.of(
        stem + "-" + type + ".gz", stem + "-" + type, stem + "." + type, stem + "." + type + ".gz");
  }

  static byte[] readImages(Path file) {
    return read(
        file,
        in -> {
          expectMagic(in, IMAGES, file, "problem.idx.magic.images");
          int count = readCount(in, file);
          int rows = in.readInt();
          int columns = in.readInt();
          if (rows != Framing.SIZE || columns != Framing.SIZE) {
            throw new Problem("problem.idx.size", file, columns, rows);
          }
          checkPossible(file, (long) count * Digits.PIXELS);
          byte[] pixels = new byte[count * Digits.PIXELS];
          in.readFully(pixels);
          end(in);
          return pixels;
        });
  }

  private static byte[] readLabels(Path file) {
    return read(
        file,
        in -> {
          expectMagic(in, LABELS, file, "problem.idx.magic.labels");
          byte[] labels = readBytes(in, readCount(in, file));
          for (int i = 0; i < labels.length; i++) {
            int label = labels[i] & 0xff;
            if (label >= Digits.CLASSES) {
              throw new Problem("problem.idx.label", file, i, label);
            }
          }
          return labels;
        });
  }

  /**
   * Reads labels of any size: bytes, or numbers of 32 bits, of which each image may have several,
   * as QMNIST's have. The first is the class.
   */
  static int[] readAnyLabels(Path file) {
    int[][] result = new int[1][];
    read(
        file,
        in -> {
          int magic = in.readInt();
          int type = magic >>> 8;
          int dimensions = magic & 0xff;
          if ((type != BYTES && type != INTEGERS) || dimensions < 1 || dimensions > 2) {
            throw notLabels(file, magic);
          }
          int count = readCount(in, file);
          int each = dimensions == 1 ? 1 : in.readInt();
          if (each < 1 || each > MOST_NUMBERS) {
            throw notLabels(file, magic);
          }
          int width = type == BYTES ? 1 : Integer.BYTES;
          checkPossible(file, (long) count * each * width);
          result[0] = readNumbers(in, count, each, width);
          end(in);
          return new byte[0];
        });
    return result[0];
  }

  private static int[] readNumbers(DataInputStream in, int count, int each, int width)
      throws IOException {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = width == 1 ? in.readUnsignedByte() : in.readInt();
      in.skipNBytes((long) (each - 1) * width);
    }
    return labels;
  }

  private static Problem notLabels(Path file, int magic) {
    return new Problem(
        "problem.idx.magic.labels", file, String.format(Locale.ROOT, "0x%08x", magic));
  }

  private interface Body {
    byte[] read(DataInputStream in) throws IOException;
  }

  private static byte[] read(Path file, Body body) {
    try (InputStream raw = Files.newInputStream(file); // closed even where its gzip is broken
        DataInputStream in = unpacked(new BufferedInputStream(raw, 1 << 16))) {
      return body.read(in);
    } catch (EOFException e) {
      throw new Problem(e, "problem.idx.truncated", file);
    } catch (ZipException e) {
      throw new Problem(e, "problem.idx.gzip", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", file);
    }
  }

  private static DataInputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return new DataInputStream(
        gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw);
  }

  private static void expectMagic(DataInputStream in, int expected, Path file, String key)
      throws IOException {
    int magic = in.readInt();
    if (magic != expected) {
      throw new Problem(key, file, String.format(Locale.ROOT, "0x%08x", magic));
    }
  }

  private static int readCount(DataInputStream in, Path file) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      throw new Problem("problem.idx.truncated", file);
    }
    if (count > MOST_IMAGES) {
      throw new Problem("problem.idx.large", file, count, MOST_IMAGES);
    }
    return count;
  }

  /** Grows as it reads: a count in a broken header must not take all memory. */
  private static byte[] readBytes(DataInputStream in, int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    end(in);
    return bytes;
  }

  /** Only at its end does a gzip file tell whether its checksum is right. */
  private static void end(DataInputStream in) throws IOException {
    in.read();
  }

  /** A count in a broken header must not take all memory. */
  private static void checkPossible(Path file, long bytes) throws IOException {
    if (bytes > MOST_COMPRESSED * Files.size(file)) {
      throw new EOFException();
    }
  }
}
