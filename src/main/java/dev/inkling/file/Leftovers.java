package dev.inkling.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names for what is not whole yet, and its end where a program was killed before it was. Only names
 * that Inkling itself gives are looked at, and only what nobody touched for a day is deleted, so
 * that no other Inkling is still at it.
 */
public final class Leftovers {
  private static final Logger LOG = Logger.getLogger(Leftovers.class.getName());

  /** What is deleted once for good stays as long as this. */
  public static final Duration KEPT = Duration.ofDays(1);

  /** Packed files being unpacked are in folders of names that begin so. */
  public static final String UNPACKING = ".unpack-";

  /** How the names of locks end that may go when nobody has them. */
  public static final String LOCK = ".inkling.lock";

  /**
   * The names of {@link #newName}, of unpacking, of checkpoints, and those that older ones gave.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "\\.inkling-[0-9a-f]{16}\\.part|\\.unpack-\\d+|\\.\\d{4,9}\\.part"
              + "|\\.\\w+\\.(json|jsonl|npz|csv)\\.part");

  /**
   * What is whole: a checkpoint's folder was moved there. Whoever has many runs starts as quickly.
   */
  private static final Pattern WHOLE = Pattern.compile("\\d{4,9}");

  private Leftovers() {}

  /** A name in a folder, for what is moved to its place when it is whole; nothing is there. */
  public static Path newName(Path folder) {
    return folder.resolve(newName());
  }

  /** Likewise a name beside a place, in the folder that it is in. */
  public static Path beside(Path place) {
    return place.resolveSibling(newName());
  }

  private static String newName() {
    return ".inkling-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
        + ".part";
  }

  /** True when nobody touched a file or folder for as long as deleted things are kept. */
  public static boolean isOld(Path path) throws IOException {
    return isOld(Files.readAttributes(path, BasicFileAttributes.class));
  }

  private static boolean isOld(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().toInstant().isBefore(Instant.now().minus(KEPT));
  }

  /** Sweeps the user's folders while the program goes on. */
  public static void sweepInBackground(AppFolders folders) {
    Thread.ofPlatform()
        .daemon()
        .name("leftovers")
        .start(
            () -> {
              sweep(folders.settings());
              sweep(folders.data());
            });
  }

  /** Deletes what is left over in a folder and below it; what cannot be deleted stays. */
  static void sweep(Path folder) {
    try {
      Files.walkFileTree(folder, new Sweep());
    } catch (IOException e) {
      LOG.log(Level.FINE, "not swept", e);
    }
  }

  /** Deletes what is left over of files of a folder, which may be any folder of the user's. */
  static void sweepFiles(Path folder) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".inkling-*.part")) {
      for (Path file : left) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          new Sweep().visitFile(file, Files.readAttributes(file, BasicFileAttributes.class));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.FINE, "not swept", e);
    }
  }

  private static final class Sweep extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (isLeft(folder, attributes)) {
        delete(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      String name = String.valueOf(folder.getFileName());
      return NAME.matcher(name).matches() || WHOLE.matcher(name).matches()
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isLeft(file, attributes)) {
        delete(file);
      } else if (file.toString().endsWith(LOCK) && isOld(attributes)) {
        deleteFree(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A training may take longer than a day. */
    private static void deleteFree(Path file) {
      try {
        Optional<TryLock> lock =
            TryLock.take(Objects.requireNonNull(file.getParent()), file.getFileName().toString());
        if (lock.isPresent()) {
          delete(file);
          lock.get().close();
        }
      } catch (IOException e) {
        LOG.log(Level.FINE, "left", e);
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // gone meanwhile, or not ours to read
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private static boolean isLeft(Path path, BasicFileAttributes attributes) {
      return NAME.matcher(String.valueOf(path.getFileName())).matches() && isOld(attributes);
    }

    private static void delete(Path path) {
      try {
        Folders.delete(path);
      } catch (IOException e) {
        LOG.log(Level.FINE, "left", e);
      }
    }
  }
}
