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

  /**
   * A button.
   *
   * @param key of its texts: {@code help.KEY.title} and {@code help.KEY.text} in the messages; its
   *     id is {@code help-KEY}
   */
  public InfoButton(Texts texts, String key) {
    this(texts, "help." + key, "help." + key + ".title", "help." + key + ".text");
  }

  /** A button for a term that has its name, and {@code KEY.help}, in the messages already. */
  public static InfoButton of(Texts texts, String key) {
    return new InfoButton(texts, key + ".help", key, key + ".help");
  }

  private InfoButton(Texts texts, String id, String title, String text) {
    super(null, new FontIcon("bi-info-circle"));
    setId(id.replace('.', '-'));
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "info-button");
    accessibleTextProperty()
        .bind(texts.messagesProperty().map(_ -> texts.get("help.about", texts.get(title))));
    accessibleHelpProperty().bind(texts.bind(text));
    popup.getContent().add(card(texts, title, text));
    popup.setAutoHide(true);
    setOnAction(_ -> toggle());
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
