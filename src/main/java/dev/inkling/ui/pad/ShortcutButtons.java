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

  /**
   * A button that typed characters press, which every keyboard has somewhere else.
   *
   * @param characters a regular expression
   * @param shown what of them stands in the tooltip
   */
  Button typed(String key, String icon, Runnable action, String characters, String shown) {
    Button button = button(key, icon, action, null);
    button.setTooltip(named(texts.bind(key), shown));
    shortcuts.addTyped(key, _ -> button.fire(), characters, shown);
    return button;
  }

  /** A button of a group one of which is always down. */
  ToggleButton tool(String key, String icon, String... keys) {
    return dress(new Tool(), key, icon, keys);
  }

  /** Gives a button its name, its icon and its shortcuts. */
  <B extends ButtonBase> B dress(B button, String key, String icon, String... keys) {
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

  /** Names the keys of a menu's item, which has them by itself. */
  void tell(String key, KeyCombination keys) {
    shortcuts.tell(key, keys.getDisplayText());
  }

  /** A tooltip that names the first shortcut. */
  Tooltip tooltip(String key, String... keys) {
    return keys.length == 0
        ? plain(texts.bind(key))
        : named(texts.bind(key), KeyCombination.valueOf(keys[0]).getDisplayText());
  }

  private static Tooltip named(ObservableValue<String> name, String shortcut) {
    return plain(name.map(text -> text + "  (" + shortcut + ")"));
  }

  private static Tooltip plain(ObservableValue<String> text) {
    Tooltip tooltip = new Tooltip();
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.textProperty().bind(text);
    return tooltip;
  }
}
