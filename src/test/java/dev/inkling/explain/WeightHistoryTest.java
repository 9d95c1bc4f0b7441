package dev.inkling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.explain.WeightHistory.Epoch;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Stage;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Network;
import dev.inkling.run.Run;
import dev.inkling.support.Shipped;
import dev.inkling.support.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightHistoryTest {
  @TempDir Path folder;

  @Test
  void weightsAreCountedIntoBinsFromMinusTheLimitToTheLimit() {
    Stage stage = Stage.of(List.of(new Dense(10))).getFirst();

    WeightHistogram histogram =
        WeightHistogram.of(stage, new float[] {-2, -1, -0.5f, 0, 0.9f, 1, 2, 2}, 2, 4);

    assertThat(histogram.counts()).containsExactly(1, 2, 2, 3);
    assertThat(histogram.mean()).isCloseTo(0.3, within(1e-7));
    // Σ x² is 15.06, over 8 values.
    assertThat(histogram.deviation()).isCloseTo(Math.sqrt(15.06 / 8 - 0.09), within(1e-6));
    assertThat(WeightHistogram.of(stage, new float[3], 0, 5).counts())
        .containsExactly(0, 0, 3, 0, 0);
  }

  @Test
  void kernelsAreTheWeightsOfOneFilterForOneChannel() {
    Model model = Shipped.model("lenet5-relu");
    float[] weights = model.weights().tensors().get("conv2.weight").values();

    List<Kernels> kernels = Kernels.of(model);

    assertThat(kernels.stream().map(k -> k.stage().name())).containsExactly("conv1", "conv2");
    assertThat(kernels.getFirst().side()).isEqualTo(5);
    assertThat(kernels.getLast().biases()).hasSize(16);
    // Filter 3 of 16, channel 2 of 6.
    assertThat(kernels.getLast().kernel(3, 2))
        .containsExactly(Arrays.copyOfRange(weights, (3 * 6 + 2) * 25, (3 * 6 + 3) * 25));
  }

  @Test
  void aRunsEpochsHaveOneScale() {
    Run run = new Run(folder);
    Model model = TinyModels.untrained("tiny");
    List<Layer> layers = model.card().parsedLayers();
    for (int epoch = 1; epoch <= 3; epoch++) {
      Model trained = new Model(model.card(), Network.initialWeights(layers, epoch));
      ModelFolder.write(run.checkpoint(epoch), trained);
    }

    WeightHistory history = WeightHistory.of(run);

    assertThat(history.epochs().stream().map(Epoch::epoch)).containsExactly(0, 1, 2, 3);
    double most = 0;
    for (Epoch epoch : history.epochs()) {
      assertThat(epoch.histograms().stream().map(h -> h.stage().name()))
          .containsExactly("conv1", "dense1", "dense2");
      assertThat(epoch.histograms().getFirst().limit())
          .isEqualTo(history.epochs().getFirst().histograms().getFirst().limit());
      assertThat(Arrays.stream(epoch.histograms().getFirst().counts()).sum()).isEqualTo(100);
      for (float weight : epoch.kernels().getFirst().weights()) {
        most = Math.max(most, Math.abs(weight));
      }
    }
    assertThat(history.epochs().getFirst().histograms().getFirst().limit()).isEqualTo(most);
    assertThat(history.epochs().get(3).kernels().getFirst().kernel(0, 0))
        .containsExactly(
            Arrays.copyOf(
                Network.initialWeights(layers, 3).tensors().get("conv1.weight").values(), 25));
  }

  @Test
  void aDamagedCheckpointIsPassedOver() throws IOException {
    Run run = new Run(folder);
    ModelFolder.write(run.checkpoint(1), TinyModels.untrained("tiny"));
    ModelFolder.write(run.checkpoint(2), TinyModels.untrained("tiny"));
    Files.write(run.checkpoint(1).resolve(ModelFolder.PARAMETERS), new byte[100]);

    assertThat(WeightHistory.of(run).epochs().stream().map(Epoch::epoch)).containsExactly(0, 2);
    assertThat(WeightHistory.of(new Run(folder.resolve("none"))).epochs()).isEmpty();
  }

  @Test
  void aModelAloneIsAHistoryOfOneEpoch() {
    Model model = Shipped.model("inkling");
    WeightHistory history = WeightHistory.of(model);

    assertThat(history.epochs()).hasSize(1);
    assertThat(history.epochs().getFirst().epoch()).isEqualTo(model.card().epochs());
    assertThat(history.epochs().getFirst().histograms()).hasSize(6);
  }
}
