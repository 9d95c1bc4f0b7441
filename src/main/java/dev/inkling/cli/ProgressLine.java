package dev.inkling.cli;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.io.PrintStream;
import java.util.function.Supplier;

/** A line at the foot of a terminal that is written over and over; nothing where there is none. */
final class ProgressLine {
  private static final long NANOS_BETWEEN = 100_000_000;
  private static final int WIDTH = 24;
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean isTerminal;
  private long last;

  ProgressLine(PrintStream err) {
    this.err = err;
    isTerminal = err == System.err && hasEscapes() && isErrorATerminal();
  }

  /** A dumb terminal, such as an editor's, prints escape sequences as they are. */
  static boolean hasEscapes() {
    return !"dumb".equals(System.getenv("TERM"));
  }

  /** The console of the JDK asks for input and output both, but results may go to a file. */
  private static boolean isErrorATerminal() {
    Function isatty =
        Platform.isWindows()
            ? Function.getFunction("msvcrt", "_isatty")
            : Function.getFunction(Platform.C_LIBRARY_NAME, "isatty");
    return isatty.invokeInt(new Object[] {2}) != 0;
  }

  /**
   * Shows how far the work is, ten times a second at most.
   *
   * @param done part of the work, 0…1
   * @param text behind the bar
   */
  void show(double done, Supplier<String> text) {
    long now = System.nanoTime();
    if (!isTerminal || now - last < NANOS_BETWEEN) {
      return;
    }
    last = now;
    int full = (int) Math.round(done * WIDTH);
    err.print(ERASE + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + text.get());
    err.flush();
  }

  /** Takes the line away, before a line that stays. */
  void clear() {
    if (isTerminal) {
      err.print(ERASE);
    }
  }
}
