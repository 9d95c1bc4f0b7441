package dev.inkling.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.LineAlphabet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Recipe;
import dev.inkling.model.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTrainingTest {
  private static final DataSet DATA = Synthetic.dataSet(600, 60);
  private static final Recipe RECIPE =
      Architecture.LINE
          .recipe()
          .with(
              r -> {
                r.epochs = 1;
                r.batchSize = 16;
                r.synthetic = 160;
              });

  @TempDir Path folder;

  /** Remembers what it hears; stops after a batch, if it is to. */
  private static class Heard implements LineTraining.Listener {
    private final List<Double> losses = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final List<LineScore> scores = new ArrayList<>();

    @Override
    public void onBatch(int epoch, int batch, int batches, double loss) {
      losses.add(loss);
    }

    @Override
    public void onEpoch(int epoch, double loss, LineScore validation, Model model) {
      models.add(model);
      scores.add(validation);
    }
  }

  @Test
  void theLossFallsAndAModelComesOutThatCanBeKept() {
    Heard heard = new Heard();

    assertThat(new LineTraining("own", RECIPE, DATA, null, heard).run()).isTrue();

    assertThat(heard.losses).hasSize(10);
    assertThat(heard.losses.getLast()).isLessThan(heard.losses.getFirst());
    Model model = heard.models.getFirst();
    assertThat(model.card().reads()).isEqualTo(Task.LINE);
    assertThat(model.card().validation().count()).isEqualTo(2_000);
    assertThat(model.card().validation().digits()).isBetween(-1.0, 1.0);
    assertThat(model.card().validation().loss()).isPositive();
    assertThat(heard.scores.getFirst().lines()).isBetween(0.0, 1.0);
    ModelFolder.write(folder.resolve("own"), model);
    Model read = ModelFolder.read(folder.resolve("own"));
    assertThat(read.card()).isEqualTo(model.card());
    assertThat(read.card().classes()).isEqualTo(LineAlphabet.classes());
    assertThat(read.weights().tensors().get("conv8.bias").values())
        .containsExactly(model.weights().tensors().get("conv8.bias").values());
  }

  @Test
  void theSameSeedGivesTheSameLosses() {
    Heard one = new Heard();
    Heard other = new Heard();
    Recipe few = RECIPE.with(r -> r.synthetic = 32);

    new LineTraining("one", few, DATA, null, one).run();
    new LineTraining("other", few, DATA, null, other).run();

    assertThat(other.losses).isEqualTo(one.losses);
  }

  @Test
  void itGoesOnFromAModelThatReadsLines() {
    Heard first = new Heard();
    new LineTraining("first", RECIPE, DATA, null, first).run();
    Heard second = new Heard();
    Recipe few = RECIPE.with(r -> r.synthetic = 16);

    new LineTraining("second", few, DATA, first.models.getFirst(), second).run();

    assertThat(second.losses.getFirst()).isLessThan(first.losses.getFirst());
    assertThat(second.models.getFirst().card().validation().command()).endsWith("--from first");
  }

  @Test
  void itStopsAfterABatch() {
    LineTraining[] training = new LineTraining[1];
    Heard heard =
        new Heard() {
          @Override
          public void onBatch(int epoch, int batch, int batches, double loss) {
            super.onBatch(epoch, batch, batches, loss);
            training[0].stop();
          }
        };
    training[0] = new LineTraining("stopped", RECIPE, DATA, null, heard);

    assertThat(training[0].run()).isFalse();
    assertThat(heard.losses).hasSize(1);
    assertThat(heard.models).isEmpty();
  }
}
