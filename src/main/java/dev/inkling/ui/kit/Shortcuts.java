package dev.inkling.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What keys do while a screen is in view, and only then. */
public final class Shortcuts {
  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
  private final Map<Pattern, Consumer<String>> typed = new LinkedHashMap<>();
  private final EventHandler<KeyEvent> onTyped = this::typed;

  /**
   * Lets keys do something.
   *
   * @param keys as {@link KeyCombination#valueOf} reads them
   */
  public void add(String keys, Runnable action) {
    actions.put(KeyCombination.valueOf(keys), action);
  }

  /**
   * Lets typed characters do something, wherever they stand: on some keyboards digits are typed
   * with Shift, and there is a keypad too. What is typed into a text field is the field's.
   *
   * @param characters a regular expression
   */
  public void addTyped(String characters, Consumer<String> action) {
    typed.put(Pattern.compile(characters), action);
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
