package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Images that are evaluated, as they were when they were read.
 *
 * @param name of the data set
 * @param files its files as they were when it was read
 * @param digits the images with their labels
 * @param drawings that the images were made of, one for each; empty where they were not drawn here
 */
record ImageSet(String name, List<FileState> files, Digits digits, List<Kept> drawings) {
  /**
   * A file at a moment. Its time alone would not do: a system's clock may tick too seldom to tell
   * two changes apart.
   *
   * @param key of the file itself, another one when it was replaced; null where a system has none
   */
  record FileState(FileTime changed, long size, @Nullable Object key) {}

  /**
   * Reads the test images of a data set.
   *
   * @throws dev.inkling.text.Problem when there are none, or they cannot be read
   */
  static ImageSet read(String name, DataSource source, DownloadProgress progress) {
    List<FileState> files = files(name, source);
    if (ImageSource.of(name).isDrawnHere()) {
      List<Kept> drawings = source.drawings().all();
      Digits digits =
          drawings.isEmpty() ? source.drawings().digits() : DrawingStore.digits(drawings);
      return new ImageSet(name, files, digits, drawings);
    }
    return new ImageSet(name, files, source.loadTest(name, progress), List.of());
  }

  /** The files of a data set as they are now; none where they never change. */
  static List<FileState> files(String name, DataSource source) {
    return ImageSource.of(name).files(source).stream()
        .flatMap(file -> state(file).stream())
        .toList();
  }

  private static Optional<FileState> state(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new FileState(now.lastModifiedTime(), now.size(), now.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
