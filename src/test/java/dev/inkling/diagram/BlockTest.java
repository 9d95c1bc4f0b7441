package dev.inkling.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static List<Stage> stages(String... layers) {
    return Stage.of(Stream.of(layers).map(Layer::parse).toList());
  }

  @Test
  void whatChangesEachValueAloneIsFoldedIntoTheLayerBefore() {
    List<Block> blocks =
        Block.of(
            stages(
                "conv 4@5x5",
                "batch-norm",
                "relu",
                "max-pool 2",
                "dropout 0.5",
                "dense 10",
                "log-softmax"),
            false);
    assertThat(blocks)
        .extracting(block -> block.main().name())
        .containsExactly("conv1", "max-pool1", "dense1");
    assertThat(blocks).extracting(Block::first).containsExactly(0, 3, 5);
    assertThat(blocks).extracting(Block::last).containsExactly(2, 4, 6);
    assertThat(blocks.getFirst().parameterCount()).isEqualTo(4 * 25 + 4 + 8);
    assertThat(blocks.get(1).size().height()).isEqualTo(12);
  }

  @Test
  void aResidualBlockHasAColumnForEachConvolution() {
    List<Block> blocks = Block.of(stages("residual 4@3x3", "global-avg-pool", "gelu"), false);

    assertThat(blocks)
        .extracting(block -> block.stages().stream().map(one -> one.layer().label()).toList())
        .containsExactly(
            List.of("conv", "norm", "ReLU"),
            List.of("conv", "norm", "sum", "ReLU"),
            List.of("mean", "GELU"));
    assertThat(BlockCaptions.name(blocks.getFirst().main())).isEqualTo("res1.conv1");
  }

  @Test
  void theWholeHasAColumnForEachLayer() {
    List<Stage> stages = stages("conv 4@5x5", "relu", "dense 10");
    assertThat(Block.of(stages, true)).extracting(Block::main).isEqualTo(stages);
  }
}
