package dev.inkling.cli;

import dev.inkling.pile.ListPile;
import dev.inkling.pile.PileEntries;
import java.util.List;

/** Counts the pictures of a pile beside the reading of them, for a bar to show how far that is. */
final class PileCount {
  private final List<String> names;

  /** 0 while it is not known. */
  private volatile long pictures;

  PileCount(List<String> names) {
    this.names = names;
  }

  /** Begins to count, unless names come in that are not known yet. */
  void begin() {
    if (!names.contains(PictureNames.STANDARD_INPUT)) {
      Thread.ofPlatform().daemon().name("count").start(this::count);
    }
  }

  private void count() {
    long counted = 0;
    try (PileEntries entries = new ListPile(names).entries()) {
      while (entries.next() != null) {
        counted++;
      }
    }
    pictures = counted;
  }

  /** How many there are, or 0 while that is not known. */
  long pictures() {
    return pictures;
  }
}
