package dev.inkling.ui.kit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Who does the window's work off the FX thread: one thread for each kind, in its order. */
public final class Workers implements AutoCloseable {
  /** Kinds of work, none of which waits for another. */
  public enum Kind {
    /** Reads what is drawn. */
    RECOGNITION,
    /** Reads and writes files. */
    FILES,
    /** Reads whole data sets. */
    EVALUATION,
    /** Computes what Inside shows. */
    EXPLANATION,
    /** Looks at data before anything is trained on them. */
    EXPLORATION,
    /** Trains. */
    TRAINING,
    /** Learns a hand, which takes seconds and does not wait for a training of hours. */
    LEARNING,
    /** Trains networks to learn something about data by them. */
    MEASUREMENT,
    /** Reads piles of pictures, which may take hours. */
    PILE,
    /** Makes drawings of what was corrected in a pile, which may be read still. */
    CORRECTIONS
  }

  private final Map<Kind, Executor> executors = new EnumMap<>(Kind.class);
  private final Executor fx;

  /**
   * Workers of any sort; tests give some that run at once.
   *
   * @param executor of a kind of work
   * @param fx runs what follows, on the FX thread
   */
  public Workers(Function<Kind, Executor> executor, Executor fx) {
    for (Kind kind : Kind.values()) {
      executors.put(kind, executor.apply(kind));
    }
    this.fx = fx;
  }

  /** A thread for each kind of work. */
  public static Workers threads(Executor fx) {
    return new Workers(Workers::thread, fx);
  }

  /** The one thread of a kind of work; what comes when it is shut down is given up. */
  public static ExecutorService thread(Kind kind) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = new Thread(task, kind.name().toLowerCase(Locale.ROOT));
          // A run that is stopped by closing the window still writes how it ended.
          thread.setDaemon(kind != Kind.TRAINING);
          return thread;
        },
        // An answer may come while the window closes, and ask for more.
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Where work of a kind is done. */
  public Background on(Kind kind) {
    return new Background(Objects.requireNonNull(executors.get(kind)), fx);
  }

  /** Runs what follows, on the FX thread. */
  public Executor fx() {
    return fx;
  }

  /** Lets what was begun come to its end; nothing new begins. */
  @Override
  public void close() {
    for (Executor executor : executors.values()) {
      if (executor instanceof ExecutorService service) {
        service.shutdown();
      }
    }
  }
}
