package dev.inkling.ui.results;

import dev.inkling.data.Collection;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.Kept;
import dev.inkling.data.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Images that are evaluated, as they were when they were read.
 *
 * @param name of the data set
 * @param changed when its files were last written
 * @param digits the images with their labels
 * @param drawings that the images were made of, one for each; empty where they were not drawn here
 */
record ImageSet(String name, FileTime changed, Digits digits, List<Kept> drawings) {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  /**
   * Reads the test images of a data set.
   *
   * @throws dev.inkling.text.Problem when there are none, or they cannot be read
   */
  static ImageSet read(String name, DataSource source, Mnist.Progress progress) {
    FileTime changed = changed(name, source);
    if (name.equals(DataSource.DRAWINGS)) {
      List<Kept> drawings = source.drawings().all();
      Digits digits = drawings.isEmpty() ? source.drawings().digits() : Collection.digits(drawings);
      return new ImageSet(name, changed, digits, drawings);
    }
    return new ImageSet(name, changed, source.loadTest(name, progress), List.of());
  }

  /** When a data set's files were last written; what has none never changes. */
  static FileTime changed(String name, DataSource source) {
    return switch (name) {
      case DataSource.MNIST, DataSource.SYNTHETIC -> NEVER;
      case DataSource.DRAWINGS -> time(source.drawings().file());
      default -> newest(Path.of(name));
    };
  }

  private static FileTime newest(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(ImageSet::time).max(Comparator.naturalOrder()).orElse(NEVER);
    } catch (IOException e) {
      return NEVER; // reading it says what is wrong
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return NEVER;
    }
  }
}
