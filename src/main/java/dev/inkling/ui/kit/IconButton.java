package dev.inkling.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that is an icon, whose name stands in its tooltip. */
public final class IconButton extends Button {
  /**
   * A button.
   *
   * @param key of its name; its id is the key with dashes
   */
  public IconButton(Texts texts, String key, String icon, Runnable action) {
    super(null, new FontIcon(icon));
    setId(key.replace('.', '-'));
    getStyleClass().add(Styles.BUTTON_ICON);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.bind(key));
    setTooltip(tooltip);
    accessibleTextProperty().bind(texts.bind(key));
    setOnAction(_ -> action.run());
  }
}
