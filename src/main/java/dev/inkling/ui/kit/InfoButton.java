package dev.inkling.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An ⓘ beside a term that not everybody knows: pressed, by mouse or keyboard, it says in two
 * sentences what the term means; pressed again, by Esc or a click elsewhere, they go away.
 */
public final class InfoButton extends Button {
  private final Popup popup = new Popup();

  private InfoButton(Texts texts, String key) {
    super(null, new FontIcon("bi-info-circle"));
    String help = key + ".help";
    setId(help.replace('.', '-'));
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "info-button");
    accessibleTextProperty()
        .bind(texts.messagesProperty().map(_ -> texts.get("help.about", texts.get(key))));
    accessibleHelpProperty().bind(texts.bind(help));
    popup.getContent().add(card(texts, key, help));
    popup.setAutoHide(true);
    setOnAction(_ -> toggle());
  }

  /**
   * A button for a term.
   *
   * @param key of the term in the messages, where {@code KEY.help} says what it means; its id is
   *     {@code KEY-help} with dashes
   */
  public static InfoButton of(Texts texts, String key) {
    return new InfoButton(texts, key);
  }

  private static VBox card(Texts texts, String titleKey, String textKey) {
    Label title = new Label();
    title.textProperty().bind(texts.bind(titleKey));
    title.getStyleClass().add("info-title");
    Label text = new Label();
    text.textProperty().bind(texts.bind(textKey));
    text.setWrapText(true);
    VBox card = new VBox(title, text);
    card.getStyleClass().add("info-card");
    card.setAccessibleRole(AccessibleRole.TEXT);
    return card;
  }

  private void toggle() {
    if (popup.isShowing()) {
      popup.hide();
    } else {
      Bounds here = localToScreen(getBoundsInLocal());
      popup.show(this, here.getMinX(), here.getMaxY() + 4);
    }
  }
}
