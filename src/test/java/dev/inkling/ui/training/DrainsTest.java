package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainsTest {
  @Test
  void theLessOfARunCanBeSeenTheSeldomerItIsLookedAt() {
    Duration inView = Drains.pause(true, true);
    Duration inHeader = Drains.pause(false, true);
    Duration unseen = Drains.pause(false, false);

    assertThat(inView).isLessThan(inHeader).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(inHeader).isLessThan(unseen).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }
}
