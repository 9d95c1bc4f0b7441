package dev.inkling.image;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which files are pictures, by their names. */
public final class PictureFiles {
  /**
   * What their names end in, in small letters. HEIC and AVIF are among them although they are not
   * opened: who has them is told how to convert them, and does not look for them in vain.
   */
  public static final List<String> ENDINGS =
      List.of(
          "png", "jpg", "jpeg", "jpe", "jfif", "webp", "tif", "tiff", "gif", "bmp", "heic", "heif",
          "avif");

  private PictureFiles() {}

  /**
   * A file itself, or the pictures of a folder in the order of their names.
   *
   * @throws Problem when there is none
   */
  public static List<Path> in(Path path) {
    return Files.isDirectory(path) ? pictures(path) : List.of(path);
  }

  private static List<Path> pictures(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures = files.filter(PictureFiles::isPicture).sorted().toList();
      if (pictures.isEmpty()) {
        throw new Problem("problem.picture.none", folder);
      }
      return pictures;
    } catch (IOException | UncheckedIOException e) {
      throw new Problem(e, "problem.file.unreadable", folder);
    }
  }

  private static boolean isPicture(Path file) {
    return isNamed(file) && Files.isRegularFile(file);
  }

  /** True when a name ends as a picture's. */
  public static boolean isNamed(Path file) {
    return isNamed(file.toString());
  }

  /** Likewise, of a name that may be none here. */
  public static boolean isNamed(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot >= 0 && ENDINGS.contains(name.substring(dot + 1));
  }
}
