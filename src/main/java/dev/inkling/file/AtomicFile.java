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

/** Writes files beside their place and moves them there when they are whole. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What is to stand in a file. */
  public interface Content {
    /** Writes it all; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file; its folder is made where it is missing. Whatever goes wrong, the old file stays.
   */
  public static void write(Path file, Content content) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    Files.createDirectories(beside.getParent());
    try {
      try (FileChannel channel =
              FileChannel.open(
                  beside,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.writeTo(out);
        out.flush();
        // A power cut would otherwise leave an empty file under the name.
        channel.force(true);
      }
      Files.move(
          beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Writes a text in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
