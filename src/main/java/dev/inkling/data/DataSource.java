package dev.inkling.data;

import dev.inkling.data.Idx.Part;
import dev.inkling.file.AppFolders;
import dev.inkling.file.NamedPath;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds a data set by what a user says: {@code mnist}, {@code synthetic}, {@code drawings} or a
 * folder of IDX files.
 *
 * @param mnist where MNIST is kept or downloaded to
 * @param drawings that the user kept
 * @param folders that the user chose; MNIST is taken from one that has it, where it was not
 *     downloaded
 */
public record DataSource(Mnist mnist, DrawingStore drawings, ImageFolders folders) {
  /** The name of MNIST in the cache. */
  public static final String MNIST = "mnist";

  /** The name of the digits that Inkling writes itself. */
  public static final String SYNTHETIC = "synthetic";

  /** The name of the drawings that the user kept, which are test images alone. */
  public static final String DRAWINGS = "drawings";

  /** The data sets of this user. */
  public static DataSource of(AppFolders folders) {
    return new DataSource(
        new Mnist(folders.mnist()),
        new DrawingStore(folders.drawings()),
        new ImageFolders(folders.settings().resolve("images.json")));
  }

  /** Data sets of a user who has chosen no folder. */
  public DataSource(Mnist mnist, DrawingStore drawings) {
    this(mnist, drawings, ImageFolders.inMemory());
  }

  /**
   * Remembers a folder that a user chose. All of its images are read, to tell whether it is MNIST.
   *
   * @return the name by which its images are found: mnist, or the folder, absolute
   * @throws Problem when it cannot be remembered
   */
  public String remember(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    boolean isMnist = hasMnist(place);
    if (Idx.isIn(place, Part.TRAIN) || Idx.isIn(place, Part.TEST)) {
      folders.add(place, isMnist);
    }
    return isMnist ? MNIST : place.toString();
  }

  private boolean hasMnist(Path place) {
    try {
      return mnist.isMnist(Idx.read(place, Part.TRAIN), Idx.read(place, Part.TEST));
    } catch (Problem e) {
      return false; // who uses the images hears what is wrong with them
    }
  }

  /** Where MNIST is on this computer; empty when it has to be downloaded. */
  public Optional<Path> mnistFolder() {
    return mnist.isComplete()
        ? Optional.of(mnist.folder())
        : folders
            .mnist()
            .filter(place -> Idx.isIn(place, Part.TRAIN) && Idx.isIn(place, Part.TEST));
  }

  /** Files may have changed since a folder was chosen: other images are never taken for MNIST. */
  private void check(String name, Path folder, boolean isMnist) {
    if (name.equals(MNIST) && !isMnist && !folder.equals(mnist.folder())) {
      folders.forgetMnist();
      throw new Problem("problem.mnist.changed", folder);
    }
  }

  /**
   * Loads training, validation and test images. A folder with MNIST's is MNIST too.
   *
   * @param name mnist, synthetic or a folder
   * @param progress hears of a download, if there is one
   * @throws Problem when files are missing, broken or cannot be downloaded
   */
  public DataSet load(String name, Mnist.Progress progress) {
    if (name.equals(SYNTHETIC)) {
      return Synthetic.dataSet();
    }
    if (name.equals(DRAWINGS)) {
      throw new Problem("problem.drawings.training");
    }
    Path folder = folder(name, progress);
    Digits training = Idx.read(folder, Part.TRAIN);
    Digits test = Idx.read(folder, Part.TEST);
    boolean isMnist = mnist.isMnist(training, test);
    check(name, folder, isMnist);
    String known = isMnist ? MNIST : placeOf(name);
    DataSet data = DataSet.split(known, training, test);
    return name.equals(MNIST) ? data : data.in(folder);
  }

  /** True for what is found by its name, wherever a program is started. */
  public static boolean isName(String name) {
    return name.equals(MNIST) || name.equals(SYNTHETIC) || name.equals(DRAWINGS);
  }

  /** A data set's name; a folder's, which was relative to where a program was started, absolute. */
  public static String placeOf(String name) {
    return isName(name) ? name : NamedPath.of(name).toAbsolutePath().normalize().toString();
  }

  /** True when images to train on can be loaded by a name or from a folder, without a download. */
  public boolean isHere(String name) {
    return switch (name) {
      case MNIST -> mnistFolder().isPresent();
      case SYNTHETIC -> true;
      default -> Idx.isIn(NamedPath.of(name), Part.TRAIN);
    };
  }

  /**
   * How many images an epoch learns from. Nothing is downloaded for it, and of MNIST nothing read.
   *
   * @throws dev.inkling.text.Problem when a folder's files are missing or broken
   */
  public int trainingImages(String name) {
    return switch (name) {
      case MNIST -> Mnist.TRAINING_IMAGES;
      case SYNTHETIC -> Synthetic.TRAINING_IMAGES;
      default -> load(name, (file, bytes, total) -> {}).train().count();
    };
  }

  /** Loads the test images alone, so that a folder without training images can be evaluated. */
  public Digits loadTest(String name, Mnist.Progress progress) {
    return switch (name) {
      case SYNTHETIC -> Synthetic.dataSet().test();
      case DRAWINGS -> drawings.digits();
      default -> testOf(name, folder(name, progress));
    };
  }

  private Digits testOf(String name, Path folder) {
    Digits test = Idx.read(folder, Part.TEST);
    check(name, folder, name.equals(MNIST) && mnist.hasTest(test));
    return test;
  }

  private Path folder(String name, Mnist.Progress progress) {
    return name.equals(MNIST)
        ? mnistFolder().orElseGet(() -> mnist.fetch(progress))
        : NamedPath.of(placeOf(name));
  }
}
