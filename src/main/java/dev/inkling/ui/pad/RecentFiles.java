package dev.inkling.ui.pad;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The pictures that were opened last, the newest first. Used on the FX thread alone. */
final class RecentFiles {
  /** More than these are no longer looked through. */
  static final int MOST = 8;

  private final ObservableList<Path> files = FXCollections.observableArrayList();

  /** One for all, as it hears of changes for as long as somebody holds it. */
  private final ObservableList<Path> listed = FXCollections.unmodifiableObservableList(files);

  /** The files. */
  ObservableList<Path> files() {
    return listed;
  }

  /** Puts a file first; the oldest goes where there are too many. */
  void add(Path file) {
    Path whole = file.toAbsolutePath();
    files.remove(whole);
    files.addFirst(whole);
    if (files.size() > MOST) {
      files.removeLast();
    }
  }

  void remove(Path file) {
    files.remove(file);
  }

  /** Forgets all files. */
  void clear() {
    files.clear();
  }

  /** Those of an earlier session, the newest first. */
  void restore(List<Path> earlier) {
    files.setAll(earlier.stream().distinct().limit(MOST).toList());
  }
}
