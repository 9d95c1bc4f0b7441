package dev.inkling.run;

import dev.inkling.data.Corrections;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.data.ImageSource;
import dev.inkling.file.TryLock;
import dev.inkling.text.Problem;
import java.util.Optional;

/**
 * The images of a run. It goes on with those that it began with and no others: where they are is
 * noted in run.json, and what they are, so that they are known again wherever they were moved to.
 */
public final class RunImages {
  private static final String GONE = "problem.run.images.gone";
  private static final String OTHERS = "problem.run.images.others";

  private RunImages() {}

  /**
   * Loads a run's images from where they were last.
   *
   * @param progress hears of a download, if there is one
   * @throws Problem when they are not there any more, are others now, or cannot be read
   */
  public static DataSet load(Run run, DataSource source, DownloadProgress progress) {
    RunInfo info = run.info();
    return checked(info, corrected(run, info, source, source.load(place(info, source), progress)));
  }

  /**
   * Loads a run's images from where they are now.
   *
   * @param place mnist, synthetic or a folder
   * @throws Problem when there are others, or none that can be read
   */
  public static DataSet load(Run run, DataSource source, String place, DownloadProgress progress) {
    RunInfo info = run.info();
    return checked(info, corrected(run, info, source, source.load(place, progress)));
  }

  /** As the run began with them; a new one begins with the corrections that there are. */
  private static DataSet corrected(Run run, RunInfo info, DataSource source, DataSet images) {
    boolean isNew = info.fingerprint() == null && run.checkpointEpochs().isEmpty();
    Optional<Corrections> own = run.corrections();
    return own.isEmpty() && isNew
        ? source.corrected(images)
        : own.orElse(Corrections.NONE).in(images);
  }

  /**
   * Notes where a run's images are now.
   *
   * @param place mnist, synthetic or a folder
   * @throws Problem when there are others, or none that can be read; or when the run is in training
   */
  public static void move(Run run, DataSource source, String place, DownloadProgress progress) {
    DataSet images = load(run, source, place, progress);
    try (TryLock _ = RunLock.of(run)) {
      note(run, images);
    }
  }

  /** True for a problem that is over when somebody says where the images are. */
  public static boolean isOver(Throwable e) {
    return e instanceof Problem problem
        && (problem.key().equals(GONE) || problem.key().equals(OTHERS));
  }

  /** Where to look; what is found by its name stands in for a folder with it that is gone. */
  private static String place(RunInfo info, DataSource source) {
    String folder = info.folder();
    if (folder == null) {
      return info.data();
    }
    if (source.isHere(folder)) {
      return folder;
    }
    if (!ImageSource.of(info.data()).isPlace() && source.isHere(info.data())) {
      return info.data();
    }
    throw new Problem(GONE, info.id(), folder);
  }

  private static DataSet checked(RunInfo info, DataSet images) {
    boolean isNew = info.classes() == null && info.fingerprint() == null;
    return (isNew ? Optional.of(images) : images.counted(info.names()))
        .filter(counted -> isSame(info, counted))
        .orElseThrow(() -> new Problem(OTHERS, info.id(), where(images)));
  }

  private static String where(DataSet images) {
    return Optional.ofNullable(images.folder()).map(Object::toString).orElse(images.name());
  }

  /**
   * By fingerprint. Where an earlier version kept none, by name, as far as that goes; written
   * digits are what a version writes, and each may write others.
   */
  private static boolean isSame(RunInfo info, DataSet images) {
    ImageSource known = ImageSource.of(info.data());
    if (known.isMade() || ImageSource.of(images.name()).isMade()) {
      return images.name().equals(info.data());
    }
    if (info.fingerprint() != null) {
      return info.fingerprint().equals(images.fingerprint());
    }
    return known.isPlace() || images.name().equals(info.data());
  }

  /** Notes the images that a run has, which must be locked, unless they are noted already. */
  static void note(Run run, DataSet images) {
    RunInfo info = run.info();
    if (!images.corrections().isEmpty() && run.corrections().isEmpty()) {
      run.keep(images.name(), images.corrections());
    }
    if (ImageSource.of(images.name()).isMade()) {
      return; // the name says it all
    }
    RunInfo noted = info.withImages(images);
    if (!noted.equals(info)) {
      run.write(noted);
    }
  }
}
