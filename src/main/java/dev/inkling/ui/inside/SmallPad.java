package dev.inkling.ui.inside;

import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.recognize.Recognition;
import dev.inkling.ui.kit.Choice;
import dev.inkling.ui.kit.IconButton;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadCanvas;
import dev.inkling.ui.pad.PadViewModel;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The pad once more, small: the same drawing, the same model, and what is read. */
final class SmallPad extends VBox {
  /** Side of the square in pixels. */
  static final int SIDE = 216;

  private final PadViewModel pad;
  private final Texts texts;

  SmallPad(PadViewModel pad, Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts) {
    this.pad = pad;
    this.texts = texts;
    setId("inside-pad");
    getStyleClass().add("small-pad");
    getChildren().addAll(paper(dark), tools(), model());
    shortcuts.add("pad.undo", pad::undo, "Shortcut+Z");
    shortcuts.add("pad.redo", pad::redo, "Shortcut+Y", "Shortcut+Shift+Z");
    shortcuts.add("pad.clear", pad::clear, "Delete", "Backspace");
    shortcuts.add("pad.sample", pad::drawSample, "Shortcut+D");
    shortcuts.tell("inside.keys", "←↑→↓", "Enter", "Esc");
    shortcuts.tell("inside.step.keys", "←", "→");
  }

  private Node paper(ObservableValue<Boolean> dark) {
    PadCanvas canvas = new PadCanvas(pad, texts, dark);
    canvas.setMinSize(SIDE, SIDE);
    canvas.setMaxSize(SIDE, SIDE);
    Label hint = new Label();
    hint.textProperty().bind(texts.bind("inside.pad.hint"));
    hint.getStyleClass().add("small-pad-hint");
    hint.setMaxWidth(SIDE);
    hint.setWrapText(true);
    hint.setAlignment(Pos.CENTER);
    hint.setTextAlignment(TextAlignment.CENTER);
    hint.setMouseTransparent(true);
    hint.visibleProperty().bind(pad.emptyBinding());
    return new StackPane(canvas, hint);
  }

  private Node tools() {
    Label answer = new Label();
    answer.setId("inside-answer");
    answer.getStyleClass().add("small-pad-answer");
    answer
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> answer(pad.recognitionProperty().get()),
                pad.recognitionProperty(),
                texts.messagesProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button undo = button("undo", "bi-arrow-counterclockwise", pad::undo);
    undo.disableProperty().bind(pad.undoableProperty().not());
    Button clear = button("clear", "bi-trash", pad::clear);
    clear.disableProperty().bind(pad.emptyBinding());
    Button sample = button("sample", "bi-shuffle", pad::drawSample);
    HBox tools = new HBox(4, answer, gap, undo, clear, sample);
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  /** The same texts as on the large pad, but ids of its own. */
  private Button button(String name, String icon, Runnable action) {
    Button button = new IconButton(texts, "pad." + name, icon, action);
    button.setId("inside-" + name);
    return button;
  }

  private String answer(Recognition read) {
    return read.isBlank() ? "" : AnswerPanel.words(texts, read); // the paper says what to do
  }

  private Node model() {
    Choice<Entry> model = new Choice<>(texts, pad.models(), pad.modelProperty(), Entry::name);
    model.setId("inside-model");
    model.accessibleTextProperty().bind(texts.bind("pad.model"));
    return model;
  }
}
