package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.Synthetic;
import dev.inkling.explain.Ascent.Dream;
import dev.inkling.explain.Ascent.Question;
import dev.inkling.image.GreyImage;
import dev.inkling.layer.Cell;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import dev.inkling.model.Weights.Tensor;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AscentTest {
  private static Dream climb(Sensitivity network, Question question, int steps) {
    Dream dream = Ascent.begin(question, network);
    while (dream.steps() < steps) {
      dream = Ascent.next(dream, network);
    }
    return dream;
  }

  /** Batch norm, plain ReLUs, and log-softmax behind the outputs. */
  @ParameterizedTest
  @ValueSource(strings = {"inkling", "sprint", "dropout-sgd"})
  void aNetworkIsSureOfWhatItPaintsForAClass(String name) {
    Model model = Shipped.model(name);
    try (Sensitivity network = new Sensitivity(model)) {
      Question question = new Question(network.logits(), null, 0, 10, null, true);
      Dream before = Ascent.begin(question, network);
      Dream after = climb(network, question, 6);

      assertThat(after.pictures()).hasSize(10);
      for (int k = 0; k < 10; k++) {
        assertThat(after.values()[k]).isGreaterThan(before.values()[k]);
        for (float ink : after.pictures().get(k).ink()) {
          assertThat(ink).isBetween(0f, 1f);
        }
      }
      try (Activations reading = new Activations(model)) {
        assertThat(reading.of(after.pictures().get(8)).probabilities()[8])
            .isCloseTo(after.probabilities().get(8)[8], within(1e-4f));
      }
    }
  }

  @Test
  void ofALinearNetworkInkIsWhereItsWeightsArePositive() {
    float[] weights = new float[7840];
    weights[2 * 784 + 300] = 5;
    weights[2 * 784 + 301] = -5;
    try (Sensitivity network = new Sensitivity(TinyModels.linear(weights))) {
      float[] half = new float[784];
      Arrays.fill(half, 0.5f);
      Question question = new Question(0, null, 2, 1, new GreyImage(28, 28, half), false);

      float[] ink = climb(network, question, 6).pictures().getFirst().ink();

      assertThat(ink[300]).isEqualTo(1);
      assertThat(ink[301]).isZero();
      assertThat(ink[302]).isEqualTo(0.5f);
      Question grain = new Question(0, null, 2, 1, null, true); // the same for everybody
      assertThat(climb(network, grain, 3).pictures().getFirst().ink())
          .isEqualTo(climb(network, grain, 3).pictures().getFirst().ink());
    }
  }

  @Test
  void aValueOfAMapSeesNoFurtherThanItsFilterAndAMapSeesAll() {
    Model model = Shipped.model("lenet5-relu");
    GreyImage digit = Synthetic.digits(1, 3).image(0);
    try (Sensitivity network = new Sensitivity(model)) {
      Dream one = Ascent.begin(new Question(0, new Cell(0, 10, 12), 0, 6, digit, true), network);
      Dream all = Ascent.begin(new Question(0, null, 0, 6, digit, true), network);
      for (int p = 0; p < 784; p++) {
        boolean isNear = Math.abs(p / 28 - 10) <= 2 && Math.abs(p % 28 - 12) <= 2;
        assertThat(one.slopes()[784 + p] != 0).isEqualTo(isNear);
        assertThat(all.slopes()[784 + p]).isNotZero();
      }
    }
  }

  @Test
  void whereNothingDependsOnThePictureItStays() {
    Model drawn = TinyModels.untrained("dead", "dense 4", "relu", "dense 10");
    Map<String, Tensor> tensors = new LinkedHashMap<>(drawn.weights().tensors());
    tensors.put("dense1.bias", new Tensor(new long[] {4}, new float[] {-99, -99, -99, -99}));
    try (Sensitivity network = new Sensitivity(new Model(drawn.card(), new Weights(tensors)))) {
      Question question = new Question(2, null, 0, 10, null, true);
      assertThat(climb(network, question, 3).pictures().getFirst().ink())
          .isEqualTo(Ascent.begin(question, network).pictures().getFirst().ink());
    }
  }
}
