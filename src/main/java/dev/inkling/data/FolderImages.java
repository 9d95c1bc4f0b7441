package dev.inkling.data;

import dev.inkling.data.Idx.Part;
import dev.inkling.file.NamedPath;
import dev.inkling.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of IDX files that a user named. One with MNIST's is MNIST too.
 *
 * @param name as it was typed, maybe relative
 */
record FolderImages(String name) implements ImageSource {
  /** True when a folder holds images of any part. */
  static boolean hasAny(Path folder) {
    return Idx.isIn(folder, Part.TRAIN) || Idx.isIn(folder, Part.TEST);
  }

  @Override
  public String place() {
    return NamedPath.of(name).toAbsolutePath().normalize().toString();
  }

  @Override
  public boolean isPlace() {
    return true;
  }

  @Override
  public Phrase title() {
    return new Phrase("data.called", name);
  }

  @Override
  public boolean isHere(DataSource user) {
    return Idx.isIn(NamedPath.of(name), Part.TRAIN);
  }

  @Override
  public List<Path> files(DataSource user) {
    try (Stream<Path> files = Files.list(NamedPath.of(name))) {
      return files.sorted().toList();
    } catch (IOException e) {
      return List.of(); // reading it says what is wrong
    }
  }

  @Override
  public DataSet load(DataSource user, DownloadProgress progress) {
    Path folder = Path.of(place());
    Digits training = Idx.read(folder, Part.TRAIN);
    Digits test = Idx.read(folder, Part.TEST);
    boolean isMnist = user.mnist().has(training, test);
    String known = isMnist ? DataSource.MNIST : folder.toString();
    return DataSet.split(known, training, test).in(folder);
  }

  @Override
  public Digits loadTest(DataSource user, DownloadProgress progress) {
    return Idx.read(Path.of(place()), Part.TEST);
  }
}
