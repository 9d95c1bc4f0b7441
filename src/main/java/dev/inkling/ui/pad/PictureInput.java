package dev.inkling.ui.pad;

import dev.inkling.image.PictureFiles;
import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** The three ways pictures get on the pad: chosen, dropped or pasted. */
final class PictureInput {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final PadViewModel pad;
  private final Texts texts;
  private final Node target;

  PictureInput(PadViewModel pad, Texts texts, Node target) {
    this.pad = pad;
    this.texts = texts;
    this.target = target;
  }

  /**
   * How names end, as systems that tell capitals from small letters compare them: cameras and old
   * programs write IMG_0001.JPG, some Picture.Png.
   */
  static List<String> patterns() {
    return PictureFiles.ENDINGS.stream()
        .flatMap(
            ending -> {
              String capitals = ending.toUpperCase(Locale.ROOT);
              return Stream.of(ending, capitals, capitals.charAt(0) + ending.substring(1));
            })
        .map(ending -> "*." + ending)
        .toList();
  }

  /** Asks for files. */
  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("pad.open"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.get("pad.pictures"), patterns()),
            // By the first Windows and macOS know all files, by the second Linux, dot or not.
            new FileChooser.ExtensionFilter(texts.get("pad.files"), "*.*", "*"));
    List<File> chosen = chooser.showOpenMultipleDialog(target.getScene().getWindow());
    if (chosen != null) {
      pad.pictures().open(chosen.stream().map(File::toPath).toList());
    }
  }

  /** Takes what is on the clipboard: a picture, or files of pictures. */
  void paste() {
    take(Clipboard.getSystemClipboard(), texts.get("pad.clipboard"));
  }

  /** False when there is no picture, which is told. */
  private boolean take(Clipboard board, String name) {
    Optional<PictureContent> content = PictureContent.of(board, name);
    switch (content.orElse(null)) {
      case PictureContent.InFiles(List<Path> files) -> pad.pictures().open(files);
      case PictureContent.InMemory(Callable<BufferedImage> decoder) -> pad.open(decoder, name);
      case null -> pad.noPicture(PictureContent.isElsewhere(board));
    }
    return content.isPresent();
  }

  /** Lets files and pictures be dropped on the screen. */
  void acceptDrops() {
    target.setOnDragOver(
        event -> {
          if (PictureContent.isIn(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            target.pseudoClassStateChanged(DROP, true);
          }
        });
    target.setOnDragExited(_ -> target.pseudoClassStateChanged(DROP, false));
    target.setOnDragDropped(this::drop);
  }

  /** What is dropped is no longer above the screen, and no exit tells of it. */
  private void drop(DragEvent event) {
    target.pseudoClassStateChanged(DROP, false);
    event.setDropCompleted(take(event.getDragboard(), texts.get("pad.dropped")));
  }
}
