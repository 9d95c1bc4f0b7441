package dev.inkling.ui.kit;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;

/** Save and cancel, in the window's language: JavaFX's own buttons are in the system's. */
public final class DialogButtons {
  private DialogButtons() {}

  /** Adds both; the one that saves is returned. */
  public static ButtonType addTo(DialogPane pane, Texts texts) {
    ButtonType save = new ButtonType(texts.get("training.dialog.save"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(texts.get("window.close.cancel"), ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().addAll(save, cancel);
    return save;
  }
}
