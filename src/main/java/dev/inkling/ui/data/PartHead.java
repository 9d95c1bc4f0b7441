package dev.inkling.ui.data;

import dev.inkling.ui.kit.Texts;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above what a part measures: how it stands, and what can be done. */
final class PartHead extends HBox {
  private final Texts texts;
  private final String part;
  private final Observable[] changes;
  private final VBox words = new VBox(2);

  /**
   * A head without words and buttons.
   *
   * @param part with which its keys begin, and with dashes for dots its ids
   * @param changes after any of which it says something else, the language among them
   */
  PartHead(Texts texts, String part, Observable... changes) {
    super(8);
    this.texts = texts;
    this.part = part;
    this.changes = changes;
    HBox.setHgrow(words, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("panel");
    getChildren().add(words);
  }

  private String id(String name) {
    return part.replace('.', '-') + name;
  }

  /** Adds a line of words. */
  PartHead say(String name, String style, Supplier<String> text) {
    Label label = new Label();
    label.setId(id(name));
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE); // no line is cut for what is below
    label.textProperty().bind(Bindings.createStringBinding(text::get, changes));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    words.getChildren().add(label);
    return this;
  }

  /** Adds a bar that shows how far the work is, while there is any. */
  PartHead show(Measurement work) {
    ProgressBar bar = new ProgressBar();
    bar.setId(id("progress"));
    bar.setPrefWidth(200);
    bar.progressProperty().bind(work.progressProperty());
    bar.visibleProperty().bind(work.workingProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    bar.accessibleTextProperty().bind(texts.bind("data.progress"));
    getChildren().add(bar);
    return this;
  }

  /** Adds a button, there while it can do something. */
  Button button(String name, String icon, Runnable action, BooleanSupplier isThere) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id(name));
    button.textProperty().bind(texts.bind(part + name));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button.visibleProperty().bind(Bindings.createBooleanBinding(isThere::getAsBoolean, changes));
    button.managedProperty().bind(button.visibleProperty());
    getChildren().add(button);
    return button;
  }
}
