package dev.inkling.data;

import dev.inkling.data.MixedImages.Weighted;
import dev.inkling.file.NamedPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The kinds of data sets: those with a name, and what the name of a place means. */
final class ImageSources {
  static final List<ImageSource> NAMED =
      List.of(
          RemoteImages.MNIST,
          RemoteImages.FASHION,
          RemoteImages.KMNIST,
          new KeptDrawings(),
          new WrittenDigits());

  private ImageSources() {}

  static ImageSource of(String name) {
    return NAMED.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseGet(() -> isMixed(name) ? mixed(name) : one(name));
  }

  private static ImageSource one(String name) {
    return CollectionImages.isOne(name) ? CollectionImages.of(name) : place(name);
  }

  /** A file whose name has a comma is meant before two data sets. */
  private static boolean isMixed(String name) {
    return name.matches("[^,]+(,[^,]+)+") && !isFile(name);
  }

  private static boolean isFile(String name) {
    String path = NamedPlace.of(name).path();
    return NamedPath.isPossible(path) && Files.exists(NamedPath.of(path));
  }

  private static ImageSource mixed(String name) {
    return new MixedImages(
        name,
        Arrays.stream(name.split(",", -1))
            .map(each -> Weighted.of(each.strip(), ImageSources::of))
            .toList());
  }

  private static ImageSource place(String name) {
    String path = NamedPlace.of(name).path();
    if (NpzImages.isNpz(path)) {
      return new NpzImages(name);
    }
    boolean isCsv = NamedPath.isPossible(path) && CsvImages.isCsv(Path.of(path));
    return isCsv ? new CsvImages(name) : new FolderImages(name);
  }
}
