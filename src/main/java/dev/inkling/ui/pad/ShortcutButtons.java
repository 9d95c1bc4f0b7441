package dev.inkling.ui.pad;

import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons whose keyboard shortcuts work on the whole screen and stand in their tooltips. */
final class ShortcutButtons {
  private final Texts texts;
  private final Shortcuts shortcuts;

  ShortcutButtons(Texts texts, Shortcuts shortcuts) {
    this.texts = texts;
    this.shortcuts = shortcuts;
  }

  /**
   * A button with an icon.
   *
   * @param key of its name; its id is the key with dashes
   * @param keys that do the same, the first of them stands in the tooltip
   */
  Button button(
      String key,
      String icon,
      Runnable action,
      @Nullable ObservableValue<Boolean> enabled,
      String... keys) {
    Button button = new Button();
    button.setOnAction(_ -> action.run());
    if (enabled != null) {
      button.disableProperty().bind(enabled.map(isEnabled -> !isEnabled));
    }
    return dress(button, key, icon, keys);
  }

  /** A button that stays down. */
  ToggleButton toggle(String key, String icon, String... keys) {
    return dress(new ToggleButton(), key, icon, keys);
  }

  private <B extends ButtonBase> B dress(B button, String key, String icon, String... keys) {
    button.setId(key.replace('.', '-'));
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("tool");
    button.accessibleTextProperty().bind(texts.bind(key));
    button.setTooltip(tooltip(key, keys));
    if (keys.length > 0) {
      shortcuts.add(key, button::fire, keys); // a button that is off does nothing
    }
    return button;
  }

  /** A tooltip that names the first shortcut. */
  Tooltip tooltip(String key, String... keys) {
    Tooltip tooltip = new Tooltip();
    tooltip.setShowDelay(Duration.millis(400));
    if (keys.length == 0) {
      tooltip.textProperty().bind(texts.bind(key));
    } else {
      String shown = KeyCombination.valueOf(keys[0]).getDisplayText();
      tooltip.textProperty().bind(texts.bind(key).map(name -> name + "  (" + shown + ")"));
    }
    return tooltip;
  }
}
