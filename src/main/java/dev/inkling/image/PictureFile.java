package dev.inkling.image;

import dev.inkling.file.NamedPath;
import dev.inkling.text.Problem;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens PNG, JPEG, WebP, TIFF, GIF and BMP: what ImageIO finds readers for. */
public final class PictureFile {
  /** Pictures with more pixels are read with pixels left out, which needs less memory. */
  private static final long ENOUGH_PIXELS = 2_000_000;

  /** The largest picture that is opened at all: about twice what the largest cameras make. */
  private static final long MOST_PIXELS = 400_000_000;

  /** WebP's decoder holds all pixels; so many it may always, as many as most cameras make. */
  private static final int HELD_PIXELS = 20_000_000;

  /**
   * Beyond them a byte stands for that many at most; one that a header speaks of for any number.
   */
  private static final int PIXELS_OF_A_BYTE = 20_000;

  /** What is read of something that is no file of a size. */
  private static final int MOST_BYTES = 64 << 20;

  /** Red, green and blue in a byte each. */
  private static final ImageTypeSpecifier IN_ORDER =
      ImageTypeSpecifier.createInterleaved(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          new int[] {0, 1, 2},
          DataBuffer.TYPE_BYTE,
          false,
          false);

  private PictureFile() {}

  /**
   * Reads a picture.
   *
   * @param file to read
   * @return the picture as {@link EightBits} leaves it, at most four times {@link #ENOUGH_PIXELS}
   *     large; of several pages the first
   * @throws Problem that says what is wrong with the file
   */
  public static BufferedImage read(Path file) {
    return read(file, file);
  }

  /**
   * Likewise.
   *
   * @param name what a problem calls the file
   */
  public static BufferedImage read(Path file, Object name) {
    NamedPath.checkFile(file, name);
    try {
      return read(bytes(file), name);
    } catch (IOException e) {
      throw new Problem(e, "problem.file.unreadable", name);
    }
  }

  /**
   * Reads a picture that is in memory.
   *
   * @param bytes of a picture's file
   * @param name what a problem calls it
   * @throws Problem as {@link #read(Path)} does
   */
  public static BufferedImage read(byte[] bytes, Object name) {
    return open(bytes, name).picture;
  }

  /**
   * A picture that was opened.
   *
   * @param step of how many of its file's pixels, to the right and down, each of its own is one
   */
  public record Opened(BufferedImage picture, int step) {}

  /** Likewise, with what was left out of it. */
  public static Opened open(byte[] bytes, Object name) {
    if (bytes.length == 0) {
      throw new Problem("problem.picture.empty", name);
    }
    Opened opened = decode(bytes, name);
    return new Opened(ExifOrientation.upright(EightBits.of(opened.picture), bytes), opened.step);
  }

  /**
   * All of a file; a pipe or a device has no size and may have no end.
   *
   * @throws IOException when it cannot be read
   */
  public static byte[] bytes(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      return Files.readAllBytes(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  private static Opened decode(byte[] bytes, Object name) {
    // Not ImageIO's own: a cache file could be left behind, and some read more than they are asked.
    try (ImageInputStream in = new MemoryCacheImageInputStream(stream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw OtherFormats.problem(bytes, name);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        checkSize(reader, bytes, name);
        return whole(reader, name);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof Problem problem) {
        throw problem;
      }
      throw new Problem(e, "problem.picture.damaged", name); // decoders throw all sorts of things
    }
  }

  private static InputStream stream(byte[] bytes) throws IOException {
    return WebpInput.is(bytes) ? WebpInput.of(bytes) : new ByteArrayInputStream(bytes);
  }

  /** A JPEG that is cut short is read without an exception, its rest grey, but with a warning. */
  private static Opened whole(ImageReader reader, Object name) throws IOException {
    AtomicBoolean isCut = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (_, warning) -> isCut.compareAndSet(false, warning.contains("premature end")));
    int step = (int) Math.max(1, Math.floor(Math.sqrt((double) pixels(reader) / ENOUGH_PIXELS)));
    ImageReadParam sparing = reader.getDefaultReadParam();
    sparing.setSourceSubsampling(step, step, 0, 0);
    inOrder(reader, step).ifPresent(sparing::setDestination);
    BufferedImage picture = reader.read(0, sparing);
    if (isCut.get()) {
      throw new Problem("problem.picture.damaged", name);
    }
    return new Opened(picture, step);
  }

  /**
   * A picture with its bytes in the order in which a JPEG has them: Java's own has blue first, and
   * is given them one by one.
   */
  private static Optional<BufferedImage> inOrder(ImageReader reader, int step) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    boolean isBackward =
        reader.getFormatName().equalsIgnoreCase("jpeg")
            && types.hasNext()
            && types.next().getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR;
    return isBackward
        ? Optional.of(
            IN_ORDER.createBufferedImage(
                Math.ceilDiv(reader.getWidth(0), step), Math.ceilDiv(reader.getHeight(0), step)))
        : Optional.empty();
  }

  private static void checkSize(ImageReader reader, byte[] bytes, Object name) throws IOException {
    long pixels = pixels(reader);
    if (pixels > MOST_PIXELS) {
      throw new Problem("problem.picture.huge", name, pixels / 1_000_000, MOST_PIXELS / 1_000_000);
    }
    long held = Math.max(HELD_PIXELS, (long) PIXELS_OF_A_BYTE * bytes.length);
    if (WebpInput.is(bytes) && pixels > held) {
      throw new Problem("problem.picture.damaged", name);
    }
  }

  private static long pixels(ImageReader reader) throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }
}
