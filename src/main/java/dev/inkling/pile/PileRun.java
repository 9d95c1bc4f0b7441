package dev.inkling.pile;

import dev.inkling.model.EngineSetup;
import dev.inkling.text.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pile with several readers at once and hands their rows over in the pile's order. However
 * large the pile is, no more of it is held than what the readers are at and will be at next.
 */
public final class PileRun implements AutoCloseable {
  /** It takes as many as last about so long: rows are to come, and an end, soon. */
  private static final double SECONDS = 0.1;

  /** Shares that wait for each reader besides the one that it is at. */
  private static final int AHEAD = 2;

  /** Seconds in which a reader is through with any picture. */
  private static final int PATIENCE = 20;

  /** Bytes of a heap that is made smaller, if it can be. */
  private static final long LARGE = 200_000_000;

  private final int threads;
  private final ExecutorService workers;
  private final ThreadLocal<PileReader> reader;
  private final Queue<PileReader> readers = new ConcurrentLinkedQueue<>();
  private volatile int share = 8;

  /** After a collection there is none for so many times as long as it took. */
  private static final int REST = 4;

  private long large = LARGE;

  /** In {@link System#nanoTime}, when the heap may be collected again. */
  private long rested = System.nanoTime();

  private volatile boolean isStopped;

  /** Whose rows are waited for. */
  private volatile @Nullable Future<?> awaited;

  /**
   * Readers, each on a thread of its own.
   *
   * @param threads how many, at least 1
   * @param maker makes one, on its thread; closed with this
   */
  public PileRun(int threads, Supplier<PileReader> maker) {
    this.threads = threads;
    workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("pile-", 1).factory());
    reader =
        ThreadLocal.withInitial(
            () -> {
              EngineSetup.useThisThreadOnly();
              PileReader made = maker.get();
              readers.add(made);
              return made;
            });
  }

  /** How many readers keep this machine busy: one for each processor, or as many as are wanted. */
  public static int threads() {
    return EngineSetup.threads();
  }

  /**
   * Reads all that comes, or what comes until {@link #stop}.
   *
   * @param sink gets rows in the order of the entries, on the calling thread
   * @throws Problem what keeps a reader from being made, as a model that is broken
   */
  public void read(PileEntries entries, Consumer<List<PileRow>> sink) {
    Deque<Future<List<PileRow>>> shares = new ArrayDeque<>();
    boolean isMore = true;
    while (!isStopped && (isMore || !shares.isEmpty())) {
      while (isMore && !isStopped && shares.size() < threads * (1 + AHEAD)) {
        List<PileEntry> next = PileReader.share(entries, share, () -> isStopped);
        isMore = !next.isEmpty();
        if (isMore) {
          shares.add(workers.submit(() -> rows(next)));
        }
      }
      if (!isStopped && !shares.isEmpty()) {
        sink.accept(awaited(shares.remove()));
        collect();
      }
    }
    shares.forEach(each -> each.cancel(false));
  }

  /**
   * Keeps memory as it is, however long the pile: by itself Java has its heap grow to a part of the
   * machine's memory. A collection of all of it makes it small again; it takes some 30 ms. Where
   * Java lets its heap grow for want of room only, as the app does, there is one in many seconds.
   */
  private void collect() {
    long begin = System.nanoTime();
    if (begin - rested >= 0 && Runtime.getRuntime().totalMemory() > large) {
      System.gc();
      large = Math.max(LARGE, 3 * Runtime.getRuntime().totalMemory() / 2);
      long end = System.nanoTime();
      rested = end + REST * (end - begin);
    }
  }

  /** On a reader's thread. */
  private List<PileRow> rows(List<PileEntry> entries) {
    PileReader mine = reader.get();
    long begin = System.nanoTime();
    List<PileRow> rows = mine.read(entries);
    double each = Math.max(1e-6, (System.nanoTime() - begin) / 1e9 / entries.size());
    share = (int) Math.clamp(SECONDS / each, 1, PileReader.MOST);
    return rows;
  }

  /** A share's rows; none where they are not waited for any more. */
  private List<PileRow> awaited(Future<List<PileRow>> share) {
    awaited = share;
    if (isStopped) {
      share.cancel(false);
    }
    try {
      return share.get();
    } catch (CancellationException e) {
      return List.of();
    } catch (ExecutionException e) {
      throw Problem.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(e);
    }
  }

  /** Ends {@link #read} at once, whatever the readers are at; from any thread. */
  public void stop() {
    isStopped = true;
    Future<?> share = awaited;
    if (share != null) {
      share.cancel(false);
    }
  }

  /** Waits for what the readers are at, and closes them; not for one that hangs at a dead disk. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (workers.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        readers.forEach(PileReader::close);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
