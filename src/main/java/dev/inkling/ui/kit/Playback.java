package dev.inkling.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** Goes through the pictures of a film, one after the other. Used on the FX thread alone. */
public final class Playback {
  private final ObservableValue<? extends Number> count;
  private final IntegerProperty position;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final BooleanProperty looping = new SimpleBooleanProperty();

  /**
   * A film that stands still.
   *
   * @param count of its pictures
   * @param position of the one that is shown, from 0
   */
  public Playback(ObservableValue<? extends Number> count, IntegerProperty position) {
    this.count = count;
    this.position = position;
  }

  /** How many pictures there are. */
  public ObservableValue<? extends Number> countProperty() {
    return count;
  }

  /** The picture that is shown, from 0. */
  public IntegerProperty positionProperty() {
    return position;
  }

  /** Whether the pictures follow each other by themselves. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Whether the first follows the last. */
  public BooleanProperty loopingProperty() {
    return looping;
  }

  private int last() {
    return count.getValue().intValue() - 1;
  }

  // Commands

  /** Plays from here on, from the beginning where this is the end; or holds it. */
  public void toggle() {
    if (playing.get()) {
      pause();
    } else if (last() > 0) {
      if (position.get() >= last()) {
        position.set(0);
      }
      playing.set(true);
    }
  }

  /** Stays where it is. */
  public void pause() {
    playing.set(false);
  }

  /** Shows the next picture; for a clock that ticks while it plays. */
  public void tick() {
    if (position.get() < last()) {
      position.set(position.get() + 1);
    } else if (looping.get() && last() > 0) {
      position.set(0);
    } else {
      pause();
    }
  }
}
