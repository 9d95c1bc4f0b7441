package dev.inkling.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes pictures as PNG. */
public final class PngFile {
  private PngFile() {}

  /** Writes a picture beside its place and moves it there; on a failure an older file stays. */
  public static void write(Path file, BufferedImage image) throws IOException {
    AtomicFile.write(file, out -> write(out, image));
  }

  /** Writes a picture; the stream stays open. */
  public static void write(OutputStream out, BufferedImage image) throws IOException {
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("no PNG writer");
    }
  }
}
