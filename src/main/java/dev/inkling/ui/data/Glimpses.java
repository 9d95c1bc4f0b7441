package dev.inkling.ui.data;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows something while it changes: not more often than the eye needs, and never more than one
 * picture waits, however busy the screen is. What is between two pictures is left out. One thread
 * makes it, another shows it.
 *
 * @param <T> what is shown, immutable
 */
final class Glimpses<T> implements Consumer<T> {
  /** Nanoseconds from one picture to the next: 15 in a second. */
  static final long APART = 1_000_000_000L / 15;

  private final Executor screen;
  private final Consumer<T> onPicture;
  private final LongSupplier clock;
  private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
  private long last;

  /**
   * Nothing was shown yet.
   *
   * @param screen shows it, by one thread
   */
  Glimpses(Executor screen, Consumer<T> onPicture) {
    this(screen, onPicture, System::nanoTime);
  }

  /** Likewise, with a clock of nanoseconds. */
  Glimpses(Executor screen, Consumer<T> onPicture, LongSupplier clock) {
    this.screen = screen;
    this.onPicture = onPicture;
    this.clock = clock;
    last = clock.getAsLong() - APART;
  }

  @Override
  public void accept(T now) {
    if (clock.getAsLong() - last < APART) {
      return;
    }
    last = clock.getAsLong();
    if (newest.getAndSet(now) == null) {
      screen.execute(this::show);
    }
  }

  private void show() {
    @Nullable T picture = newest.getAndSet(null);
    if (picture != null) {
      onPicture.accept(picture);
    }
  }
}
