package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.kernel.Cache;
import dev.inkling.kernel.Kernels;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are read one at a time are read as the engine reads them. */
class SingleBackendTest {
  /** Only sums are in another order, those of Winograd's filtering among them. */
  private static final float ALIKE = 1e-4f;

  @BeforeAll
  static void onlyWithMxnetAndVectors() {
    assumeTrue(Kernels.areHere());
    assumeTrue(EngineSetup.engine().getEngineName().equals("MXNet"));
  }

  static Stream<List<Layer>> networks() {
    return BackendTest.networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void layersOfAllKindsAreComputedAlike(List<Layer> layers) {
    Weights weights = BackendTest.used(Network.initialWeights(layers, 5));
    FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, weights);
    assumeTrue(SingleBackend.canRead(folded.layers(), Stage.IMAGE));
    try (Backend single = new SingleBackend(folded.layers(), Stage.IMAGE, folded.weights());
        Backend mxnet = new MxnetBackend(layers, weights, false)) {
      float[] input = BackendTest.random(3 * 784);
      float[] outputs = mxnet.forward(input, 3);
      BackendTest.assertAlike("outputs", single.forward(input, 3), outputs, ALIKE);
      float[] features = mxnet.features(input, 3);
      BackendTest.assertAlike("features", single.features(input, 3), features, ALIKE);
    }
  }

  @Test
  void networksOfTheListAreReadSo() {
    for (Architecture architecture : Architecture.all()) {
      List<Layer> layers = architecture.layers();
      FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, Network.initialWeights(layers, 1));

      assertThat(SingleBackend.canRead(folded.layers(), Stage.IMAGE)).as("%s", layers).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inkling",
        "lenet5-relu",
        "lenet-dropout",
        "conv3-adam",
        "conv2-wide",
        "dropout-sgd",
        "sprint"
      })
  void shippedModelsSayTheSame(String name) {
    Model model = ModelFolder.read(Path.of("models", name));
    FoldedNorm folded = FoldedNorm.of(model.card().parsedLayers(), Stage.IMAGE, model.weights());
    Backend single = new SingleBackend(folded.layers(), Stage.IMAGE, folded.weights());
    Digits digits = Synthetic.dataSet(10, 40).test();
    try (Classifier one = new Classifier(model, single);
        Classifier other = new Classifier(model)) {
      float[][] found = one.probabilities(digits, _ -> {});
      float[][] expected = other.probabilities(digits, _ -> {});
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).containsExactly(expected[i], within(ALIKE));
      }
    }
  }

  /** Who takes which part of an image differs from time to time. */
  @Test
  void anImageHasTheSameAnswerWhoeverHelps() {
    List<Layer> layers =
        Layer.list(
            "conv 32@5x5 pad 2, relu, conv 48@3x3 pad 1, relu, residual 48@3x3, max-pool 2, dense"
                + " 10");
    Weights weights = Network.initialWeights(layers, 5);
    FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, weights);
    float[] input = BackendTest.random(4 * 784);
    try (Backend alone = new SingleBackend(folded.layers(), Stage.IMAGE, folded.weights());
        Backend helped = SingleBackend.helped(folded.layers(), Stage.IMAGE, folded.weights())) {
      float[] expected = alone.forward(input, 4);
      for (int time = 0; time < 10; time++) {
        assertThat(helped.forward(input, 4)).isEqualTo(expected);
      }
      assertThat(helped.features(input, 4)).isEqualTo(alone.features(input, 4));
    }
  }

  /** On one machine many are read alone, on another side by side: see suitsMany. */
  @Test
  void anImageHasTheSameAnswerWhicheverThreadReadsIt() {
    List<Layer> layers = Layer.list("conv 32@5x5, relu, max-pool 4, dense 10");
    Weights weights = Network.initialWeights(layers, 5);
    int count = 37;
    float[] input = BackendTest.random(count * 784);
    try (Backend one = new SingleBackend(layers, Stage.IMAGE, weights);
        Backend three = new SingleBackend(layers, Stage.IMAGE, weights, 3)) {
      assertThat(three.forward(input, count)).isEqualTo(one.forward(input, count));
      assertThat(three.features(input, count)).isEqualTo(one.features(input, count));
    }
  }

  @Test
  void onlyLargeNetworksOfSmallWideFiltersAreReadAloneWhereThereAreMany() {
    for (String other : List.of("conv 16@3x3", "conv 64@5x5", "conv 32@3x3, max-pool 8")) {
      List<Layer> layers = Layer.list("conv 16@5x5, relu, " + other + ", dense 10");
      assertThat(SingleBackend.suitsMany(layers, Stage.IMAGE)).as(other).isFalse();
    }
    List<Layer> wide = Layer.list("conv 16@5x5, relu, conv 64@3x3, conv 64@3x3, dense 10");
    assertThat(SingleBackend.suitsMany(wide, Stage.IMAGE)).isEqualTo(Cache.isSmall());
  }

  @Test
  void theFirstAnswersAndManyComeFromOthers() {
    SingleBackend.Soon soon =
        new SingleBackend.Soon(
            () -> {
              throw new AssertionError("not yet");
            });

    assertThat(soon.suits(1)).isFalse();
    assertThat(soon.suits(16)).isFalse();
    assertThat(soon.suits(128)).isFalse();
  }

  @Test
  void itIsThereWhenJavaHasCompiledIt() {
    try (Backend made = Backend.prompt(Layer.list("dense 10"), network())) {
      SingleBackend.Soon soon = new SingleBackend.Soon(() -> made);
      soon.suits(1);
      soon.suits(1);

      assertThat(soon.get()).isSameAs(made);
    }
  }

  private static Weights network() {
    return Network.initialWeights(Layer.list("dense 10"), 1);
  }
}
