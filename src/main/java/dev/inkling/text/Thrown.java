package dev.inkling.text;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What another thread threw. */
public final class Thrown {
  private Thrown() {}

  /** Waits for a result; what its thread threw is thrown here as it was. */
  public static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
