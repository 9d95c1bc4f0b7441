package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.train.Batches.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final Digits DIGITS = Synthetic.dataSet(60, 10).train();

  private static List<Batch> batches(long seed, int epoch, Normalization normalization) {
    Batches batches =
        new Batches(
            DIGITS,
            normalization,
            new Augmenter(Augmentation.NONE, seed),
            16,
            0,
            seed,
            epoch,
            Runnable::run,
            BatchesTest::oneByOne);
    List<Batch> result = new ArrayList<>();
    for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
      result.add(batch);
    }
    return result;
  }

  private static void oneByOne(int count, IntConsumer task) {
    for (int i = 0; i < count; i++) {
      task.accept(i);
    }
  }

  @Test
  void whatItsThreadThrowsIsThrownAsItWas() {
    assertThatThrownBy(() -> batches(1, 1, null)).isExactlyInstanceOf(NullPointerException.class);
  }

  /** Label and pixels of each image of the batches. */
  private static List<String> images(List<Batch> batches) {
    List<String> images = new ArrayList<>();
    for (Batch batch : batches) {
      for (int i = 0; i < batch.count(); i++) {
        float[] labels = Arrays.copyOfRange(batch.targets(), i * 10, i * 10 + 10);
        float[] input = Arrays.copyOfRange(batch.input(), i * 784, i * 784 + 784);
        images.add(Arrays.toString(labels) + Arrays.hashCode(input));
      }
    }
    return images;
  }

  @Test
  void everyImageComesOnceWithItsOwnLabel() {
    List<Batch> batches = batches(1, 1, Normalization.NONE);

    assertThat(batches).extracting(Batch::count).containsExactly(16, 16, 16, 2);
    Set<String> wanted = new HashSet<>();
    for (int i = 0; i < DIGITS.count(); i++) {
      float[] label = new float[10];
      label[DIGITS.label(i)] = 1;
      wanted.add(Arrays.toString(label) + Arrays.hashCode(DIGITS.image(i).ink()));
    }
    assertThat(images(batches)).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void theOrderChangesWithTheEpochAndTheSeed() {
    List<String> order = images(batches(1, 1, Normalization.NONE));

    assertThat(images(batches(1, 1, Normalization.NONE))).isEqualTo(order);
    assertThat(images(batches(1, 2, Normalization.NONE))).isNotEqualTo(order);
    assertThat(images(batches(2, 1, Normalization.NONE))).isNotEqualTo(order);
  }

  private static Batch batch(double smoothing, int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    Augmenter none = new Augmenter(Augmentation.NONE, 1);
    Digits digits = new Digits(new byte[labels.length * Digits.PIXELS], bytes);
    return new Batches(
            digits,
            Normalization.NONE,
            none,
            8,
            smoothing,
            1,
            1,
            Runnable::run,
            BatchesTest::oneByOne)
        .next();
  }

  @Test
  void whatIsNoDigitIsToBeAsLikelyAnyOfThem() {
    Batch batch = batch(0, Digits.NONE);

    assertThat(batch.labels()).containsExactly(Digits.NONE);
    assertThat(batch.targets()).containsOnly(0.1f);
    assertThat(batch.entropy()).isCloseTo(Math.log(10), within(1e-6));
  }

  @Test
  void smoothingSharesAPartOfTheLabelOut() {
    Batch batch = batch(0.2, 3);

    for (int k = 0; k < 10; k++) {
      assertThat(batch.targets()[k]).isCloseTo(k == 3 ? 0.82f : 0.02f, within(1e-6f));
    }
    assertThat(batch.entropy())
        .isCloseTo(-0.82 * Math.log(0.82) - 9 * 0.02 * Math.log(0.02), within(1e-6));
  }

  @Test
  void withoutSmoothingALabelIsCertain() {
    assertThat(batch(0, 3).targets()).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    assertThat(batch(0, 3, 5).entropy()).isZero();
  }

  @Test
  void pixelsAreNormalized() {
    float[] plain = batches(1, 1, Normalization.NONE).getFirst().input();
    float[] symmetric = batches(1, 1, Normalization.SYMMETRIC).getFirst().input();

    for (int p = 0; p < plain.length; p++) {
      assertThat(symmetric[p]).isEqualTo(Normalization.SYMMETRIC.apply(plain[p]));
    }
  }
}
