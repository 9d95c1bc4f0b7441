package dev.inkling.ui.pad;

import dev.inkling.data.Kept;
import java.util.List;

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
   * learned from since, it would say too much.
   *
   * @param model name of the network
   */
  public static HandTally of(List<Kept> drawings, String model) {
    List<Kept> read = drawings.stream().filter(kept -> model.equals(kept.model())).toList();
    return new HandTally(
        drawings.size(), read.size(), (int) read.stream().filter(Kept::isReadRight).count());
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
