package dev.inkling.ui.pile;

import dev.inkling.ui.kit.Texts;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Asks before corrections of a pile are lost that nobody saved or kept. */
public final class DiscardDialog extends Dialog<Boolean> {
  private DiscardDialog(Window owner, Texts texts, int corrections) {
    ButtonType discard = new ButtonType(texts.get("pile.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(texts.get("window.close.cancel"), ButtonData.CANCEL_CLOSE);
    initOwner(owner);
    setTitle("Inkling");
    setHeaderText(texts.get("pile.discard.ask", corrections));
    getDialogPane().setContentText(texts.get("pile.discard.what"));
    getDialogPane().getButtonTypes().addAll(discard, cancel);
    setResultConverter(type -> type == discard);
  }

  /** True where there is nothing to lose, or somebody says that it may be lost. */
  public static boolean mayClose(PileViewModel pile, Window owner, Texts texts) {
    int corrections = pile.unsaved();
    return corrections == 0
        || new DiscardDialog(owner, texts, corrections).showAndWait().orElse(false);
  }
}
