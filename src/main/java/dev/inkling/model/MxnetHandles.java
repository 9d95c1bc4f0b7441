package dev.inkling.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** What somebody got of MXNet and has to free, all together: the newest first. */
final class MxnetHandles implements AutoCloseable {
  /** Something that is freed without a checked exception. */
  interface Handle extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Handle> all = new ArrayDeque<>();

  /** One more to be freed. */
  <T extends Handle> T add(T handle) {
    all.push(handle);
    return handle;
  }

  /** Frees all there are; once each. */
  @Override
  public void close() {
    while (!all.isEmpty()) {
      all.pop().close();
    }
  }
}
