package dev.inkling.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where a file or a folder is to be. */
public final class SaveDialog {
  private SaveDialog() {}

  /**
   * Asks for a file of one kind.
   *
   * @param title of the dialog
   * @param kind of file, for people
   * @param name that is proposed, without extension
   * @param extension with its dot
   */
  public static Optional<Path> ask(
      Window owner, String title, String kind, String name, String extension) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + extension));
    chooser.setInitialFileName(plain(name) + extension);
    File chosen = chooser.showSaveDialog(owner);
    return Optional.ofNullable(chosen).map(File::toPath).map(path -> withEnd(path, extension));
  }

  /**
   * Asks for a folder to be made for several files. It is asked for as a file is: a chooser of
   * folders says “Open”, where something is to be saved.
   *
   * @param title of the dialog
   * @param name that is proposed
   */
  public static Optional<Path> askFolder(Window owner, String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(plain(name));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N} ._-]", "_");
  }

  /**
   * Some systems leave the extension to us, and have not asked about the file that has one. A dot
   * alone is none: “version 1.2” is a whole name without it.
   */
  static Path withEnd(Path path, String extension) {
    String name = path.getFileName().toString();
    Path whole = path.resolveSibling(name + extension);
    boolean hasEnd = name.toLowerCase(Locale.ROOT).endsWith(extension);
    return hasEnd || Files.exists(whole) ? path : whole;
  }
}
