package dev.inkling.text;

import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What nobody caught, on whatever thread: it is logged with its cause and told in a sentence. */
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = Logger.getLogger(Uncaught.class.getName());

  private final Consumer<Problem> teller;

  /**
   * A handler.
   *
   * @param teller tells a person, from any thread
   */
  public Uncaught(Consumer<Problem> teller) {
    this.teller = teller;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable e) {
    try {
      LOG.log(Level.WARNING, e, () -> "not caught on thread " + thread.getName());
    } finally { // also where there is no memory left to log with
      teller.accept(Problem.of(e));
    }
  }
}
