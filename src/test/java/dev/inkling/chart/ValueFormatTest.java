package dev.inkling.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormatTest {
  @ParameterizedTest
  @CsvSource({
    "PLAIN, 0.5, 0.1, 0.5",
    "PLAIN, 1, 0.5, 1.0",
    "PLAIN, -0.0, 0.5, 0.0",
    "PLAIN, 0.25, 0.05, 0.25",
    "PLAIN, 20, 10, 20",
    "PLAIN, 20000, 10000, 20k",
    "PLAIN, 0.00095, 0.00005, 0.00095",
    "PLAIN, 0.000004, 0.000002, 4e-6",
    "PLAIN, 0, 0.00002, 0.00000",
    "PLAIN, 0.23105, 0.00005, 0.23105",
    "PLAIN, 0.001, NaN, 0.001",
    "PLAIN, 100, NaN, 100",
    "PLAIN, 0.00001, NaN, 1e-5",
    "PLAIN, 3e31, 1e31, 3e31",
    "PLAIN, 1.5e31, 5e30, 1.5e31",
    "PLAIN, 39999999999999950000000000e6, 1e31, 4e31",
    "PLAIN, 1e31, NaN, 1e31",
    "COUNT, 0, 20000, 0",
    "COUNT, 500, 500, 500",
    "COUNT, 5000, 5000, 5k",
    "COUNT, 1500, 500, 1500",
    "COUNT, 1500000, 500000, 1.5M",
    "COUNT, 800000, 200000, 800k",
    "COUNT, 12500, 500, 12.5k",
    "COUNT, 1234510, 10, '1,234,510'",
    "PERCENT, 0.9, 0.02, 90%",
    "PERCENT, 0.985, 0.005, 98.5%",
  })
  void ticksAreShort(ValueFormat format, double value, double step, String text) {
    assertThat(format.tick(value, step)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, 0, 0",
    "PLAIN, 0.123456, 0.1235",
    "PLAIN, 2.302585, 2.303",
    "PLAIN, 0.05, 0.05",
    "PLAIN, 0.0123456, 0.01235",
    "PLAIN, 123456, 123456",
    "PLAIN, 0.0000123456, 1.235e-5",
    "PLAIN, -0.00001, -1e-5",
    "COUNT, 60000, '60,000'",
    "COUNT, 1.5, 1.5",
    "PERCENT, 0.98765, 98.77%",
  })
  void valuesHaveFourDigits(ValueFormat format, double value, String text) {
    assertThat(format.exact(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.2500",
    "2.302585, 2.3026",
    "9999, 9999.0000",
    "1e4, 1.00e4",
    "39999999999999950000000000000000, 4.00e31",
    "NaN, NaN"
  })
  void aLossThatExplodedHasThreeDigitsAndAPower(double value, String text) {
    assertThat(ValueFormat.loss(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 100.0%", "0.9999, 1, 99.9%", "0.9999, 0, 99%", "0, 1, 0.0%"})
  void whatIsNotAllIsNotAHundredPercent(double value, int decimals, String text) {
    assertThat(ValueFormat.percent(value, decimals)).isEqualTo(text);
  }
}
