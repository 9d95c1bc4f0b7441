package dev.inkling.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A second thread for a single image: it takes shares of what is to be done from the end, while who
 * asks takes them from the beginning, so that each mostly reads what itself wrote. Unlike a {@link
 * Crew}'s, this thread is not waited for before it has begun: a thread takes as long to wake up as
 * part of the image, and until then the other goes on alone.
 */
final class Helper implements AutoCloseable {
  /** Shares of a work, at most: so many that nobody waits long for the other's last. */
  private static final int SHARES = 12;

  /** Looks for more to do before the other thread sleeps: about a tenth of a millisecond. */
  private static final int LOOKS = 1_000;

  /** Looks after which a processor is left to others that want it. */
  private static final int PATIENCE = 16;

  /** Bits of {@link #open} for the first and for the end of what nobody has taken. */
  private static final int BITS = 8;

  private static final int MASK = (1 << BITS) - 1;

  /** Where its number begins. */
  private static final int NUMBER = 2 * BITS;

  private final List<Pieces> works;
  private final Thread thread = new Thread(this::help, "kernels");

  /** The number of a work, counted through all images, and which shares of it are free. */
  private final AtomicLong open = new AtomicLong();

  /** Shares of that work that are done. */
  private final AtomicInteger done = new AtomicInteger();

  private long images;

  private volatile boolean isAsleep;
  private volatile boolean isClosed;
  private volatile @Nullable Throwable failure;

  /**
   * A thread that helps.
   *
   * @param works what is done with each image, one after the other
   */
  Helper(List<Pieces> works) {
    this.works = works;
    thread.setDaemon(true);
    thread.start();
  }

  /** Does the first of all works. What is thrown in either thread is thrown here in the end. */
  void run(int count) {
    images++;
    for (int i = 0; i < count; i++) {
      int shares = shares(works.get(i));
      if (shares == 1) {
        works.get(i).run(0, 0, works.get(i).count());
      } else {
        share(images * works.size() + i, shares);
      }
    }
    Throwable thrown = failure;
    failure = null;
    Crew.rethrow(thrown);
  }

  private static int shares(Pieces work) {
    return Math.min(SHARES, work.count());
  }

  private void share(long number, int shares) {
    done.set(0);
    open.set((number << NUMBER) | shares);
    if (isAsleep) {
      LockSupport.unpark(thread);
    }
    while (takes(0)) {}
    for (int looks = 0; done.get() < shares; looks++) {
      pause(looks);
    }
  }

  /**
   * The other thread may wait for this very processor, where others are busy. Nothing relies on its
   * being left: it is only quicker.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void pause(int looks) {
    if (looks % PATIENCE == PATIENCE - 1) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }

  /** Does a share, the worker 0 the first and the worker 1 the last; false where none is free. */
  private boolean takes(int worker) {
    long word = open.get();
    int first = (int) (word >> BITS) & MASK;
    int end = (int) word & MASK;
    if (first == end) {
      return false;
    }
    if (open.compareAndSet(word, worker == 0 ? word + (1 << BITS) : word - 1)) {
      Pieces work = works.get((int) ((word >> NUMBER) % works.size()));
      try {
        run(work, worker, worker == 0 ? first : end - 1);
      } catch (Throwable thrown) {
        failure = thrown;
      }
      done.incrementAndGet();
    }
    return true;
  }

  private static void run(Pieces work, int worker, int share) {
    int count = work.count();
    int shares = shares(work);
    work.run(worker, share * count / shares, (share + 1) * count / shares);
  }

  /** What the other thread does. */
  private void help() {
    for (int looks = 0; !isClosed; looks++) {
      if (takes(1)) {
        looks = 0;
      } else if (looks < LOOKS) {
        pause(looks);
      } else {
        sleep();
        looks = 0;
      }
    }
  }

  private void sleep() {
    isAsleep = true;
    if (!takes(1) && !isClosed) {
      LockSupport.park(this);
    }
    isAsleep = false;
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
  }
}
