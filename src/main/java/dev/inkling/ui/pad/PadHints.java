package dev.inkling.ui.pad;

import dev.inkling.model.ModelCard;
import dev.inkling.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands on the empty pad; on the first start it says where one is, and offers a digit. */
final class PadHints extends VBox {
  private final Texts texts;

  PadHints(PadViewModel pad, Texts texts) {
    this.texts = texts;
    Label welcome = label("pad.welcome", "pad-hint-more");
    Button sample = new Button(null, new FontIcon("bi-shuffle"));
    sample.setId("pad-welcome-sample");
    sample.textProperty().bind(texts.bind("pad.welcome.sample"));
    sample.setOnAction(_ -> pad.drawSample());
    VBox.setMargin(sample, new Insets(24, 0, 0, 0));
    showWhen(pad.welcomeProperty(), welcome);
    showWhen(pad.welcomeProperty(), sample);
    Label hint = label("pad.hint", "pad-hint");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(isOfDigits(pad) ? "pad.hint" : "pad.hint.sign"),
                pad.cardProperty(),
                pad.keeping().elsewhereProperty(),
                texts.messagesProperty()));
    getChildren().addAll(welcome, hint, label("pad.hint.more", "pad-hint-more"), sample);
    setAlignment(Pos.CENTER);
    setPickOnBounds(false); // one draws right through them
    visibleProperty().bind(pad.emptyBinding());
  }

  /** Whether digits are read and kept, and not other signs. */
  private static boolean isOfDigits(PadViewModel pad) {
    ModelCard card = pad.cardProperty().get();
    return (card == null || card.areDigits()) && !pad.keeping().elsewhereProperty().get();
  }

  private Label label(String key, String style) {
    Label label = new Label();
    label.setId(key.replace('.', '-'));
    label.textProperty().bind(texts.bind(key));
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    return label;
  }

  private static void showWhen(ObservableValue<Boolean> isShown, Node node) {
    node.visibleProperty().bind(isShown);
    node.managedProperty().bind(isShown);
  }
}
