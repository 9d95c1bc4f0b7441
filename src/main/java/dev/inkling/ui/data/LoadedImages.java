package dev.inkling.ui.data;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.data.PictureSize;
import dev.inkling.data.Remarks;
import dev.inkling.file.FileState;
import dev.inkling.image.GreyImage;
import dev.inkling.text.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of a data set, as they were when they were read. They are counted through: first those
 * to learn from, then those held out, then those for testing. Immutable.
 *
 * @param name of the data set, as it was chosen
 * @param files its files as they were
 * @param data the images; drawings that the user kept are all for testing, and so are images
 *     without labels, whose classes have no names
 * @param sizes of pictures before they became images, and how many had them
 * @param leftOut what could not be read, and why
 */
record LoadedImages(
    String name,
    List<FileState> files,
    DataSet data,
    Map<PictureSize, Integer> sizes,
    Optional<Problem> leftOut) {
  /** What an image is for. */
  enum Use {
    TRAINING,
    VALIDATION,
    TEST
  }

  /** Images of which nothing is to be said. */
  LoadedImages(String name, List<FileState> files, DataSet data) {
    this(name, files, data, Map.of(), Optional.empty());
  }

  /**
   * Reads a data set.
   *
   * @throws dev.inkling.text.Problem when files are missing, broken or cannot be downloaded
   */
  static LoadedImages read(String name, DataSource source, DownloadProgress progress) {
    ImageSource images = ImageSource.of(name);
    List<FileState> files = FileState.of(images.files(source));
    Remarks remarks = new Remarks(progress);
    DataSet data = data(images, source, remarks);
    return new LoadedImages(name, files, data, remarks.sizes(), remarks.leftOut());
  }

  private static DataSet data(ImageSource images, DataSource source, DownloadProgress progress) {
    boolean areLabeled = images.hasLabels();
    if (areLabeled && images.isForTraining()) {
      return images.load(source, progress);
    }
    Digits all =
        areLabeled ? images.loadTest(source, progress) : images.loadUnlabeled(source, progress);
    Digits none = all.range(0, 0);
    return new DataSet(images.name(), null, none, none, all);
  }

  /** True while its files are as they were. */
  boolean isCurrent(DataSource source) {
    return files.equals(FileState.of(ImageSource.of(name).files(source)));
  }

  /** False when nobody knows what the images are. */
  boolean areLabeled() {
    return !classes().isEmpty();
  }

  /** The names of the classes. */
  List<String> classes() {
    return data.test().classes();
  }

  /** The images of a use. */
  Digits of(Use use) {
    return switch (use) {
      case TRAINING -> data.train();
      case VALIDATION -> data.validation();
      case TEST -> data.test();
    };
  }

  /** How many there are. */
  int count() {
    return data.train().count() + data.validation().count() + data.test().count();
  }

  /** What image {@code i} is for. */
  Use use(int i) {
    int learned = data.train().count();
    return i < learned
        ? Use.TRAINING
        : i < learned + data.validation().count() ? Use.VALIDATION : Use.TEST;
  }

  /** Where image {@code i} stands among those of its use, counted from 0. */
  int place(int i) {
    return i - start(use(i));
  }

  /** The first image of a use, among all. */
  int start(Use use) {
    return switch (use) {
      case TRAINING -> 0;
      case VALIDATION -> data.train().count();
      case TEST -> data.train().count() + data.validation().count();
    };
  }

  /** The class of image {@code i}, an index in {@link #classes}, or {@link Digits#NONE}. */
  int label(int i) {
    return of(use(i)).label(place(i));
  }

  /** Image {@code i}. */
  GreyImage image(int i) {
    return of(use(i)).image(place(i));
  }

  /** All images in arrays of their own, in the order in which they are counted. */
  Digits together() {
    return data.train().with(data.validation(), data.test());
  }

  /** Some images in arrays of their own; their places rise. */
  Digits only(int[] some) {
    Digits[] parts =
        Arrays.stream(Use.values())
            .map(
                use ->
                    of(use)
                        .only(
                            Arrays.stream(some)
                                .filter(i -> use(i) == use)
                                .map(this::place)
                                .toArray()))
            .toArray(Digits[]::new);
    return parts[0].with(parts[1], parts[2]);
  }

  /** True when some of these images are for testing and some are not. */
  boolean areAcross(List<Integer> some) {
    return some.stream().map(i -> use(i) == Use.TEST).distinct().count() == 2;
  }

  /** How many images of a use each class has; behind the last one those of no class. */
  int[] counts(Use use) {
    int[] counts = new int[classes().size() + 1];
    Digits images = of(use);
    for (int i = 0; i < images.count(); i++) {
      counts[Math.min(images.label(i), classes().size())]++;
    }
    return counts;
  }
}
