package dev.inkling.ui.shell;

import dev.inkling.ui.kit.Texts;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Asks what is to become of a run in training when the window is closed. */
final class CloseDialog extends Dialog<CloseDialog.Answer> {
  /** What somebody wants. */
  enum Answer {
    STOP,
    TRAIN_ON,
    STAY
  }

  CloseDialog(Window owner, Texts texts) {
    ButtonType stop = new ButtonType(texts.get("window.close.stop"), ButtonData.NO);
    ButtonType goOn = new ButtonType(texts.get("window.close.goOn"), ButtonData.YES);
    ButtonType cancel = new ButtonType(texts.get("window.close.cancel"), ButtonData.CANCEL_CLOSE);
    initOwner(owner);
    setTitle("Inkling");
    DialogPane pane = getDialogPane();
    pane.setHeaderText(texts.get("window.close.ask"));
    pane.setContentText(texts.get("window.close.what"));
    pane.getButtonTypes().addAll(stop, goOn, cancel);
    setResultConverter(
        type -> type == stop ? Answer.STOP : type == goOn ? Answer.TRAIN_ON : Answer.STAY);
  }
}
