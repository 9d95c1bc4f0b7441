package dev.inkling.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.Architecture;
import dev.inkling.model.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
  private static final List<Stage> STAGES = Stage.of(Architecture.named("dropout-sgd").layers());

  @Test
  void layersAreNamedByKindAndNumber() {
    assertThat(STAGES.stream().map(Stage::name))
        .containsExactly(
            "conv1",
            "max-pool1",
            "relu1",
            "conv2",
            "channel-dropout1",
            "max-pool2",
            "relu2",
            "dense1",
            "relu3",
            "dropout1",
            "dense2",
            "log-softmax1");
  }

  @Test
  void eachBeginsWithTheSizeThatTheOneBeforeEndsWith() {
    assertThat(STAGES.getFirst().input()).isEqualTo(new Size(1, 28, 28));
    assertThat(STAGES.getFirst().output()).isEqualTo(new Size(10, 24, 24));
    for (int i = 1; i < STAGES.size(); i++) {
      assertThat(STAGES.get(i).input()).isEqualTo(STAGES.get(i - 1).output());
    }
    assertThat(STAGES.getLast().output()).isEqualTo(new Size(10, 1, 1));
  }

  @Test
  void parametersAreCountedLayerByLayer() {
    assertThat(STAGES.stream().map(Stage::parameterCount))
        .containsExactly(260L, 0L, 0L, 5020L, 0L, 0L, 0L, 16050L, 0L, 0L, 510L, 0L);
    // Its running mean and variance are not trained.
    Stage norm = new Stage("norm1", new BatchNorm(), new Size(8, 3, 3), new Size(8, 3, 3));
    assertThat(norm.parameterCount()).isEqualTo(16);
    assertThat(norm.parameter("gamma")).isEqualTo("norm1.gamma");
  }

  @Test
  void aWeightCostsTwoOperationsWhereverItIsUsed() {
    // conv1: 10 filters of 25 at 24×24; dense1: 50 units with 320 inputs each
    assertThat(STAGES.getFirst().operations()).isEqualTo(2 * 10 * 25 * 24 * 24);
    assertThat(STAGES.get(7).operations()).isEqualTo(2 * 50 * 320);
    assertThat(STAGES.get(1).operations()).isZero();
    assertThat(Network.operations(Architecture.named("dropout-sgd").layers()))
        .isEqualTo(288_000 + 2 * 20 * 250 * 8 * 8 + 32_000 + 2 * 10 * 50);
  }
}
