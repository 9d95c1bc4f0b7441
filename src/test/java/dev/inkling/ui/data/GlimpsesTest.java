package dev.inkling.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class GlimpsesTest {
  private final Queue<Runnable> screen = new ArrayDeque<>();
  private final List<Integer> seen = new ArrayList<>();
  private long time;
  private final Glimpses<Integer> glimpses = new Glimpses<>(screen::add, seen::add, () -> time);

  @Test
  void theFirstIsSeenAtOnceAndThoseTooSoonAfterAnotherAreNot() {
    for (int k = 0; k <= 8; k++) {
      time = k * Glimpses.APART / 4;
      glimpses.accept(k);
      screen.forEach(Runnable::run);
      screen.clear();
    }

    assertThat(seen).containsExactly(0, 4, 8);
  }

  @Test
  void aBusyScreenShowsOnlyTheNewest() {
    for (int k = 0; k < 5; k++) {
      time = k * Glimpses.APART;
      glimpses.accept(k);
    }
    assertThat(screen).hasSize(1);

    screen.remove().run();
    assertThat(seen).containsExactly(4);

    time += Glimpses.APART;
    glimpses.accept(5);
    screen.remove().run();
    assertThat(seen).containsExactly(4, 5);
  }
}
