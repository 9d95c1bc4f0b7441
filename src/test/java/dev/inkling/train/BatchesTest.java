package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;

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
            seed,
            epoch,
            Runnable::run);
    List<Batch> result = new ArrayList<>();
    for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
      result.add(batch);
    }
    return result;
  }

  /** Label and pixels of each image of the batches. */
  private static List<String> images(List<Batch> batches) {
    List<String> images = new ArrayList<>();
    for (Batch batch : batches) {
      for (int i = 0; i < batch.count(); i++) {
        float[] labels = Arrays.copyOfRange(batch.labels(), i * 10, i * 10 + 10);
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

  @Test
  void pixelsAreNormalized() {
    float[] plain = batches(1, 1, Normalization.NONE).getFirst().input();
    float[] symmetric = batches(1, 1, Normalization.SYMMETRIC).getFirst().input();

    for (int p = 0; p < plain.length; p++) {
      assertThat(symmetric[p]).isEqualTo(Normalization.SYMMETRIC.apply(plain[p]));
    }
  }
}
