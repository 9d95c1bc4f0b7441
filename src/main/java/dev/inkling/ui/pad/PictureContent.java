package dev.inkling.ui.pad;

import dev.inkling.image.PictureFile;
import dev.inkling.text.Problem;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a clipboard or a drop holds of pictures: files, or the bytes of one. A picture of which only
 * the address is there is none: JavaFX would fetch it, from whatever server and on the FX thread,
 * as soon as it is asked for an image.
 */
sealed interface PictureContent {
  /** Files, one at least; not looked at yet. */
  record InFiles(List<Path> files) implements PictureContent {}

  /**
   * Bytes that are there.
   *
   * @param decoder makes a picture of them, which takes its time
   */
  record InMemory(Callable<BufferedImage> decoder) implements PictureContent {}

  /** Kinds of pictures that are read, as they are asked for: first what loses nothing. */
  List<String> KINDS =
      List.of(
          "image/png",
          "image/x-png",
          "image/webp",
          "image/tiff",
          "image/bmp",
          "image/x-bmp",
          "image/x-MS-bmp",
          "image/jpeg",
          "image/jpg",
          "image/gif");

  /** In a page: asked for an image, JavaFX fetches the first that is written so. */
  Pattern FETCHED = Pattern.compile("img\\s+src\\s*=", Pattern.CASE_INSENSITIVE);

  /** Whether there may be a picture; quick, so that it can be asked while something is dragged. */
  static boolean isIn(Clipboard board) {
    return board.hasFiles()
        || board.hasImage()
        || board.hasUrl()
        || board.hasString() // which may name a file, as a page may
        || board.hasHtml()
        || encoded(board).findAny().isPresent();
  }

  /** Whether there is but the address of a picture, which is somewhere else. */
  static boolean isElsewhere(Clipboard board) {
    return board.hasImage()
        || board.hasUrl()
        || Addresses.in(board).stream().anyMatch(Addresses::isWeb);
  }

  /**
   * The pictures, if there are any. A program often offers the same one in several ways: its bytes
   * come first, then its pixels, then what is written in an address or named by it.
   *
   * @param name what a problem calls it
   */
  static Optional<PictureContent> of(Clipboard board, String name) {
    List<File> files = board.getFiles();
    if (files != null && !files.isEmpty()) {
      return Optional.of(new InFiles(files.stream().map(File::toPath).toList()));
    }
    List<String> addresses = Addresses.in(board);
    return inMemory(board, addresses, name).or(() -> named(addresses));
  }

  private static Optional<PictureContent> inMemory(
      Clipboard board, List<String> addresses, String name) {
    return Stream.<Optional<Callable<BufferedImage>>>of(
            bytes(board).map(bytes -> () -> PictureFile.read(bytes, name)),
            pixels(board).map(image -> () -> picture(image, name)),
            DataUrl.in(addresses).map(url -> () -> PictureFile.read(url.bytes(name), name)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(InMemory::new);
  }

  private static Optional<PictureContent> named(List<String> addresses) {
    return addresses.stream()
        .map(FilePaths::in)
        .filter(paths -> !paths.isEmpty())
        .findFirst()
        .map(InFiles::new);
  }

  private static Stream<DataFormat> encoded(Clipboard board) {
    return KINDS.stream()
        .flatMap(
            kind ->
                board.getContentTypes().stream()
                    .filter(format -> format.getIdentifiers().contains(kind)));
  }

  private static Optional<byte[]> bytes(Clipboard board) {
    return encoded(board)
        .map(board::getContent)
        .filter(ByteBuffer.class::isInstance)
        .map(content -> bytes((ByteBuffer) content))
        .filter(bytes -> bytes.length > 0) // some promise what they do not have
        .findFirst();
  }

  private static byte[] bytes(ByteBuffer content) {
    ByteBuffer buffer = content.duplicate().rewind();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** Nobody can tell pixels that came along from those that JavaFX would fetch for a page. */
  private static Optional<Image> pixels(Clipboard board) {
    String page = board.getHtml();
    return page != null && FETCHED.matcher(page).find()
        ? Optional.empty()
        : Optional.ofNullable(board.getImage());
  }

  private static BufferedImage picture(Image image, String name) {
    @Nullable BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
    if (picture == null) {
      throw new Problem("problem.picture.damaged", name);
    }
    return picture;
  }
}
