package dev.inkling.pack;

import dev.inkling.file.AtomicFile;
import dev.inkling.file.Folders;
import dev.inkling.file.Leftovers;
import dev.inkling.file.NamedPath;
import dev.inkling.file.WriteProblem;
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
import org.jspecify.annotations.Nullable;

/**
 * A model's, a run's, a hand's or a network's folder in one file, to pass on: a zip. Its first
 * entry is its media type, not compressed, so that others know the file by its beginning, as in
 * OpenDocument and EPUB.
 */
public final class InklingFile {
  /** How such a file's name ends. */
  public static final String EXTENSION = ".inkling";

  private static final String TYPE_ENTRY = "mimetype";
  private static final byte[] TYPE = "application/vnd.inkling".getBytes(StandardCharsets.US_ASCII);

  /** What such a folder has. Nothing else goes in or comes out. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "(checkpoints/\\d{4,9}/)?(model\\.json|parameters\\.npz)"
              + "|checkpoints/\\d{4,9}/(checkpoint\\.json|optimizer\\.npz)"
              + "|hand\\.json|drawings\\.jsonl|network\\.json"
              + "|(run|corrections)\\.json|(batches|epochs|classes|layers)\\.csv|log\\.txt");

  /** What earlier versions also packed, when somebody had put it there. It is passed over. */
  private static final Pattern BESIDES =
      Pattern.compile("(checkpoints/\\d{4,9}/)?[a-z]+\\.(json|npz|csv|txt)");

  /** Four files for each of 1,000 epochs, those of the run itself, and some besides. */
  static final int MOST_ENTRIES = 4_100;

  private static final int MOST_MB_OF_JSON = 4;
  private static final int MOST_MB_OF_OTHERS = 256;

  /** Longer than a media type. */
  private static final int MOST_OF_TYPE = 256;

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

  /** Fills a folder that is packed and passes. */
  @FunctionalInterface
  interface Fill {
    /** Writes files that a pack may have. */
    void into(Path folder) throws IOException;
  }

  /**
   * Packs what is written for it.
   *
   * @throws Problem when it cannot be written
   */
  static void packMade(Fill content, Path file) {
    Path parent = NamedPath.of(System.getProperty("java.io.tmpdir"));
    try {
      Path folder = Files.createTempDirectory(parent, Leftovers.UNPACKING);
      try {
        content.into(folder);
        pack(folder, file);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", parent);
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
    NamedPath.checkFile(file, file);
    try (InputStream in = Files.newInputStream(file)) {
      unpack(new ZipInputStream(new BufferedInputStream(in)), folder, file, maxBytes);
    } catch (ZipException
        | EOFException
        | FileAlreadyExistsException
        | IllegalArgumentException e) { // the last for names that are no text
      throw new Problem(e, "problem.pack.damaged", file);
    } catch (IOException e) {
      throw new Problem(e, "problem.pack.unpack", file, folder);
    }
  }

  private static void unpack(ZipInputStream zip, Path folder, Path file, long maxBytes)
      throws IOException {
    long left = maxBytes;
    int entries = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++entries > MOST_ENTRIES) {
        throw new Problem("problem.pack.many", file, MOST_ENTRIES);
      }
      String name = entry.getName();
      if (name.equals(TYPE_ENTRY)) {
        checkType(zip);
      } else {
        left -= copy(zip, name, place(name, folder, file), left, file);
      }
    }
  }

  /** Read here, for the zip would unpack all of an entry that nobody reads. */
  private static void checkType(InputStream in) throws IOException {
    if (in.readNBytes(MOST_OF_TYPE).length == MOST_OF_TYPE) {
      throw new ZipException("no media type is so long");
    }
  }

  /** Where an entry goes; null where what comes out of it is only counted. */
  private static @Nullable Path place(String name, Path folder, Path file) throws IOException {
    if (CONTENT.matcher(name).matches()) {
      Path place = folder.resolve(name);
      Files.createDirectories(place.getParent());
      return place;
    } else if (BESIDES.matcher(name).matches()) {
      return null;
    }
    throw new Problem("problem.pack.foreign", file, name);
  }

  /** Counts what comes out: what a zip says of its sizes need not be true. */
  private static long copy(InputStream in, String name, @Nullable Path place, long left, Path file)
      throws IOException {
    int most = name.endsWith(".json") || place == null ? MOST_MB_OF_JSON : MOST_MB_OF_OTHERS;
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out =
        place == null
            ? OutputStream.nullOutputStream()
            : Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > left) {
          throw huge(file);
        } else if (bytes > (long) most << 20) {
          throw new Problem("problem.pack.large", file, name, most);
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
