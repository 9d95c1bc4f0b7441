package dev.inkling.pile;

import org.jspecify.annotations.Nullable;

/** A walk through a {@link Pile}, for one thread. */
public interface PileEntries extends AutoCloseable {
  /** The next picture, or null when there is none. What is wrong with one is said by its entry. */
  @Nullable PileEntry next();

  @Override
  default void close() {}
}
