package dev.inkling.data;

import java.util.List;

/** The kinds of data sets: those with a name, and what the name of a place means. */
final class ImageSources {
  static final List<ImageSource> NAMED =
      List.of(RemoteImages.MNIST, new KeptDrawings(), new WrittenDigits());

  private ImageSources() {}

  static ImageSource of(String name) {
    return NAMED.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseGet(() -> new FolderImages(name));
  }
}
