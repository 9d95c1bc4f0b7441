package dev.inkling.data;

import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that a user named: of IDX files, of CSV files, or with a folder of pictures for each
 * class. One with MNIST's files is MNIST too.
 *
 * @param name as it was typed, maybe relative
 */
record FolderImages(String name) implements FileImages {
  /** True when a folder holds images of any part. */
  static boolean hasAny(Path folder) {
    return new FolderImages(folder.toString()).isAny();
  }

  private boolean isAny() {
    return IdxFolder.of(at().file()).isPresent()
        || csv().isPresent()
        || PictureFolder.of(at()).isPresent();
  }

  @Override
  public boolean isHere(DataSource user) {
    Optional<IdxFolder> idx = IdxFolder.of(at().file());
    return idx.isPresent() ? idx.get().hasTraining() : isAny();
  }

  @Override
  public List<Path> files(DataSource user) {
    return list();
  }

  private List<Path> list() {
    try (Stream<Path> files = Files.list(at().file())) {
      return files.sorted().toList();
    } catch (IOException e) {
      return List.of(); // reading it says what is wrong
    }
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    DataSet data = FileImages.super.load(user, progress);
    return isMnist(user, data) ? data.named(DataSource.MNIST) : data;
  }

  private static boolean isMnist(DataSource user, DataSet data) {
    return Classes.areDigits(data.classes())
        && data.train().labels() == data.validation().labels() // of one file, in its order
        && user.mnist().has(new Digits(data.train().pixels(), data.train().labels()), data.test());
  }

  @Override
  public Parts read(boolean isTraining, boolean isTest, DownloadProgress progress) {
    Optional<IdxFolder> idx = IdxFolder.of(at().file());
    if (idx.isPresent()) {
      return idx.get().read(isTraining, isTest);
    }
    if (!Files.isDirectory(at().file())) {
      throw new Problem("problem.data.nowhere", name);
    }
    return csv()
        .map(csv -> csv.read(isTraining, isTest, progress))
        .or(() -> PictureFolder.of(at()).map(all -> all.read(isTraining, isTest, progress)))
        .orElseThrow(this::nothing);
  }

  private Problem nothing() {
    return loosePictures().isEmpty()
        ? new Problem("problem.data.nothing", name)
        : new Problem("problem.data.noLabels", name);
  }

  @Override
  public boolean hasLabels() {
    Optional<IdxFolder> idx = IdxFolder.of(at().file());
    if (idx.isPresent()) {
      return idx.get().hasLabels();
    }
    return csv().map(CsvImages::hasLabels).orElseGet(() -> loosePictures().isEmpty());
  }

  /** Pictures in no folder of a class, where no folder has any. */
  private List<Path> loosePictures() {
    boolean isNone = !Files.isDirectory(at().file()) || PictureFolder.of(at()).isPresent();
    return isNone ? List.of() : PictureFolder.flat(at().file());
  }

  @Override
  public Digits loadUnlabeled(DataSource user, DownloadProgress progress) {
    return IdxFolder.unlabeled(at().file())
        .or(() -> unlabeledCsv().map(csv -> csv.loadUnlabeled(user, progress)))
        .or(() -> loose(progress))
        .map(this::turned)
        .orElseGet(() -> loadTest(user, progress));
  }

  private Optional<CsvImages> unlabeledCsv() {
    return csvs().filter(csv -> csv.isOne() && !csv.hasLabels()).findFirst();
  }

  private Optional<Digits> loose(DownloadProgress progress) {
    List<Path> all = loosePictures();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Digits.unlabeled(
                PictureFolder.read(all, at().isAsIs(), at().file(), progress).pixels()));
  }

  private Digits turned(Digits digits) {
    if (at().isTransposed()) {
      digits.transpose();
    }
    return digits;
  }

  /** CSV files; beside folders of pictures those alone that have images, and no notes on them. */
  private Stream<CsvImages> csvs() {
    boolean arePictures = PictureFolder.of(at()).isPresent();
    return list().stream()
        .filter(CsvImages::isCsv)
        .map(file -> new CsvImages(file.toString()))
        .filter(csv -> !arePictures || csv.isOne());
  }

  /** The one CSV file of the folder, or that of its two which is to learn from. */
  private Optional<CsvImages> csv() {
    List<CsvImages> all = csvs().toList();
    return all.stream()
        .filter(csv -> all.size() == 1 || CsvImages.isTraining(csv.at().file()))
        .findFirst();
  }
}
