package dev.inkling.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.Model;
import dev.inkling.support.TinyModels;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final float[] TWO_TO_ONE = {2 / 3f, 1 / 3f, 0, 0, 0, 0, 0, 0, 0, 0};

  /** As many zeros as asked for, the others ones. */
  private static Digits labeled(int zeros, int count) {
    byte[] labels = new byte[count];
    Arrays.fill(labels, zeros, count, (byte) 1);
    return new Digits(new byte[count * Digits.PIXELS], labels);
  }

  private static float[][] repeated(float[] row, int count) {
    return Stream.generate(() -> row).limit(count).toArray(float[][]::new);
  }

  @Test
  void atAHigherTemperatureTheSameOutputsAreLessSure() {
    float[] colder = Calibrator.at(new float[][] {TWO_TO_ONE}, 0.5)[0];
    float[] hotter = Calibrator.at(new float[][] {TWO_TO_ONE}, 2)[0];

    assertThat(colder[0]).isCloseTo(0.8f, within(1e-6f)); // squares: 4 to 1
    assertThat(hotter[0]).isCloseTo(0.585786f, within(1e-6f)); // roots: √2 to 1
    assertThat(Calibrator.at(new float[][] {TWO_TO_ONE}, 1)[0]).containsExactly(TWO_TO_ONE);
  }

  @Test
  void theTemperatureMakesConfidenceTheAccuracy() {
    // Says 2 to 1 and is right 4 of 5 times: 4 to 1 would be true, which is a temperature of 1/2.
    double temperature = Calibrator.temperature(repeated(TWO_TO_ONE, 100), labeled(80, 100));

    assertThat(temperature).isCloseTo(0.5, within(1e-3));
  }

  /** What is said of a hundred drawings, of each a hundredth more than of the one before. */
  private static float[][] rising(double from, double step) {
    return IntStream.range(0, 100)
        .mapToObj(i -> new float[] {(float) (from + i * step), 0})
        .toArray(float[][]::new);
  }

  @Test
  void whatIsNoDigitIsRefusedNearlyAsOftenAsBefore() {
    Confidence known = new Confidence(1, 0.965, 0.9);
    // Of 0, 0.01 … 0.99 three are taken, so four may be of 0.5, 0.505 … 0.995.
    Confidence now = Calibrator.keep(known, rising(0, 0.01), rising(0.5, 0.005));

    assertThat(now.isDigit(new float[] {0.98f, 0})).isTrue();
    assertThat(now.isDigit(new float[] {0.975f, 0})).isFalse();
    assertThat(now.temperature()).isEqualTo(1);
    // Where it is less sure of them than before, the bar stays.
    assertThat(Calibrator.keep(known, rising(0, 0.01), rising(0, 0.005))).isEqualTo(known);
  }

  @Test
  void almostAllHeldOutDigitsAreAnswered() {
    Digits heldOut = Synthetic.digits(500, 3);
    Model model = TinyModels.untrained("tiny");
    Confidence calibration = Calibrator.fit(model, heldOut);

    try (Classifier classifier = new Classifier(model, calibration)) {
      float[][] calibrated = classifier.probabilities(heldOut, done -> {});
      long answered = Arrays.stream(calibrated).filter(calibration::isDigit).count();
      assertThat(answered).isEqualTo(499); // 99.7% of 500, and no more
    }
  }
}
