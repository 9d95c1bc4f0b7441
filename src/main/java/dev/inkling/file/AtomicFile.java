package dev.inkling.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/**
 * Writes files beside their place and moves them there when they are whole. Any number of threads
 * and programs may write the same file at once: the last one's is there then. What a symbolic link
 * leads to is written, and the link stays; a pipe or a device is written to as it is.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What is to stand in a file. */
  public interface Content {
    /** Writes it all; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file; its folder is made where it is missing, and its rights stay. Whatever goes
   * wrong, the old file stays.
   */
  public static void write(Path file, Content content) throws IOException {
    Path place = behindLinks(file.toAbsolutePath());
    if (isStream(place)) {
      try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      return;
    }
    Path folder = Objects.requireNonNull(place.getParent(), () -> place + " is no file");
    Files.createDirectories(folder);
    Path beside = Leftovers.beside(place);
    try {
      writeNew(beside, place, content);
      replace(place, beside);
    } finally {
      Files.deleteIfExists(beside);
    }
    Leftovers.sweepFiles(folder);
  }

  /** Writes a text in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Puts a whole file in the place of another, whose rights it gets.
   *
   * @param whole in the same folder or in another one on the same disk; it is gone then
   */
  public static void replace(Path place, Path whole) throws IOException {
    copyRights(place, whole);
    Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copyRights(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  private static void writeNew(Path file, Path place, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      copyRights(place, file); // before anything is in it that others must not read
      content.writeTo(out);
      out.flush();
      // A power cut would otherwise leave an empty file under the name.
      channel.force(true);
    }
  }

  /**
   * A pipe, a device, or a file that stands for something open: nothing can be put in its place.
   */
  private static boolean isStream(Path place) {
    return Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place);
  }

  /** Where a link leads, or the place itself; a link to nothing has its file made. */
  private static Path behindLinks(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return place.toRealPath();
    }
    Path end = place;
    while (Files.isSymbolicLink(end) && !Files.exists(end)) {
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    return end;
  }
}
