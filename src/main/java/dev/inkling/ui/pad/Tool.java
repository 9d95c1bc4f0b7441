package dev.inkling.ui.pad;

import javafx.scene.control.ToggleButton;

/**
 * A button of a group one of which is always down: pressing the one that is down leaves it there,
 * whether by mouse, by key or by its shortcut.
 */
final class Tool extends ToggleButton {
  @Override
  public void fire() {
    if (!isSelected()) {
      super.fire();
    }
  }
}
