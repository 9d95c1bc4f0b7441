package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  /** Rows of ten: all of a row goes to one class. */
  private static float[] oneHot(int... labels) {
    float[] targets = new float[labels.length * 10];
    for (int i = 0; i < labels.length; i++) {
      targets[i * 10 + labels[i]] = 1;
    }
    return targets;
  }

  @Test
  void whoKnowsNothingLosesTheLogarithmOfTheClasses() {
    CrossEntropy loss = new CrossEntropy(oneHot(3, 7), 10);

    float[] gradient = loss.gradient(new float[20]);

    assertThat(loss.mean()).isCloseTo((float) Math.log(10), within(1e-6f));
    // (0.1 − target) / 2
    assertThat(gradient[0]).isCloseTo(0.05f, within(1e-7f));
    assertThat(gradient[3]).isCloseTo(-0.45f, within(1e-7f));
    assertThat(gradient[17]).isCloseTo(-0.45f, within(1e-7f));
  }

  @Test
  void targetsMayBeSharedAmongClasses() {
    float[] targets = new float[10];
    Arrays.fill(targets, 0.1f);
    CrossEntropy loss = new CrossEntropy(targets, 10);
    float[] logits = new float[10];
    logits[0] = (float) Math.log(11); // 11/20 for the first, 1/20 for each other

    float[] gradient = loss.gradient(logits);

    assertThat(loss.mean())
        .isCloseTo((float) (-0.1 * Math.log(11 / 20.0) - 0.9 * Math.log(1 / 20.0)), within(1e-6f));
    assertThat(gradient[0]).isCloseTo(0.45f, within(1e-6f));
    assertThat(gradient[9]).isCloseTo(-0.05f, within(1e-6f));
  }

  @Test
  void logProbabilitiesMeanThemselves() {
    float[] logits = new float[10];
    float[] logProbabilities = new float[10];
    Arrays.fill(logProbabilities, (float) Math.log(0.1));
    CrossEntropy one = new CrossEntropy(oneHot(2), 10);
    CrossEntropy other = new CrossEntropy(oneHot(2), 10);

    assertThat(one.gradient(logits))
        .containsExactly(other.gradient(logProbabilities), within(1e-7f));
    assertThat(one.mean()).isCloseTo(other.mean(), within(1e-6f));
  }

  @Test
  void largeLogitsDoNotOverflow() {
    float[] logits = new float[10];
    logits[4] = 1e6f;
    CrossEntropy right = new CrossEntropy(oneHot(4), 10);
    CrossEntropy wrong = new CrossEntropy(oneHot(5), 10);

    assertThat(right.gradient(logits)).containsOnly(0f);
    wrong.gradient(logits);

    assertThat(right.mean()).isZero();
    assertThat(wrong.mean()).isEqualTo(1e6f);
  }
}
