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
