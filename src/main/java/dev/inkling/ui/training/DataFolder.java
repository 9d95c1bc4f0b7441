package dev.inkling.ui.training;

import dev.inkling.ui.kit.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for a folder with images to train on. */
final class DataFolder {
  private DataFolder() {}

  static Optional<Path> ask(Window owner, Texts texts) {
    return ask(owner, texts.get("training.data.folder"));
  }

  static Optional<Path> ask(Window owner, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }
}
