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
      throw new Problem("problem.idx.folder", name);
    }
    return csv()
        .map(csv -> csv.read(isTraining, isTest, progress))
        .or(() -> PictureFolder.of(at()).map(all -> all.read(isTraining, isTest, progress)))
        .orElseThrow(() -> new Problem("problem.data.nothing", name));
  }

  @Override
  public Digits loadUnlabeled(DataSource user, DownloadProgress progress) {
    Path folder = at().file();
    List<Path> pictures = Files.isDirectory(folder) ? PictureFolder.flat(folder) : List.of();
    Digits digits =
        pictures.isEmpty()
            ? IdxFolder.unlabeled(folder).orElseGet(() -> read(false, true, progress).tests(name))
            : Digits.unlabeled(
                PictureFolder.read(pictures, at().isAsIs(), folder, progress).pixels());
    if (at().isTransposed()) {
      digits.transpose();
    }
    return digits;
  }

  /** The one CSV file of the folder, or that of its two which is to learn from. */
  private Optional<CsvImages> csv() {
    List<Path> all = list().stream().filter(CsvImages::isCsv).toList();
    return all.stream()
        .filter(file -> all.size() == 1 || CsvImages.isTraining(file))
        .findFirst()
        .map(file -> new CsvImages(file.toString()));
  }
}
