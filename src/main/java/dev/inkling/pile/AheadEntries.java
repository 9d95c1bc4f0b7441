package dev.inkling.pile;

import org.jspecify.annotations.Nullable;

/** A walk of which one can ask whether there is any picture, before anything is made of it. */
public final class AheadEntries implements PileEntries {
  private final PileEntries entries;
  private @Nullable PileEntry first;

  /** Takes a walk over, and closes it with itself. */
  public AheadEntries(PileEntries entries) {
    this.entries = entries;
  }

  /** True where no picture is left; waits for the next where it has to come in. */
  public boolean isEmpty() {
    if (first == null) {
      first = entries.next();
    }
    return first == null;
  }

  @Override
  public @Nullable PileEntry next() {
    PileEntry next = first;
    first = null;
    return next == null ? entries.next() : next;
  }

  @Override
  public void close() {
    entries.close();
  }
}
