package dev.inkling.evaluate;

import static dev.inkling.support.Readings.labeled;
import static dev.inkling.support.Readings.predictions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @Test
  void whoMissesWhatIsTold() {
    Digits digits = labeled(0, 1, 2, 3, 4);

    Comparison comparison =
        Comparison.of(predictions(digits, 0, 9, 9, 9, 4), predictions(digits, 0, 1, 8, 3, 9));

    assertThat(comparison.bothMiss()).containsExactly(2);
    assertThat(comparison.onlyFirstMisses()).containsExactly(1, 3);
    assertThat(comparison.onlySecondMisses()).containsExactly(4);
    assertThat(comparison.pValue()).isEqualTo(1);
  }

  @Test
  void modelsThatReadTheSameDoNotDiffer() {
    Digits digits = labeled(0, 1);

    assertThat(Comparison.of(predictions(digits, 0, 0), predictions(digits, 0, 0)).pValue())
        .isEqualTo(1);
  }

  /** Two-sided, by Python's exact fractions: min(1, 2 * sum(comb(n, k) for k <= min) / 2**n). */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "0, 5, 0.0625",
    "1, 9, 0.021484375",
    "5, 15, 0.04138947",
    "10, 10, 1",
    "15, 5, 0.04138947",
    "30, 60, 0.00206027",
    "700, 800, 0.01055926",
    "0, 2000, 0",
  })
  void theTestIsExact(int onlyFirst, int onlySecond, double pValue) {
    assertThat(Comparison.mcNemar(onlyFirst, onlySecond)).isCloseTo(pValue, within(5e-8));
  }

  @Test
  void setsOfDifferentSizesCannotBeCompared() {
    assertThatThrownBy(
            () -> Comparison.of(predictions(labeled(1), 1), predictions(labeled(1, 2), 1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
