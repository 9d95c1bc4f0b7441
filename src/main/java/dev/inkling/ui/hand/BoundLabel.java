package dev.inkling.ui.hand;

import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/** Words that follow what they are about, in as many lines as they need. */
final class BoundLabel extends Label {
  BoundLabel(String id, String style, Supplier<String> text, Observable... dependencies) {
    setId(id);
    getStyleClass().add(style);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    textProperty().bind(Bindings.createStringBinding(text::get, dependencies));
  }
}
