package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  @Test
  void stepsAreOneTwoOrFive() {
    assertThat(Ticks.linear(new Range(0, 10), 10, 0).major())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(Ticks.linear(new Range(0, 10), 5, 0).major()).containsExactly(0, 2, 4, 6, 8, 10);
    assertThat(Ticks.linear(new Range(0, 10), 4, 0).major()).containsExactly(0, 5, 10);
    assertThat(Ticks.linear(new Range(0, 12), 2, 0).major()).containsExactly(0, 10);
  }

  @Test
  void decimalsAreExact() {
    assertThat(Ticks.linear(new Range(0, 0.35), 4, 0).major()).containsExactly(0, 0.1, 0.2, 0.3);
    assertThat(Ticks.linear(new Range(2e-5, 6e-5), 2, 0).major()).containsExactly(2e-5, 4e-5, 6e-5);
  }

  @Test
  void endsThatAreRoundedAreTicks() {
    assertThat(Ticks.linear(new Range(0.1 + 0.2, 0.9000000000000001), 3, 0).major())
        .containsExactly(0.4, 0.6, 0.8);
    assertThat(Ticks.linear(new Range(0.30000000000000004, 0.9), 6, 0).major()).startsWith(0.3);
  }

  @Test
  void theAxisMayBeBelowZero() {
    assertThat(Ticks.linear(new Range(-3, 3), 3, 0).major()).containsExactly(-2, 0, 2);
  }

  @Test
  void whatIsCountedHasNoHalves() {
    assertThat(Ticks.linear(new Range(1, 3), 10, 1).major()).containsExactly(1, 2, 3);
    assertThat(Ticks.linear(new Range(0.2, 0.8), 10, 1).major()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3.7, 1234.5", "-1e-9, 1e-9", "1e6, 1.00001e6", "-7, 1e12"})
  void thereAreNeverMoreThanAskedForAndOne(double low, double high) {
    for (int most = 2; most < 12; most++) {
      assertThat(Ticks.linear(new Range(low, high), most, 0).major().length).isBetween(0, most + 1);
    }
  }

  @Test
  void aLogarithmicAxisHasDecades() {
    Ticks ticks = Ticks.log(new Range(0.001, 2), 5);
    assertThat(ticks.major()).containsExactly(0.001, 0.01, 0.1, 1);
    assertThat(ticks.minor()).contains(0.002, 0.009, 0.05, 0.9).doesNotContain(0.01, 3);
  }

  @Test
  void fewDecadesHaveTwosAndFivesAsWell() {
    assertThat(Ticks.log(new Range(0.1, 10), 8).major())
        .containsExactly(0.1, 0.2, 0.5, 1, 2, 5, 10);
  }

  @Test
  void manyDecadesAreThinnedOut() {
    Ticks ticks = Ticks.log(new Range(1e-8, 1), 4);
    assertThat(ticks.major()).containsExactly(1e-6, 1e-3, 1);
    assertThat(ticks.minor()).contains(1e-8, 1e-7, 1e-5);
  }

  @Test
  void aNarrowLogarithmicAxisIsDividedLikeALinearOne() {
    assertThat(Ticks.log(new Range(0.21, 0.39), 4).major()).containsExactly(0.25, 0.3, 0.35);
  }
}
