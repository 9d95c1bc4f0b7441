package dev.inkling.ui.data;

import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A part of the screen. A new one is a class and a line in {@link DataParts}; what it computes is
 * in a view model of its own. Used on the FX thread alone.
 */
interface DataPart {
  /** Key of its title in the messages; with dashes for dots it is the id of its button. */
  String key();

  /**
   * Its view, made when it is first in view.
   *
   * @param shortcuts what keys do in the screen
   */
  Region view(Texts texts, ObservableValue<Boolean> dark, Shortcuts shortcuts);

  /** True for the part that comes into view when images are opened whose classes nobody knows. */
  default boolean isForUnlabeled() {
    return false;
  }

  /**
   * Shows other images. It is called while the part is in view, or comes into view, and only for
   * others than it shows already; null when what it shows is there no more, and its work is to be
   * given up.
   */
  void show(@Nullable LoadedImages images);
}
