package dev.inkling.ui.results;

import dev.inkling.data.DataSource;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;

/** What people call the data sets. */
final class DataNames {
  private DataNames() {}

  /** A data set's name in the present language; a folder's with its path behind it. */
  static String of(Texts texts, String data) {
    return DataSource.isName(data)
        ? brief(texts, data)
        : Path.of(data).getFileName() + " – " + data;
  }

  /** Likewise without a path. */
  static String brief(Texts texts, String data) {
    return switch (data) {
      case DataSource.MNIST -> texts.get("results.data.mnist");
      case DataSource.DRAWINGS -> texts.get("results.data.drawings");
      case DataSource.SYNTHETIC -> texts.get("training.data.synthetic");
      default -> String.valueOf(Path.of(data).getFileName());
    };
  }
}
