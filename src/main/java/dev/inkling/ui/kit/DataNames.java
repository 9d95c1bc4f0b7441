package dev.inkling.ui.kit;

import dev.inkling.data.ImageSource;
import java.nio.file.Path;

/** What people call the data sets. */
public final class DataNames {
  private DataNames() {}

  /** A data set's name in the present language; a folder's with its path behind it. */
  public static String of(Texts texts, String data) {
    return ImageSource.of(data).chosen().isPresent()
        ? brief(texts, data) + " – " + data
        : brief(texts, data);
  }

  /** Likewise of all of its images, and not those for testing alone. */
  public static String whole(Texts texts, String data) {
    ImageSource source = ImageSource.of(data);
    return source.isPlace() ? of(texts, data) : texts.get(source.title());
  }

  /** Likewise without a path. */
  public static String brief(Texts texts, String data) {
    ImageSource source = ImageSource.of(data);
    return source
        .chosen()
        .map(place -> String.valueOf(Path.of(data).getFileName()))
        .orElseGet(() -> texts.get(source.testTitle()));
  }
}
