package dev.inkling.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import java.util.List;
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
}
