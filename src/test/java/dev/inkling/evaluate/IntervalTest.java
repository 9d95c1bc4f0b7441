package dev.inkling.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  /** Newcombe (Two-sided confidence intervals for the single proportion, 1998), table I. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718",
  })
  void theIntervalIsThePublishedOne(int part, int whole, double low, double high) {
    Interval interval = Interval.wilson(part, whole);

    assertThat(interval.low()).isCloseTo(low, within(0.5e-4));
    assertThat(interval.high()).isCloseTo(high, within(0.5e-4));
  }

  @Test
  void whereAllIsRightTheIntervalEndsAtOne() {
    Interval interval = Interval.wilson(20, 20);

    assertThat(interval.high()).isEqualTo(1);
    assertThat(interval.low()).isCloseTo(1 - 0.1611, within(0.5e-4));
  }

  @Test
  void oneImageSaysNextToNothing() {
    Interval interval = Interval.wilson(1, 1);

    assertThat(interval.low()).isCloseTo(0.2065, within(0.5e-4));
    assertThat(interval.high()).isEqualTo(1);
  }
}
