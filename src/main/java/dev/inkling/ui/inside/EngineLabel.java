package dev.inkling.ui.inside;

import dev.inkling.ui.kit.Texts;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** The engine's own number beside one that was written out, with a tick where both are the same. */
final class EngineLabel extends Label {
  private final Texts texts;

  EngineLabel(Texts texts) {
    this.texts = texts;
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("origin-engine");
  }

  /** Shows a number. */
  void show(String number, boolean agrees) {
    FontIcon icon = new FontIcon(agrees ? "bi-check-circle-fill" : "bi-exclamation-triangle-fill");
    icon.getStyleClass().add(agrees ? "kept-icon" : "origin-differs");
    setText(texts.get("inside.network.engine", number));
    setGraphic(icon);
  }

  /** Shows nothing. */
  void clear() {
    setText("");
    setGraphic(null);
  }
}
