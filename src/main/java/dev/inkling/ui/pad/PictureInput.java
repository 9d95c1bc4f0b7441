package dev.inkling.ui.pad;

import dev.inkling.ui.kit.Texts;
import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
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
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      pad.open(clipboard.getFiles().getFirst().toPath());
    } else if (clipboard.hasImage()) {
      pad.open(SwingFXUtils.fromFXImage(clipboard.getImage(), null), texts.get("pad.clipboard"));
    } else {
      pad.noPicture();
    }
  }

  /** Lets files and pictures be dropped on the screen. */
  void acceptDrops() {
    target.setOnDragOver(
        event -> {
          if (isPicture(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            target.pseudoClassStateChanged(DROP, true);
          }
        });
    target.setOnDragExited(_ -> target.pseudoClassStateChanged(DROP, false));
    target.setOnDragDropped(this::drop);
  }

  private static boolean isPicture(Dragboard board) {
    return board.hasFiles() || board.hasImage();
  }

  private void drop(DragEvent event) {
    Dragboard board = event.getDragboard();
    List<File> files = board.getFiles();
    if (files != null && !files.isEmpty()) {
      pad.open(files.getFirst().toPath());
    } else if (board.hasImage()) {
      pad.open(SwingFXUtils.fromFXImage(board.getImage(), null), texts.get("pad.dropped"));
    }
    event.setDropCompleted(isPicture(board));
  }
}
