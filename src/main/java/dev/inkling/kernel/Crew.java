package dev.inkling.kernel;

import dev.inkling.text.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Threads that share work: the one that asks for it is one of them. */
final class Crew implements AutoCloseable {
  private final int size;
  private final ExecutorService others;

  /**
   * A crew.
   *
   * @param size threads, at least 1
   */
  Crew(int size) {
    this.size = size;
    others =
        Executors.newFixedThreadPool(
            Math.max(1, size - 1),
            task -> {
              Thread thread = new Thread(task, "kernels");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does a task for each number below the crew's size, each on a thread of its own, and waits for
   * all of them. What one of them throws is thrown here, when all have ended.
   */
  void share(IntConsumer task) {
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int own = i;
      parts.add(CompletableFuture.runAsync(() -> task.accept(own), others));
    }
    CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    try {
      task.accept(0);
    } finally {
      all.exceptionally(_ -> null).join();
    }
    Thrown.join(all);
  }

  @Override
  public void close() {
    others.shutdown();
  }
}
