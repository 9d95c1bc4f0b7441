package dev.inkling.pile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.Threads;
import dev.inkling.text.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stopping what does not end by itself. */
class PileRunTest {
  /** As at a disk that does not answer: the reader itself waits here. */
  @Test
  @Timeout(60)
  void whatHangsIsNotWaitedForAfterAStop() throws InterruptedException {
    CountDownLatch answer = new CountDownLatch(1);
    List<PileRow> rows = new ArrayList<>();
    Iterator<PileEntry> one =
        List.of(PileEntry.broken("x.png", new Problem("problem.image"))).iterator();
    try (PileRun run = new PileRun(1, () -> none(answer))) {
      Thread thread =
          Thread.ofPlatform()
              .start(() -> run.read(() -> one.hasNext() ? one.next() : null, rows::addAll));
      Threads.awaitWaiting(thread);

      run.stop();
      thread.join();

      answer.countDown();
    }
    assertThat(rows).isEmpty();
  }

  private static PileReader none(CountDownLatch answer) {
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Problem("problem.model.broken");
  }
}
