package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.LogList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class UncaughtTest {
  @Test
  void whatNobodyCaughtIsLoggedWithItsCauseAndTold() throws InterruptedException {
    List<Problem> told = new ArrayList<>();
    LogList logged = new LogList();
    Logger logger = Logger.getLogger(Uncaught.class.getName());
    logger.addHandler(logged);
    StackOverflowError deep = new StackOverflowError();
    try {
      Thread thread =
          new Thread(
              () -> {
                throw deep;
              });
      thread.setUncaughtExceptionHandler(new Uncaught(told::add));
      thread.start();
      thread.join();
    } finally {
      logger.removeHandler(logged);
    }
    assertThat(told).extracting(Problem::key).containsExactly("problem.unexpected");
    assertThat(logged.records()).extracting(LogRecord::getThrown).containsExactly(deep);
  }

  @Test
  void memoryThatRanOutIsSaidInAClearSentence() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    for (Throwable e : List.of(full, new CompletionException(full))) {
      assertThat(Problem.of(e).key()).isEqualTo("problem.memory");
      assertThat(Problem.of(e)).hasMessageStartingWith("There is not enough memory").hasCause(e);
    }
  }

  @Test
  void aProblemOfAnotherThreadIsThatProblem() {
    Problem missing = new Problem("problem.file.missing", Path.of("7.png"));
    assertThat(Problem.of(new CompletionException(missing))).isSameAs(missing);
  }
}
