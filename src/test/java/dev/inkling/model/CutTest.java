package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import dev.inkling.model.Weights.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final List<Layer> LAYERS =
      Stream.of("conv 4@5x5", "relu", "conv 6@3x3", "batch-norm", "relu", "dropout 0.5", "dense 10")
          .map(Layer::parse)
          .toList();

  @Test
  void whatBelongsToALayerStaysWithItAndDropoutGoesToTheNext() {
    assertThat(Cut.behind(LAYERS, 0).depth()).isEqualTo(0);
    assertThat(Cut.behind(LAYERS, 1).depth()).isEqualTo(2);
    assertThat(Cut.behind(LAYERS, 2).depth()).isEqualTo(5);
  }

  @Test
  void bothPartsTogetherComputeWhatTheWholeDoes() {
    Weights weights = Network.initialWeights(LAYERS, 3);
    float[] input = new float[2 * 784];
    for (int i = 0; i < input.length; i++) {
      input[i] = (i * 37 % 101) / 101f;
    }
    Cut cut = Cut.behind(LAYERS, 1);
    FoldedNorm folded = FoldedNorm.of(cut.tail(), cut.between(), cut.tailOf(weights));
    try (Backend whole = Backend.of(LAYERS, weights);
        Backend head = Backend.of(cut.head(), cut.headOf(weights));
        Backend tail = Backend.of(folded.layers(), cut.between(), folded.weights(), false)) {
      float[] expected = whole.forward(input, 2);
      float[] actual = tail.forward(head.forward(input, 2), 2);
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-4f));
      }
    }
    Weights back = cut.join(weights, folded.unfold(folded.weights()));
    assertThat(back.tensor("conv1.weight").values())
        .isEqualTo(weights.tensor("conv1.weight").values());
    assertThat(back.tensors().keySet()).isEqualTo(weights.tensors().keySet());
  }

  /** With statistics that are not those of the beginning. */
  private static Weights someWeights(List<Layer> layers) {
    SplittableRandom random = new SplittableRandom(4);
    Map<String, Tensor> tensors = new LinkedHashMap<>(Network.initialWeights(layers, 3).tensors());
    tensors.replaceAll(
        (name, tensor) -> {
          float[] values = tensor.values().clone();
          for (int i = 0; i < values.length && !name.endsWith(".weight"); i++) {
            values[i] = (float) random.nextDouble(0.5, 1.5);
          }
          return new Tensor(tensor.shape(), values);
        });
    return new Weights(tensors);
  }

  private static float[] outputs(List<Layer> layers, Weights weights) {
    float[] input = new float[784];
    for (int i = 0; i < input.length; i++) {
      input[i] = (i * 37 % 101) / 101f;
    }
    try (Backend network = Backend.of(layers, weights)) {
      return network.forward(input, 1);
    }
  }

  private static void assertAlike(float[] actual, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .isCloseTo(expected[i], within(1e-4f * Math.max(1, Math.abs(expected[i]))));
    }
  }

  @Test
  void normIsFoldedIntoConvolutionsWithoutBiasesAndOutOfThemAgain() {
    List<Layer> layers =
        Layer.list(
            "conv 4@5x5 stride 2 no-bias, batch-norm, relu, residual 6@3x3 stride 2,"
                + " depthwise 3x3 no-bias, max-pool 2, batch-norm, residual 6@3x3, dense 10");
    Weights weights = someWeights(layers);
    FoldedNorm folded = FoldedNorm.of(layers, Stage.IMAGE, weights);

    assertThat(folded.layers().stream().map(Layer::text))
        .containsExactly(
            "conv 4@5x5 stride 2",
            "relu",
            "residual 6@3x3 stride 2 no-norm",
            "depthwise 3x3",
            "max-pool 2",
            "residual 6@3x3 no-norm",
            "dense 10");
    assertThat(folded.weights().tensors().keySet())
        .containsExactlyInAnyOrderElementsOf(Network.shapes(folded.layers()).keySet());
    float[] expected = outputs(layers, weights);
    assertAlike(outputs(folded.layers(), folded.weights()), expected);

    // What is learned of a bias is kept, too.
    Map<String, Tensor> tensors = new LinkedHashMap<>(folded.weights().tensors());
    tensors.replaceAll(
        (name, tensor) -> {
          float[] values = tensor.values().clone();
          values[0] += name.endsWith(".bias") ? 0.25f : 0;
          return new Tensor(tensor.shape(), values);
        });
    Weights learned = new Weights(tensors);
    Weights back = folded.unfold(learned);
    assertThat(back.tensors().keySet()).isEqualTo(weights.tensors().keySet());
    assertAlike(outputs(layers, back), outputs(folded.layers(), learned));
    assertThat(outputs(layers, back)).isNotEqualTo(expected);
  }

  @Test
  void aResidualBlockIsOneLayerThatStaysOrLearns() {
    List<Layer> layers = Layer.list("conv 4@5x5, relu, residual 6@3x3 stride 2, relu, dense 10");
    Weights weights = someWeights(layers);
    Cut cut = Cut.behind(layers, 1);

    assertThat(Cut.weighted(layers)).isEqualTo(3);
    assertThat(cut.head()).isEqualTo(Layer.list("conv 4@5x5, relu"));
    assertThat(cut.between()).isEqualTo(new Size(4, 24, 24));
    assertThat(cut.headOf(weights).tensors()).containsOnlyKeys("conv1.weight", "conv1.bias");
    assertThat(cut.tailOf(weights).tensors())
        .containsOnlyKeys(Network.shapes(cut.tail(), cut.between()).keySet());
    assertThat(cut.join(weights, cut.tailOf(weights)).tensors()).isEqualTo(weights.tensors());
  }
}
