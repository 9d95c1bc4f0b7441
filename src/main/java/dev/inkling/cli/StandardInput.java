package dev.inkling.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lines of standard input as they come in. They are read on a thread of their own, as nobody can be
 * called back who waits for the next.
 */
final class StandardInput implements Iterator<String> {
  private static final int AHEAD = 1000;
  private static final long MILLIS = 50;

  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(AHEAD);
  private final BooleanSupplier isOver;
  private @Nullable Line next;

  private boolean isBegun;

  /** A line; without a text, the end. */
  private record Line(@Nullable String text) {}

  /**
   * Lines from where others left off, when the first is asked for.
   *
   * @param isOver whether nobody wants to know of more
   */
  StandardInput(BooleanSupplier isOver) {
    this.isOver = isOver;
  }

  private void read() {
    try {
      try {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (!line.isBlank()) {
            lines.put(new Line(line));
          }
        }
      } finally {
        lines.put(new Line(null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    if (!isBegun) {
      isBegun = true;
      Thread.ofPlatform().daemon().name("standard-input").start(this::read);
    }
    while (next == null && !isOver.getAsBoolean()) {
      try {
        next = lines.poll(MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return next != null && next.text != null;
  }

  @Override
  public String next() {
    String line = hasNext() && next != null ? next.text : null;
    if (line == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return line;
  }
}
