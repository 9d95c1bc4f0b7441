package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  private static String words(Phrase phrase, Locale language) {
    return new Messages(language).get(phrase.key(), phrase.arguments());
  }

  @ParameterizedTest
  @CsvSource({
    "-3, less than a second",
    "0.4, less than a second",
    "1, 1 second",
    "16.9, 17 seconds",
    "59.6, 1 min",
    "200, 3 min 20 s",
    "599.7, 10 min",
    "3570, 1 h",
    "16800, 4 h 40 min",
    "86400, 1 d",
    "97000, 1 d 3 h"
  })
  void aTimeIsInWords(double seconds, String words) {
    assertThat(words(Durations.of(seconds), Locale.ENGLISH)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1 second",
    "9.7, 10 seconds",
    "37, 35 seconds",
    "58, 1 min",
    "197, 3 min 20 s",
    "2012, 34 min",
    "16729, 4 h 40 min"
  })
  void anEstimateIsRounded(double seconds, String words) {
    assertThat(words(Durations.about(seconds), Locale.ENGLISH)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"17, 17 秒", "200, 3 分 20 秒", "16800, 4 小时 40 分钟"})
  void inChineseToo(double seconds, String words) {
    assertThat(words(Durations.of(seconds), Locale.SIMPLIFIED_CHINESE)).isEqualTo(words);
  }
}
