package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final float[] FOUR_OR_NINE = {0, 0, 0, 0, 0.5f, 0, 0, 0.1f, 0, 0.4f};
  private static final float[] ANYTHING = {
    0.1f, 0.2f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.05f, 0.05f
  };

  @Test
  void theTwoMostProbableCountTogether() {
    assertThat(Confidence.topTwo(FOUR_OR_NINE)).isCloseTo(0.9, within(1e-6));
    assertThat(Confidence.topTwo(ANYTHING)).isCloseTo(0.3, within(1e-6));
    assertThat(Confidence.topTwo(new float[] {1, 0, 0})).isEqualTo(1);
  }

  @Test
  void betweenTwoDigitsIsADigitAndBetweenAllIsNone() {
    Confidence calibration = new Confidence(1, 0.7, 0);

    assertThat(calibration.isDigit(FOUR_OR_NINE)).isTrue();
    assertThat(calibration.isDigit(ANYTHING)).isFalse();
    assertThat(Confidence.NONE.isDigit(ANYTHING)).isTrue();
  }

  @Test
  void aTemperatureIsAbove0() {
    assertThat(new Confidence(0.7, 0.9, 0.9).isValid()).isTrue();
    assertThat(new Confidence(0, 0.9, 0).isValid()).isFalse();
    assertThat(new Confidence(Double.NaN, 0.9, 0).isValid()).isFalse();
    assertThat(new Confidence(1, Double.NaN, 0).isValid()).isFalse();
  }
}
