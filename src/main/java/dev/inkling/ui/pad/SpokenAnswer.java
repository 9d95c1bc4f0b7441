package dev.inkling.ui.pad;

import dev.inkling.ui.kit.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;

/**
 * The answer for screen readers: it changes when a reading has settled, not at every stretch of a
 * stroke, and is announced then.
 */
final class SpokenAnswer {
  private final PadViewModel pad;
  private final AnswerWords words;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  SpokenAnswer(PadViewModel pad, Texts texts) {
    this.pad = pad;
    words = new AnswerWords(pad, texts);
    pad.currentProperty().subscribe(this::say);
    pad.strokeProperty().subscribe(this::say);
    pad.drawingProperty().subscribe(this::say);
    pad.readingProperty().subscribe(this::say);
    pad.selectedProperty().subscribe(this::say);
    pad.recognitionProperty().subscribe(this::say);
    texts.messagesProperty().subscribe(this::say);
  }

  private void say() {
    if (pad.currentProperty().get() && pad.strokeProperty().get() == null) {
      text.set(words.spoken());
    }
  }

  /** What was read last. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Makes it the text of a node, which tells the system of each new one. */
  void tellBy(Node node) {
    node.accessibleTextProperty().bind(text);
    text.subscribe(() -> node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }
}
