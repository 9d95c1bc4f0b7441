package dev.inkling.ui.inside;

import dev.inkling.ui.kit.LivePane;
import dev.inkling.ui.kit.Panel;
import dev.inkling.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What one looks at on the page that is shown: in plain words, and as a formula. */
final class AboutPanel {
  private final Texts texts;
  private final ObservableValue<Page> page;

  private AboutPanel(Texts texts, ObservableValue<Page> page) {
    this.texts = texts;
    this.page = page;
  }

  /** The panel of a screen with a page. */
  static Panel of(Texts texts, ObservableValue<Page> page) {
    Panel panel = new Panel(texts, "inside.about", new AboutPanel(texts, page).content());
    panel.setId("inside-about");
    return panel;
  }

  private Node content() {
    Label words = label("inside.about.", "about-words");
    Label formula = label("inside.formula.", "about-formula");
    ScrollPane pane = new LivePane(new VBox(8, words, formula));
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setMinHeight(0);
    pane.setPrefHeight(0); // the text takes what the pad leaves, and scrolls
    pane.getStyleClass().add("about-scroll");
    return pane;
  }

  private Label label(String prefix, String styleClass) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    StringBinding text =
        Bindings.createStringBinding(
            () -> texts.get(prefix + page.getValue().name().toLowerCase(Locale.ROOT)),
            page,
            texts.messagesProperty());
    label.textProperty().bind(text);
    return label;
  }
}
