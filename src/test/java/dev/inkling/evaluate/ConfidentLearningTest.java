package dev.inkling.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures that were computed by hand. */
class ConfidentLearningTest {
  private static Digits images(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return new Digits(new byte[labels.length * Digits.PIXELS], bytes, List.of("a", "b", "c"));
  }

  /** Of four a the last is a b; of two b none is another; the c is below what is usual of an a. */
  private static final float[][] READ = {
    {0.9f, 0.1f, 0},
    {0.7f, 0.2f, 0.1f},
    {0.8f, 0.1f, 0.1f},
    {0.2f, 0.7f, 0.1f},
    {0.3f, 0.6f, 0.1f},
    {0.2f, 0.6f, 0.2f},
    {0.5f, 0.1f, 0.4f},
  };

  private static final Digits IMAGES = images(0, 0, 0, 0, 1, 1, 2);

  @Test
  void aThresholdIsTheMeanOfWhatTheLabelIsGiven() {
    assertThat(ConfidentLearning.of(READ, IMAGES).thresholds())
        .containsExactly(new double[] {0.65, 0.6, 0.4}, within(1e-6));
  }

  @Test
  void imagesAreCountedWhereTheyAreAsProbableAsIsUsual() {
    assertThat(ConfidentLearning.of(READ, IMAGES).joint())
        .isDeepEqualTo(new int[][] {{3, 1, 0}, {0, 2, 0}, {0, 0, 1}});
  }

  @Test
  void asManyAreDoubtedAsTheJointEstimates() {
    List<LabelDoubt> doubts = ConfidentLearning.of(READ, IMAGES).doubts();

    assertThat(doubts).hasSize(1);
    assertThat(doubts.getFirst().image()).isEqualTo(3);
    assertThat(doubts.getFirst().given()).isZero();
    assertThat(doubts.getFirst().suggested()).isEqualTo(1);
    assertThat(doubts.getFirst().doubt()).isEqualTo(0.5, within(1e-6));
  }

  /** Two of six are surely b: calibrated to all nine of the label that is three. */
  @Test
  void theJointIsCalibratedToAllOfALabel() {
    float[][] read = {
      {0.9f, 0.1f, 0},
      {0.9f, 0.1f, 0},
      {0.9f, 0.1f, 0},
      {0.9f, 0.1f, 0},
      {0.1f, 0.9f, 0},
      {0.2f, 0.8f, 0},
      {0.35f, 0.5f, 0.15f},
      {0.4f, 0.3f, 0.3f},
      {0.4f, 0.3f, 0.3f},
      {0.3f, 0.7f, 0},
      {0.3f, 0.7f, 0},
      {0, 0, 1},
    };
    ConfidentLearning found =
        ConfidentLearning.of(read, images(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2));

    assertThat(found.joint()[0]).containsExactly(4, 2, 0);
    assertThat(found.doubts()).extracting(LabelDoubt::image).containsExactly(4, 5, 6);
  }

  @Test
  void imagesWithoutALabelAndClassesWithoutAnImageAreLeftOut() {
    float[][] read = {{0.9f, 0.1f, 0}, {0, 1, 0}, {0.1f, 0.9f, 0}};

    ConfidentLearning found = ConfidentLearning.of(read, images(0, Digits.NONE, 1));

    assertThat(found.joint()).isDeepEqualTo(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 0}});
    assertThat(found.doubts()).isEmpty();
  }
}
