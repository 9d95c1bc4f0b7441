package dev.inkling.data;

import dev.inkling.data.Idx.Part;
import dev.inkling.file.AppFolders;
import dev.inkling.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The data sets of a user: where those that are downloaded are kept, what was drawn, and which
 * folders were chosen.
 *
 * @param mnist where MNIST is kept or downloaded to
 * @param cache where the others are, each in a folder of its name
 * @param drawings that the user kept
 * @param folders that the user chose; MNIST is taken from one that has it, where it was not
 *     downloaded
 */
public record DataSource(Mirrored mnist, Path cache, DrawingStore drawings, ImageFolders folders) {
  /** The name of MNIST. */
  public static final String MNIST = "mnist";

  /** The name of the digits that Inkling writes itself. */
  public static final String SYNTHETIC = "synthetic";

  /** The name of the drawings that the user kept, which are test images alone. */
  public static final String DRAWINGS = "drawings";

  /** What is taken where nobody says otherwise. */
  public static final String DEFAULT = MNIST;

  /** The data sets of this user. */
  public static DataSource of(AppFolders folders) {
    return new DataSource(
        RemoteImages.MNIST.in(folders.mnist()),
        folders.cache(),
        new DrawingStore(folders.drawings()),
        new ImageFolders(folders.settings().resolve("images.json")));
  }

  /** Data sets of a user who has chosen no folder. */
  public DataSource(Mirrored mnist, DrawingStore drawings) {
    this(mnist, drawings, ImageFolders.inMemory());
  }

  /** Data sets of which MNIST alone is elsewhere. */
  DataSource(Mirrored mnist, DrawingStore drawings, ImageFolders folders) {
    this(mnist, mnist.folder().resolveSibling("cache"), drawings, folders);
  }

  /** The collections of signs that the user drew, beside the other drawings. */
  public SignCollections collections() {
    return new SignCollections(drawings.file().resolveSibling("collections"));
  }

  /** What there is to choose besides the named: places that were chosen, and signs. */
  public List<String> others() {
    return Stream.concat(
            collections().all().stream().map(SignCollection::source), folders.all().stream())
        .toList();
  }

  /**
   * Remembers a folder or a file that a user chose, where it has labels. All of its images are
   * read, to tell whether it is MNIST.
   *
   * @return the name by which its images are found: mnist, or the folder, absolute
   * @throws Problem when it cannot be remembered
   */
  public String remember(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    boolean isMnist = hasMnist(place);
    boolean isAny = FolderImages.hasAny(place) || Files.isRegularFile(place);
    if (isAny && canBeLearned(place)) {
      folders.add(place, isMnist);
    }
    return isMnist ? MNIST : place.toString();
  }

  /** What can only be read is not offered where one trains and measures. */
  private static boolean canBeLearned(Path place) {
    try {
      return ImageSource.of(place.toString()).hasLabels();
    } catch (Problem e) {
      return true; // who uses the images hears what is wrong with them
    }
  }

  private boolean hasMnist(Path place) {
    try {
      return mnist.has(Idx.read(place, Part.TRAIN), Idx.read(place, Part.TEST));
    } catch (Problem e) {
      return false; // who uses the images hears what is wrong with them
    }
  }

  /** Where a data set is kept that may be downloaded. */
  Mirrored mirrored(RemoteImages images) {
    return images.equals(RemoteImages.MNIST) ? mnist : images.in(cache.resolve(images.name()));
  }

  /** Where a data set is on this computer; empty when it has to be downloaded. */
  Optional<Path> folder(RemoteImages images) {
    Mirrored kept = mirrored(images);
    return kept.isComplete()
        ? Optional.of(kept.folder())
        : Optional.of(kept)
            .filter(mnist::equals)
            .flatMap(_ -> folders.mnist())
            .filter(place -> Idx.isIn(place, Part.TRAIN) && Idx.isIn(place, Part.TEST));
  }

  /** Files may have changed since a folder was chosen: other images are never taken for MNIST. */
  void check(RemoteImages images, Path folder, Predicate<Mirrored> isIt) {
    Mirrored kept = mirrored(images);
    if (!folder.equals(kept.folder()) && !isIt.test(kept)) {
      folders.forgetMnist();
      throw new Problem("problem.download.changed", folder);
    }
  }

  /** Loads training, validation and test images, see {@link ImageSource#load}. */
  public DataSet load(String name, DownloadProgress progress) {
    return ImageSource.of(name).load(this, progress);
  }

  /** What was said of wrong labels. */
  public CorrectionStore corrections() {
    return new CorrectionStore(drawings.folder().resolveSibling("corrections"));
  }

  /**
   * Images as a new run learns from them: with the right labels, where somebody said that some are
   * wrong.
   *
   * @throws Problem when what was said cannot be read
   */
  public DataSet corrected(DataSet images) {
    return corrections().of(images.name()).in(images);
  }

  /** True when images to train on can be loaded by a name or from a place, without a download. */
  public boolean isHere(String name) {
    return ImageSource.of(name).isHere(this);
  }

  /** How many images an epoch learns from, see {@link ImageSource#trainingImages}. */
  public int trainingImages(String name) {
    return ImageSource.of(name).trainingImages(this);
  }

  /** Loads what is to be read, see {@link ImageSource#loadUnlabeled}. */
  public Digits loadUnlabeled(String name, DownloadProgress progress) {
    return ImageSource.of(name).loadUnlabeled(this, progress);
  }

  /** Loads the test images alone, see {@link ImageSource#loadTest}. */
  public Digits loadTest(String name, DownloadProgress progress) {
    return ImageSource.of(name).loadTest(this, progress);
  }
}
