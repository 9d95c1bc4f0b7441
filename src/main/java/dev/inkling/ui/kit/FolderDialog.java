package dev.inkling.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for a folder that is there. */
public final class FolderDialog {
  private FolderDialog() {}

  /**
   * Asks.
   *
   * @param title of the dialog
   * @return nothing when nobody chose one
   */
  public static Optional<Path> ask(Window owner, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }
}
