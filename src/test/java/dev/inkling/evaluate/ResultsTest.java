package dev.inkling.evaluate;

import static dev.inkling.support.Readings.labeled;
import static dev.inkling.support.Readings.predictions;
import static dev.inkling.support.Readings.sure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Idx;
import dev.inkling.data.Idx.Part;
import dev.inkling.support.RealMnist;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void theFiguresAreThoseOfTheirParts() {
    Predictions predictions = predictions(labeled(0, 0, 0, 1), 0, 1, 0, 2);

    Results results = Results.of(predictions);

    assertThat(results.predictions()).isSameAs(predictions);
    assertThat(results.evaluation().right()).isEqualTo(2);
    assertThat(results.evaluation().accuracy()).isEqualTo(0.5);
    assertThat(results.interval()).isEqualTo(Interval.wilson(2, 4));
    assertThat(results.calibration().error()).isEqualTo(0.5);
    assertThat(results.misread()).containsExactly(1, 3);
  }

  @Test
  void whereNoLabelErrorIsKnownNoneIsLeftOut() {
    Results results = Results.of(predictions(labeled(0, 1), 0, 2));

    assertThat(results.labelErrors().count()).isZero();
    assertThat(results.labelErrors().isKnown(0)).isFalse();
    assertThat(results.labelErrors().suggested(0)).isEmpty();
    assertThat(results.accuracyWithoutLabelErrors()).isEmpty();
  }

  /** Reads everything as labeled, but for what people read and one image that it misses. */
  @Test
  void onMnistTheKnownLabelErrorsAreLeftOut() {
    Digits test = Idx.read(RealMnist.folder(), Part.TEST);
    LabelErrors errors = LabelErrors.of(test);
    float[][] read = new float[test.count()][];
    Arrays.setAll(read, i -> sure(errors.suggested(i).orElse(test.label(i))));
    read[5] = sure((test.label(5) + 1) % 10);

    Results results = Results.of(predictions(test, read));

    assertThat(results.evaluation().right()).isEqualTo(10_000 - 10 - 1);
    assertThat(results.accuracyWithoutLabelErrors()).hasValue((9_985 - 1) / 9_985.0);
  }
}
