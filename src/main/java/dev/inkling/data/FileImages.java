package dev.inkling.data;

import dev.inkling.file.NamedPath;
import dev.inkling.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data set that is a file or a folder which a user named. */
sealed interface FileImages extends ImageSource permits FolderImages, CsvImages, NpzImages {
  /** Where it is, and how it is to be taken. */
  default NamedPlace at() {
    return NamedPlace.of(name());
  }

  /**
   * Reads parts of it.
   *
   * @param isTraining whether those to learn from are wanted
   * @param isTest whether those for testing are wanted
   */
  Parts read(boolean isTraining, boolean isTest, DownloadProgress progress);

  @Override
  default String place() {
    return at().absolute();
  }

  @Override
  default boolean isPlace() {
    return true;
  }

  @Override
  default Phrase title() {
    return new Phrase("data.called", name());
  }

  @Override
  default boolean isHere(DataSource user) {
    return Files.isRegularFile(at().file());
  }

  @Override
  default List<Path> files(DataSource user) {
    return List.of(at().file());
  }

  @Override
  default Optional<Path> chosen() {
    return NamedPath.isPossible(at().path()) ? Optional.of(at().file()) : Optional.empty();
  }

  @Override
  default boolean isFound() {
    return chosen().filter(Files::exists).isPresent();
  }

  private Parts taken(boolean isTraining, boolean isTest, DownloadProgress progress) {
    Parts parts = read(isTraining, isTest, progress);
    return at().isTransposed() ? parts.transposed() : parts;
  }

  @Override
  default DataSet load(DataSource user, DownloadProgress progress) {
    DataSet data = taken(true, true, progress).split(place());
    return data.in(at().file());
  }

  @Override
  default Digits loadTest(DataSource user, DownloadProgress progress) {
    Parts tests = taken(false, true, progress);
    return tests.test() != null ? tests.test() : taken(true, false, progress).tests(place());
  }
}
