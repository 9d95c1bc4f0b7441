package dev.inkling.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share work: the one that asks for it is one of them. Who waits for others goes on
 * looking for a while before it sleeps, as it takes longer to wake up than to take the next batch.
 */
final class Crew implements AutoCloseable {
  /** Looks before somebody who waits sleeps: about a twentieth of a millisecond. */
  private static final int LOOKS = 1_000;

  private final int size;
  private final List<Thread> others = new ArrayList<>();

  /** How often work was shared; -1 when there will be no more. */
  private volatile int round;

  /** How many of the others are not through with this round. */
  private final AtomicInteger working = new AtomicInteger();

  private volatile IntConsumer task = _ -> {};
  private volatile @Nullable Thread waiting;
  private volatile @Nullable Throwable failure;

  /**
   * A crew.
   *
   * @param size threads, at least 1
   */
  Crew(int size) {
    this.size = size;
    for (int i = 1; i < size; i++) {
      int own = i;
      Thread thread = new Thread(() -> work(own), "kernels");
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
  }

  /**
   * Does a task for each number below the crew's size, each on a thread of its own, and waits for
   * all of them. What one of them throws is thrown here, when all have ended.
   */
  void share(IntConsumer shared) {
    task = shared;
    failure = null;
    waiting = Thread.currentThread();
    working.set(size - 1);
    int next = round + 1;
    round = next;
    others.forEach(LockSupport::unpark);
    try {
      shared.accept(0);
    } finally {
      await(() -> working.get() == 0);
    }
    rethrow(failure);
  }

  /** Throws what another thread has thrown, if it has. */
  static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /** What the other threads do. */
  private void work(int own) {
    int seen = 0;
    while (true) {
      int last = seen;
      await(() -> round != last);
      seen = round;
      if (seen < 0) {
        return;
      }
      try {
        task.accept(own);
      } catch (Throwable thrown) {
        failure = thrown;
      }
      if (working.decrementAndGet() == 0) {
        LockSupport.unpark(waiting);
      }
    }
  }

  private static void await(BooleanSupplier isSo) {
    for (int looks = 0; !isSo.getAsBoolean(); looks++) {
      if (looks < LOOKS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(Crew.class);
      }
    }
  }

  @Override
  public void close() {
    round = -1;
    others.forEach(LockSupport::unpark);
  }
}
