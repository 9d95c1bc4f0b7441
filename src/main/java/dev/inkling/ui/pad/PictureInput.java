package dev.inkling.ui.pad;

import dev.inkling.ui.kit.Texts;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** The three ways a picture gets on the pad: chosen, dropped or pasted. */
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

  /** Asks for a file. */
  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("pad.open"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                texts.get("pad.pictures"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));
    File file = chooser.showOpenDialog(target.getScene().getWindow());
    if (file != null) {
      pad.open(file.toPath());
    }
  }

  /** Takes what is on the clipboard: a picture, or a picture's file. */
  void paste() {
    take(Clipboard.getSystemClipboard(), texts.get("pad.clipboard"));
  }

  /** False when there is no picture, which is told. */
  private boolean take(Clipboard board, String name) {
    Optional<PictureContent> content = PictureContent.of(board, name);
    switch (content.orElse(null)) {
      case PictureContent.InFile(Path file) -> pad.open(file);
      case PictureContent.InMemory(Callable<BufferedImage> decoder) -> pad.open(decoder, name);
      case null -> pad.noPicture(board.hasImage() || board.hasUrl());
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

  private void drop(DragEvent event) {
    event.setDropCompleted(take(event.getDragboard(), texts.get("pad.dropped")));
  }
}
