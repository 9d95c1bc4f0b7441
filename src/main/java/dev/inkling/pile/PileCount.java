package dev.inkling.pile;

/** Counts the pictures of a pile beside the reading of them, to say how far that is. */
public final class PileCount {
  private final Pile pile;

  /** 0 while it is not known. */
  private volatile long pictures;

  private volatile boolean isOver;

  /** A pile that can be walked twice. */
  public PileCount(Pile pile) {
    this.pile = pile;
  }

  /** Begins to count, on a thread of its own. */
  public void begin() {
    Thread.ofPlatform().daemon().name("count").start(this::count);
  }

  /** Nobody wants to know it any more. */
  public void stop() {
    isOver = true;
  }

  private void count() {
    long counted = 0;
    try (PileEntries entries = pile.entries()) {
      while (!isOver && entries.next() != null) {
        counted++;
      }
    }
    pictures = isOver ? 0 : counted;
  }

  /** How many there are, or 0 while that is not known. */
  public long pictures() {
    return pictures;
  }
}
