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
 * The picture that a clipboard or a drop holds: a file, or bytes that came with it. A picture of
 * which only the address is there is none: JavaFX would fetch it, from whatever server and on the
 * FX thread, as soon as it is asked for an image.
 */
sealed interface PictureContent {
  /** A file; not looked at yet. */
  record InFile(Path file) implements PictureContent {}

  /**
   * Bytes that are there.
   *
   * @param decoder makes a picture of them, which takes its time
   */
  record InMemory(Callable<BufferedImage> decoder) implements PictureContent {}

  /** Kinds of pictures that Java reads, as they are asked for. */
  List<String> KINDS = List.of("image/png", "image/jpeg", "image/gif", "image/bmp");

  /** In a page: asked for an image, JavaFX fetches the first that is written so. */
  Pattern FETCHED = Pattern.compile("img\\s+src\\s*=", Pattern.CASE_INSENSITIVE);

  /** Whether there may be a picture; quick, so that it can be asked while something is dragged. */
  static boolean isIn(Clipboard board) {
    return board.hasFiles() || board.hasImage() || board.hasUrl() || encoded(board).isPresent();
  }

  /**
   * The picture, if there is one.
   *
   * @param name what a problem calls it
   */
  static Optional<PictureContent> of(Clipboard board, String name) {
    List<File> files = board.getFiles();
    if (files != null && !files.isEmpty()) {
      return Optional.of(new InFile(files.getFirst().toPath()));
    }
    return Stream.<Optional<Callable<BufferedImage>>>of(
            bytes(board).map(bytes -> () -> PictureFile.read(bytes, name)),
            pixels(board).map(image -> () -> picture(image, name)),
            DataUrl.in(board).map(url -> () -> PictureFile.read(url.bytes(name), name)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(InMemory::new);
  }

  private static Optional<DataFormat> encoded(Clipboard board) {
    return KINDS.stream()
        .flatMap(
            kind ->
                board.getContentTypes().stream()
                    .filter(format -> format.getIdentifiers().contains(kind)))
        .findFirst();
  }

  private static Optional<byte[]> bytes(Clipboard board) {
    return encoded(board)
        .map(board::getContent)
        .filter(ByteBuffer.class::isInstance)
        .map(
            content -> {
              ByteBuffer buffer = ((ByteBuffer) content).duplicate().rewind();
              byte[] bytes = new byte[buffer.remaining()];
              buffer.get(bytes);
              return bytes;
            });
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
