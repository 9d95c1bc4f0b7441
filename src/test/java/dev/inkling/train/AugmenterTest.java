package dev.inkling.train;

import static dev.inkling.support.Images.center;
import static dev.inkling.support.Images.mass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Recipe.Augmentation;
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
  void fullAugmentationChangesMoreThanLight() {
    double light = 0;
    double full = 0;
    for (int i = 0; i < DIGITS.count(); i++) {
      light += difference(DIGITS.image(i), vary(Augmentation.LIGHT, 1, i, 1));
      full += difference(DIGITS.image(i), vary(Augmentation.FULL, 1, i, 1));
    }

    assertThat(light).isPositive();
    assertThat(full).isGreaterThan(1.1 * light);
  }

  private static double difference(GreyImage a, GreyImage b) {
    double sum = 0;
    for (int p = 0; p < Digits.PIXELS; p++) {
      sum += Math.abs(a.ink()[p] - b.ink()[p]);
    }
    return sum;
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
