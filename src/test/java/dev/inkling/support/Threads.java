package dev.inkling.support;

import java.util.concurrent.TimeUnit;

/** How tests wait for threads of their own: never without an end. */
public final class Threads {
  private static final int SECONDS = 60;

  private Threads() {}

  /**
   * Waits until a thread that was started waits for something itself.
   *
   * @throws AssertionError when it ends instead, or after {@value #SECONDS} seconds
   */
  public static void awaitWaiting(Thread thread) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (thread.getState() != Thread.State.WAITING) {
      if (!thread.isAlive() || System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        throw new AssertionError(thread + " does not wait, but is " + thread.getState());
      }
      Thread.onSpinWait();
    }
  }
}
