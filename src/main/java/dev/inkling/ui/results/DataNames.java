package dev.inkling.ui.results;

import dev.inkling.data.ImageSource;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;

/** What people call the data sets. */
final class DataNames {
  private DataNames() {}

  /** A data set's name in the present language; a folder's with its path behind it. */
  static String of(Texts texts, String data) {
    return ImageSource.of(data).isPlace() ? brief(texts, data) + " – " + data : brief(texts, data);
  }

  /** Likewise without a path. */
  static String brief(Texts texts, String data) {
    ImageSource source = ImageSource.of(data);
    return source.isPlace()
        ? String.valueOf(Path.of(data).getFileName())
        : texts.get(source.testTitle());
  }
}
