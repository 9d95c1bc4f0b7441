package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "'0,02', 0.02",
    "' 0,125 ', 0.125",
    "'2,5e-3', 0.0025",
    "'-1,5', -1.5",
    "'1,000.5', 1000.5",
    "'1.000,5', 1000.5",
    "'0，02', 0.02",
    "1e-3, 0.001",
    "10, 10"
  })
  void aCommaIsTakenForWhatItMustBe(String typed, double number) {
    assertThat(Numerals.decimal(typed)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"'10,000', 10000", "'1,000,000', 1000000", "-7, -7"})
  void aWholeNumberHasThousands(String typed, long number) {
    assertThat(Numerals.whole(typed)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,000", "12,500", "1,2,3", "much", ""})
  void whatIsNoNumberOrTwoIsRefused(String typed) {
    assertThatThrownBy(() -> Numerals.decimal(typed)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "60.000", "1,00", "x"})
  void whatIsNotWholeIsRefused(String typed) {
    assertThatThrownBy(() -> Numerals.whole(typed)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void oneThatIsTwoIsKnown() {
    assertThat(Numerals.isAmbiguous("1,000")).isTrue();
    assertThat(Numerals.isAmbiguous("0,001")).isFalse();
  }
}
