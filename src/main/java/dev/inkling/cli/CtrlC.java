package dev.inkling.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Long work that Ctrl-C ends in order. */
final class CtrlC {
  private CtrlC() {}

  /**
   * Works to the end, or until Ctrl-C: then the work is asked to stop, and when it has, the last
   * word is said.
   *
   * @param stop asks the work to stop; called from another thread
   * @param lastWord said where it was stopped, from that thread
   * @param work hears whether it was stopped
   */
  static void guard(Runnable stop, Runnable lastWord, Consumer<AtomicBoolean> work) {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean isPressed = new AtomicBoolean();
    Thread hook =
        new Thread(
            () -> {
              isPressed.set(true);
              stop.run();
              await(ended);
              lastWord.run();
            },
            "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.accept(isPressed);
    } finally {
      ended.countDown();
      if (!isPressed.get()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
