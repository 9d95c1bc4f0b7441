package dev.inkling.ui.shell;

import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Later;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is to be remembered soon after it changes, as who logs out does not close the window
 * first, and at the end. Where it cannot be written the log says so. For the FX thread.
 */
final class Remembering {
  private static final Logger LOG = Logger.getLogger(Remembering.class.getName());

  /** Whoever draws or drags the window changes it with every move. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Background files;
  private final Supplier<Runnable> now;
  private final Later later = new Later();
  private final AtomicReference<@Nullable Runnable> unwritten = new AtomicReference<>();

  /**
   * Nothing is to be written yet.
   *
   * @param files where it is written
   * @param now what writes it as it is at this moment, on any thread
   */
  Remembering(Background files, Supplier<Runnable> now) {
    this.files = files;
    this.now = now;
  }

  /** It has changed. */
  void changed() {
    later.run(
        SOON,
        () -> {
          unwritten.set(now.get());
          files.run(Executors.callable(this::write), _ -> {}, _ -> {});
        });
  }

  /** Writes it at once: the program ends. */
  void end() {
    later.cancel();
    unwritten.set(now.get());
    write();
  }

  /** What is older is never written after what is newer. */
  private synchronized void write() {
    Runnable newest = unwritten.getAndSet(null);
    if (newest == null) {
      return;
    }
    try {
      newest.run();
    } catch (Problem problem) {
      LOG.log(Level.WARNING, "not remembered", problem);
    }
  }
}
