package dev.inkling.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HelperTest {
  private static final int TIMES = 2_000;

  /** Counts how often each piece is done, and wants the work before to be done. */
  private static final class Counted implements Pieces {
    final AtomicIntegerArray done;
    private final Counted before;
    volatile boolean isTooEarly;

    Counted(int count, Counted before) {
      done = new AtomicIntegerArray(count);
      this.before = before;
    }

    @Override
    public int count() {
      return done.length();
    }

    @Override
    public void run(int worker, int from, int to) {
      for (int i = from; i < to; i++) {
        int time = done.incrementAndGet(i);
        isTooEarly |= before != null && before.least() < time;
      }
    }

    int least() {
      return times(done).min().orElseThrow();
    }
  }

  private static IntStream times(AtomicIntegerArray done) {
    return IntStream.range(0, done.length()).map(done::get);
  }

  @Test
  void eachPieceIsDoneOnceAndNoneBeforeTheWorkBeforeIt() {
    Counted first = new Counted(30, null);
    Counted single = new Counted(1, first);
    Counted last = new Counted(7, single);
    try (Helper helper = new Helper(List.of(first, single, last))) {
      for (int i = 0; i < TIMES; i++) {
        helper.run(3);
      }
      helper.run(2);
    }
    assertThat(times(first.done)).containsOnly(TIMES + 1);
    assertThat(times(single.done)).containsOnly(TIMES + 1);
    assertThat(times(last.done)).containsOnly(TIMES);
    assertThat(List.of(single.isTooEarly, last.isTooEarly)).containsOnly(false);
  }

  @Test
  void whatIsThrownInEitherThreadIsThrownHereAndTheNextImageIsWhole() {
    int[] values = new int[20];
    boolean[] fails = {true};
    Pieces work =
        new Pieces() {
          @Override
          public int count() {
            return values.length;
          }

          @Override
          public void run(int worker, int from, int to) {
            if (fails[0] && from < 12 && 12 <= to) {
              throw new OutOfMemoryError("as if");
            }
            Arrays.fill(values, from, to, 1);
          }
        };
    try (Helper helper = new Helper(List.of(work))) {
      assertThatThrownBy(() -> helper.run(1)).isInstanceOf(OutOfMemoryError.class);
      fails[0] = false;
      helper.run(1);
    }
    assertThat(values).containsOnly(1);
  }
}
