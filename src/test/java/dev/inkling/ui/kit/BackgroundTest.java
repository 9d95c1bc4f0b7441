package dev.inkling.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<Object> heard = new ArrayList<>();
  private final Background background = new Background(work::add, Runnable::run);

  private void runAll() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void anErrorIsAFailureTooAndTheWorkerLives() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    background.run(
        () -> {
          throw full;
        },
        heard::add,
        heard::add);
    background.run(() -> "next", heard::add, heard::add);
    runAll();
    assertThat(heard).containsExactly(full, "next");
  }

  @Test
  void aWorkerWithoutRoomForItsThreadIsAFailure() {
    OutOfMemoryError full = new OutOfMemoryError("unable to create native thread");
    Executor threadless =
        _ -> {
          throw full;
        };
    new Background(threadless, Runnable::run).run(() -> "done", heard::add, heard::add);
    assertThat(heard).containsExactly(full);
  }

  @Test
  void newerWorkReplacesWhatWaits() {
    Background newest = background.newestOnly();
    for (int i = 1; i <= 70; i++) {
      int wanted = i;
      newest.run(() -> wanted, heard::add, heard::add);
    }
    runAll();
    newest.run(() -> 71, heard::add, heard::add);
    runAll();
    assertThat(heard).containsExactly(70, 71);
  }

  @Test
  void anErrorInTheNewestAnswerIsHeardAndTheNextIsAnswered() {
    boolean[] isFull = {true};
    Newest<Integer, Integer> newest =
        new Newest<>(
            background,
            question -> {
              if (isFull[0]) {
                throw new OutOfMemoryError();
              }
              return question + 1;
            },
            heard::add,
            e -> heard.add(e.getClass()));
    newest.ask(1);
    runAll();
    isFull[0] = false;
    newest.ask(2);
    runAll();
    assertThat(heard).containsExactly(OutOfMemoryError.class, 3);
  }
}
