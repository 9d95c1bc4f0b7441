package dev.inkling.ui.builder;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How something became what it is, so that every step can be undone and done again.
 *
 * @param <T> what it is, immutable
 */
final class History<T> {
  private final Deque<T> past = new ArrayDeque<>();
  private final Deque<T> future = new ArrayDeque<>();
  private T present;

  /** What was changed by the last step, as long as the next may be part of it. */
  private @Nullable Object topic;

  History(T present) {
    this.present = present;
  }

  /** What it is now. */
  T present() {
    return present;
  }

  /** It becomes something else, by a step of its own. */
  void step(T next) {
    step(next, null);
  }

  /**
   * It becomes something else.
   *
   * @param about what is changed; several changes of the same, such as a number that is typed digit
   *     by digit, are one step. Null for a step of its own.
   */
  void step(T next, @Nullable Object about) {
    boolean isSameStep = about != null && about.equals(topic);
    if (!isSameStep) {
      past.push(present);
    }
    future.clear();
    present = next;
    topic = about;
  }

  /** It looks otherwise, which is no step; what is changed next is. */
  void look(T same) {
    present = same;
    topic = null;
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  /** As it was before the last step; as it is where there was none. */
  void undo() {
    go(past, future);
  }

  /** As it was before the last step was undone. */
  void redo() {
    go(future, past);
  }

  private void go(Deque<T> from, Deque<T> to) {
    if (!from.isEmpty()) {
      to.push(present);
      present = from.pop();
      topic = null;
    }
  }
}
