package dev.inkling.pack;

import dev.inkling.file.AtomicFile;
import dev.inkling.text.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A model's or a run's folder in one file, to pass on: a zip. Its first entry is its media type,
 * not compressed, so that others know the file by its beginning, as in OpenDocument and EPUB.
 */
public final class InklingFile {
  /** How such a file's name ends. */
  public static final String EXTENSION = ".inkling";

  private static final String TYPE_ENTRY = "mimetype";
  private static final byte[] TYPE = "application/vnd.inkling".getBytes(StandardCharsets.US_ASCII);

  /** What belongs to a model or a run. Nothing else goes in, and no path leads out of a folder. */
  private static final Pattern CONTENT =
      Pattern.compile("(checkpoints/\\d{4,9}/)?[a-z]+\\.(json|npz|csv|txt)");

  /** All that may come out of a file: the longest runs have 1,000 epochs of some megabytes. */
  private static final long MAX_BYTES = 4L << 30;

  /**
   * A folder gives the same file whenever it is packed. The first of January 1980, which is the
   * earliest that a zip can say, would get a field of its own between a name and its content.
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private InklingFile() {}

  /** True when a name ends as such a file's. */
  public static boolean isNamed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
  }

  /**
   * Packs the folder of a model or of a run that is not in training; what else is in it stays out.
   *
   * @throws Problem when it is too large or cannot be written
   */
  public static void pack(Path folder, Path file) {
    try {
      List<Path> content = content(folder);
      long bytes = 0;
      for (Path each : content) {
        bytes += Files.size(each);
      }
      if (bytes > MAX_BYTES) {
        throw huge(folder);
      }
      AtomicFile.write(file, out -> write(folder, content, out));
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unwritable", file);
    }
  }

  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> CONTENT.matcher(name(folder, path)).matches()).sorted().toList();
    }
  }

  private static String name(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static void write(Path folder, List<Path> content, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(typeEntry());
    zip.write(TYPE);
    for (Path path : content) {
      ZipEntry entry = new ZipEntry(name(folder, path));
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      Files.copy(path, zip);
    }
    zip.finish();
  }

  private static ZipEntry typeEntry() {
    CRC32 sum = new CRC32();
    sum.update(TYPE);
    ZipEntry entry = new ZipEntry(TYPE_ENTRY);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(TYPE.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(TIME);
    return entry;
  }

  /**
   * Unpacks a file into an empty folder.
   *
   * @throws Problem when it is no such file, damaged, too large, or holds what does not belong
   *     there; then parts of it may be in the folder
   */
  static void unpack(Path file, Path folder) {
    unpack(file, folder, MAX_BYTES);
  }

  static void unpack(Path file, Path folder, long maxBytes) {
    if (!Files.exists(file)) {
      throw new Problem("problem.file.missing", file);
    }
    if (Files.isDirectory(file)) {
      throw new Problem("problem.file.notAFile", file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      unpack(new ZipInputStream(new BufferedInputStream(in)), folder, file, maxBytes);
    } catch (ZipException | EOFException | FileAlreadyExistsException e) {
      throw new Problem(e, "problem.pack.damaged", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.pack.unpack", file, folder);
    }
  }

  private static void unpack(ZipInputStream zip, Path folder, Path file, long maxBytes)
      throws IOException {
    long left = maxBytes;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.equals(TYPE_ENTRY)) {
        continue;
      }
      if (!CONTENT.matcher(name).matches()) {
        throw new Problem("problem.pack.foreign", file, name);
      }
      Path place = folder.resolve(name);
      Files.createDirectories(place.getParent());
      left -= copy(zip, place, left, file);
    }
  }

  /** Counts what comes out: what a zip says of its sizes need not be true. */
  private static long copy(InputStream in, Path place, long most, Path file) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          throw huge(file);
        }
        out.write(buffer, 0, read);
      }
    }
    return bytes;
  }

  private static Problem huge(Path what) {
    return new Problem("problem.pack.huge", what, MAX_BYTES >> 30);
  }
}
