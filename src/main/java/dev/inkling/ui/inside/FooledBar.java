package dev.inkling.ui.inside;

import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says below the pad that a page looks at a fooled picture, and goes back to the drawing. */
final class FooledBar extends VBox {
  FooledBar(InsideViewModel inside, Texts texts) {
    super(8);
    setId("inside-fooled");
    getStyleClass().addAll("panel", "pair-head");
    setMinHeight(USE_PREF_SIZE);
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(inside, texts), inside.fooledProperty(), texts.messagesProperty()));
    Button back = new Button();
    back.setId("inside-fooled-end");
    back.textProperty().bind(texts.bind("inside.fooled.end"));
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(_ -> inside.lookAtDrawing());
    getChildren().addAll(words, back);
    BooleanBinding isThere =
        Bindings.createBooleanBinding(
            () ->
                inside.fooledProperty().get() != null
                    && inside.pageProperty().get().looksAtPictures(),
            inside.fooledProperty(),
            inside.pageProperty());
    visibleProperty().bind(isThere);
    managedProperty().bind(isThere);
  }

  private static String words(InsideViewModel inside, Texts texts) {
    Subject now = inside.fooledProperty().get();
    return now == null
        ? ""
        : texts.get("inside.fooled", AnswerPanel.words(texts, now.recognition()));
  }
}
