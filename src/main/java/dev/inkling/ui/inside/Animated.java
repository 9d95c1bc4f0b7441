package dev.inkling.ui.inside;

import dev.inkling.chart.Film;
import javafx.beans.value.ObservableValue;

/** A page that can be saved as an animation too. */
interface Animated {
  /** What happens on it, from beginning to end; only while {@link #canMove} is true. */
  Film film();

  /** Whether there is anything to see yet. */
  ObservableValue<Boolean> canMove();
}
