package dev.inkling.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * What keys do while a screen is in view, and only then; and what the page of shortcuts says of
 * them.
 */
public final class Shortcuts {
  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
  private final Map<Pattern, Consumer<String>> typed = new LinkedHashMap<>();
  private final EventHandler<KeyEvent> onTyped = this::typed;

  /** Keys as people know them, by the key of what they do in the messages. */
  private final Map<String, List<String>> told = new LinkedHashMap<>();

  /**
   * Lets keys do something.
   *
   * @param key of what they do, in the messages
   * @param keys combinations as {@link KeyCombination#valueOf} reads them, all of which do it; the
   *     page of shortcuts shows the first
   */
  public void add(String key, Runnable action, String... keys) {
    for (String each : keys) {
      actions.put(KeyCombination.valueOf(each), action);
    }
    tell(key, KeyCombination.valueOf(keys[0]).getDisplayText());
  }

  /**
   * Lets typed characters do something, wherever they stand: on some keyboards digits are typed
   * with Shift, and there is a keypad too. What is typed into a text field is the field's.
   *
   * @param key of what they do, in the messages
   * @param characters a regular expression
   * @param shown the characters as the page of shortcuts shows them
   */
  public void addTyped(String key, Consumer<String> action, String characters, String shown) {
    typed.put(Pattern.compile(characters), action);
    tell(key, shown);
  }

  /**
   * Says what keys do that a control hears by itself.
   *
   * @param key of what they do, in the messages
   * @param keys as people know them
   */
  public void tell(String key, String... keys) {
    told.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(List.of(keys));
  }

  /** What the keys do, for the page of shortcuts: keys of messages, and the names of keys. */
  public Map<String, List<String>> told() {
    return told;
  }

  /** All combinations that do something. */
  public Map<KeyCombination, Runnable> actions() {
    return actions;
  }

  private void typed(KeyEvent event) {
    boolean isText =
        event.getSource() instanceof Scene scene
            && scene.getFocusOwner() instanceof TextInputControl;
    if (!isText && !isCommand(event)) {
      typed.forEach(
          (pattern, action) -> {
            if (pattern.matcher(event.getCharacter()).matches()) {
              action.accept(event.getCharacter());
            }
          });
    }
  }

  /** AltGr, by which many keyboards have brackets, is Ctrl and Alt on Windows. */
  private static boolean isCommand(KeyEvent event) {
    return event.isMetaDown() || (event.isControlDown() && !event.isAltDown());
  }

  /** The screen came into view. */
  public void installIn(Scene scene) {
    scene.getAccelerators().putAll(actions);
    scene.addEventHandler(KeyEvent.KEY_TYPED, onTyped);
  }

  /** The screen is out of view. */
  public void removeFrom(Scene scene) {
    actions.keySet().forEach(scene.getAccelerators()::remove);
    scene.removeEventHandler(KeyEvent.KEY_TYPED, onTyped);
  }
}
