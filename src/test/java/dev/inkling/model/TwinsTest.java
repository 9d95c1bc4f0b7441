package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.Shipped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwinsTest {
  @Test
  void eachReadsAsItWouldAlone() {
    Model one = Shipped.model("lenet5-relu");
    Map<String, Tensor> changed = new LinkedHashMap<>(one.weights().tensors());
    changed.computeIfPresent(
        "dense3.weight",
        (_, old) -> {
          float[] values = old.values().clone();
          for (int i = 0; i < values.length; i += 3) {
            values[i] = -values[i];
          }
          return new Tensor(old.shape(), values);
        });
    Model other = new Model(one.card(), new Weights(changed));
    Digits digits = Synthetic.variedDigits(600, 3);

    try (Twins both = new Twins(one, other, 2);
        Classifier first = new Classifier(one);
        Classifier second = new Classifier(other)) {
      int[] told = {0};
      float[][][] read = both.probabilities(digits, done -> told[0] = done);
      check(read[0], first.probabilities(digits, _ -> {}));
      check(read[1], second.probabilities(digits, _ -> {}));
      assertThat(told[0]).isEqualTo(600);
      assertThat(Arrays.deepEquals(read[0], read[1])).isFalse();
    }
  }

  private static void check(float[][] together, float[][] alone) {
    for (int i = 0; i < alone.length; i++) {
      for (int k = 0; k < 10; k++) {
        assertThat(together[i][k]).isCloseTo(alone[i][k], within(1e-4f));
      }
    }
  }
}
