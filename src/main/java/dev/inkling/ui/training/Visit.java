package dev.inkling.ui.training;

import dev.inkling.model.ModelLibrary.Entry;

/**
 * An epoch that somebody wants to see on another screen.
 *
 * @param place where
 * @param epoch as a model to choose
 * @param data that it learned from: mnist, synthetic or a folder
 */
public record Visit(Place place, Entry epoch, String data) {
  /** Where an epoch can be seen. */
  public enum Place {
    /** It reads what is drawn. */
    PAD,
    /** What it misreads. */
    MISTAKES
  }
}
