package dev.inkling.evaluate;

import static dev.inkling.support.Readings.labeled;
import static dev.inkling.support.Readings.predictions;
import static dev.inkling.support.Readings.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.evaluate.Calibration.Bin;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void whoIsSureAndRightIsCalibrated() {
    Calibration calibration = Calibration.of(predictions(labeled(1, 2, 3), 1, 2, 3));

    assertThat(calibration.error()).isZero();
    assertThat(calibration.bins()).hasSize(15);
    assertThat(calibration.bins().getLast()).isEqualTo(new Bin(14 / 15.0, 1, 3, 1.0, 1.0));
  }

  @Test
  void theErrorIsTheWeightedMeanOfTheBinsGaps() {
    // Two at 0.75, one of them right: gap 0.25. One at 1, wrong: gap 1. One at 0.5, right: 0.5.
    Calibration calibration =
        Calibration.of(
            predictions(labeled(1, 2, 3, 4), sure(1, 0.75), sure(3, 0.75), sure(4), sure(4, 0.5)));

    assertThat(calibration.error()).isCloseTo((2 * 0.25 + 1 * 1.0 + 1 * 0.5) / 4, within(1e-9));
    Bin middle = calibration.bins().get(11); // 11/15 < 0.75 <= 12/15
    assertThat(middle.count()).isEqualTo(2);
    assertThat(middle.confidence()).isEqualTo(0.75);
    assertThat(middle.accuracy()).isEqualTo(0.5);
  }

  @Test
  void withinABinOverAndUnderConfidenceCancelOut() {
    // 0.95 and 0.99 are in one bin: mean confidence 0.97, accuracy 0.5.
    Calibration calibration =
        Calibration.of(predictions(labeled(1, 2), sure(1, 0.95), sure(1, 0.99)));

    assertThat(calibration.error()).isCloseTo(0.97 - 0.5, within(1e-7));
  }

  @Test
  void aBinWithoutImagesHasNoFigures() {
    Bin first = Calibration.of(predictions(labeled(1), 1)).bins().getFirst();

    assertThat(first).isEqualTo(new Bin(0, 1 / 15.0, 0, null, null));
  }

  @Test
  void aBinEndsWithItsUpperEnd() {
    float[] fifth = {0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0, 0, 0, 0, 0};
    float[] half = sure(1, 0.5); // 0.5 lies within (7/15, 8/15]

    Calibration calibration = Calibration.of(predictions(labeled(0, 1), fifth, half));

    assertThat(calibration.bins().get(7).count()).isEqualTo(1);
    // 0.2 as a float is a little more than 3/15.
    assertThat(calibration.bins().get(3).count()).isEqualTo(1);
  }

  @Test
  void noConfidenceAtAllIsInTheFirstBin() {
    Calibration calibration = Calibration.of(predictions(labeled(0), new float[10]));

    assertThat(calibration.bins().getFirst().count()).isEqualTo(1);
  }
}
