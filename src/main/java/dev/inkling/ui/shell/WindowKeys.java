package dev.inkling.ui.shell;

import dev.inkling.ui.kit.Shortcuts;
import javafx.scene.input.KeyCombination;

/** What keys do on every screen. */
final class WindowKeys {
  /**
   * Row and keypad. Shift is let pass: where digits and the plus are typed with it, these are still
   * the keys that say so.
   */
  private static final String[] ANY = {"Ignore Shift+Shortcut+", "Ignore Shift+Shortcut+Numpad "};

  static final String LARGER = ANY[0] + "Plus";
  static final String SMALLER = ANY[0] + "Minus";
  static final String NORMAL = ANY[0] + "0";
  static final String SHORTCUTS = "F1";
  static final String FULL_SCREEN = "F11";

  private WindowKeys() {}

  /** The keys that go to a screen. */
  static KeyCombination screen(int index) {
    return KeyCombination.valueOf(ANY[0] + (index + 1));
  }

  /** The keys of a window. */
  static Shortcuts of(MainWindow window, ScreenSwitch screens) {
    Shortcuts keys = new Shortcuts();
    for (int i = 0; i < screens.screens().size(); i++) {
      String key = screens.screens().get(i).key();
      keys.add(key, () -> screens.open(key), ANY[0] + (i + 1), ANY[1] + (i + 1));
    }
    keys.add("window.next", () -> screens.step(1), "Shortcut+Page Down");
    keys.add("window.previous", () -> screens.step(-1), "Shortcut+Page Up");
    keys.add("window.shortcuts", window::showShortcuts, SHORTCUTS);
    keys.addTyped("window.shortcuts", _ -> window.showShortcuts(), "[?？]", "?");
    keys.add("window.fullScreen", window::toggleFullScreen, FULL_SCREEN);
    keys.add(
        "window.text.larger", window.textSize()::larger, LARGER, ANY[0] + "Equals", "Shortcut+Add");
    keys.add("window.text.smaller", window.textSize()::smaller, SMALLER, "Shortcut+Subtract");
    keys.add("window.text.normal", window.textSize()::normal, NORMAL, ANY[1] + "0");
    keys.tell("window.esc", "Esc");
    keys.tell("window.tab", "Ctrl+Tab");
    return keys;
  }
}
