package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.ImageSource;
import dev.inkling.data.Kept;
import dev.inkling.file.FileState;
import java.util.List;

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
    return FileState.of(ImageSource.of(name).files(source));
  }
}
