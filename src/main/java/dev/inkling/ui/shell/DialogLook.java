package dev.inkling.ui.shell;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What all dialogs have in common: no word of a button is cut, and icons are of the window's. */
final class DialogLook {
  /** Of the icons that JavaFX has pictures for, by style class. */
  private static final Map<String, String> ICONS =
      Map.of(
          "confirmation", "bi-question-circle",
          "text-input-dialog", "bi-pencil",
          "information", "bi-info-circle",
          "warning", "bi-exclamation-triangle",
          "error", "bi-x-circle");

  private DialogLook() {}

  /** Dresses a dialog, once or again. */
  static void dress(DialogPane pane) {
    for (ButtonType type : pane.getButtonTypes()) {
      if (pane.lookupButton(type) instanceof Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        ButtonBar.setButtonUniformSize(button, false);
      }
    }
    for (String style : pane.getStyleClass()) {
      String icon = ICONS.get(style);
      if (icon != null && !(pane.getGraphic() instanceof FontIcon)) {
        FontIcon graphic = new FontIcon(icon);
        graphic.getStyleClass().add("dialog-icon");
        pane.setGraphic(graphic);
      }
    }
  }
}
