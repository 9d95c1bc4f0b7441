package dev.inkling.train;

import static dev.inkling.support.Images.center;
import static dev.inkling.support.Images.mass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Recipe.Augmentation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AugmenterTest {
  private static final Digits DIGITS = Synthetic.dataSet(120, 10).train();

  private static GreyImage vary(Augmentation strength, long seed, int image, int epoch) {
    float[] ink = new float[Digits.PIXELS];
    new Augmenter(strength, seed).write(DIGITS, image, epoch, ink, 0);
    return new GreyImage(28, 28, ink);
  }

  @Test
  void withoutAugmentationImagesAreLeftAlone() {
    for (int i = 0; i < DIGITS.count(); i++) {
      assertThat(vary(Augmentation.NONE, 1, i, 1).ink()).containsExactly(DIGITS.image(i).ink());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "FULL"})
  void aVariationDependsOnSeedEpochAndImageAlone(Augmentation strength) {
    float[] ink = vary(strength, 1, 17, 3).ink();

    assertThat(vary(strength, 1, 17, 3).ink()).containsExactly(ink);
    assertThat(vary(strength, 1, 17, 4).ink()).isNotEqualTo(ink);
    assertThat(vary(strength, 2, 17, 3).ink()).isNotEqualTo(ink);
    assertThat(vary(strength, 1, 18, 3).ink()).isNotEqualTo(ink);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "FULL"})
  void aVariationIsStillInkNearWhereItWas(Augmentation strength) {
    for (int i = 0; i < DIGITS.count(); i++) {
      GreyImage before = DIGITS.image(i);
      GreyImage after = vary(strength, 1, i, i);
      for (float ink : after.ink()) {
        assertThat(ink).isBetween(0f, 1f);
      }
      assertThat(mass(after)).isBetween(mass(before) * 0.3, mass(before) * 2.5);
      assertThat(center(after)[0]).isCloseTo(center(before)[0], within(5.0));
      assertThat(center(after)[1]).isCloseTo(center(before)[1], within(5.0));
    }
  }

  @Test
  void onlyFullAugmentationMakesStrokesThinnerAndThicker() {
    double[] light = new double[DIGITS.count()];
    double[] full = new double[DIGITS.count()];
    for (int i = 0; i < DIGITS.count(); i++) {
      double before = mass(DIGITS.image(i));
      light[i] = mass(vary(Augmentation.LIGHT, 1, i, 1)) / before;
      full[i] = mass(vary(Augmentation.FULL, 1, i, 1)) / before;
    }

    assertThat(spread(full)).isGreaterThan(1.5 * spread(light));
  }

  @Test
  void withLessOfItsStrengthAnImageStaysMoreLikeItself() {
    double[] distance = new double[2];
    double[] amounts = {1, 0.3};
    for (int k = 0; k < amounts.length; k++) {
      Augmenter augmenter = new Augmenter(Augmentation.LIGHT, 1, amounts[k]);
      for (int i = 0; i < DIGITS.count(); i++) {
        float[] out = new float[Digits.PIXELS];
        augmenter.write(DIGITS, i, 1, out, 0);
        for (int p = 0; p < out.length; p++) {
          distance[k] += Math.abs(out[p] - DIGITS.ink(i, p));
        }
      }
    }

    assertThat(distance[1]).isBetween(0.1 * distance[0], 0.6 * distance[0]);
  }

  private static double mass(GreyImage image) {
    double sum = 0;
    for (float ink : image.ink()) {
      sum += ink;
    }
    return sum;
  }

  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  @Test
  void aboutOneImageInEightGetsAGap() {
    byte[] allInk = new byte[1_000 * Digits.PIXELS];
    Arrays.fill(allInk, (byte) 255);
    Digits solid = new Digits(allInk, new byte[1_000]);
    Augmenter augmenter = new Augmenter(Augmentation.FULL, 1);
    float[] out = new float[Digits.PIXELS];
    int gaps = 0;
    for (int i = 0; i < solid.count(); i++) {
      augmenter.write(solid, i, 1, out, 0);
      boolean isWhole = true;
      for (int p = 0; p < out.length; p++) {
        boolean isInside = Math.abs(p % 28 - 14) < 5 && Math.abs(p / 28 - 14) < 5;
        isWhole &= !isInside || out[p] > 0.99;
      }
      gaps += isWhole ? 0 : 1;
    }

    // An eighth of them, but a gap near the edge is not counted.
    assertThat(gaps).isBetween(15, 125);
  }

  @Test
  void itWritesWhereItIsToldAndNowhereElse() {
    float[] out = new float[3 * Digits.PIXELS];

    new Augmenter(Augmentation.FULL, 1).write(DIGITS, 5, 1, out, Digits.PIXELS);

    for (int p = 0; p < Digits.PIXELS; p++) {
      assertThat(out[p]).isZero();
      assertThat(out[2 * Digits.PIXELS + p]).isZero();
      assertThat(out[Digits.PIXELS + p]).isEqualTo(vary(Augmentation.FULL, 1, 5, 1).ink()[p]);
    }
  }
}
