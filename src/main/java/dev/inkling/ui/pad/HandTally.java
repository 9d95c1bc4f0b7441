package dev.inkling.ui.pad;

import dev.inkling.data.Kept;
import dev.inkling.model.ModelCard;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How drawings of one's own are read.
 *
 * @param drawings that there are
 * @param read how many of them a network read when they were drawn
 * @param right how many of those it read right
 */
public record HandTally(int drawings, int read, int right) {
  /** Fewer say nothing about a hand. */
  public static final int ENOUGH = 10;

  /**
   * What a network made of drawings. It counts what was read when it was drawn: of what the network
   * learned from since, it would say too much. What has learned a hand anew is called as before, so
   * that what was read until then was read by another network.
   *
   * @param reader card of the network; null where there is none
   */
  static HandTally of(List<Kept> drawings, @Nullable ModelCard reader) {
    List<Kept> read = drawings.stream().filter(kept -> isReader(reader, kept)).toList();
    return new HandTally(
        drawings.size(), read.size(), (int) read.stream().filter(Kept::isReadRight).count());
  }

  private static boolean isReader(@Nullable ModelCard card, Kept kept) {
    return card != null
        && card.name().equals(kept.model())
        && (card.tuned() == null || !kept.time().isBefore(learned(card)));
  }

  private static Instant learned(ModelCard card) {
    try {
      return Instant.parse(card.date());
    } catch (DateTimeException e) { // somebody wrote it by hand
      return Instant.MIN;
    }
  }

  /** How many were misread. */
  public int wrong() {
    return read - right;
  }

  /** Whether learning them would help: there are some, and some of them are misread. */
  public boolean isWorthLearning() {
    return drawings >= ENOUGH && wrong() > 0;
  }
}
