package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Which drawings a picture put on the pad, and what was seen for each: to come back by undoing. */
final class Sights {
  /** Older ones are forgotten; each holds some megabytes. */
  private static final int MOST = 20;

  private final Deque<Entry> entries = new ArrayDeque<>();

  private record Entry(Drawing drawing, Sight sight) {}

  void add(Drawing drawing, Sight sight) {
    entries.push(new Entry(drawing, sight));
    if (entries.size() > MOST) {
      entries.removeLast();
    }
  }

  /** What was seen for this very drawing, not for one that equals it. */
  @Nullable Sight of(Drawing drawing) {
    return entries.stream()
        .filter(entry -> entry.drawing == drawing)
        .findFirst()
        .map(Entry::sight)
        .orElse(null);
  }

  void clear() {
    entries.clear();
  }
}
