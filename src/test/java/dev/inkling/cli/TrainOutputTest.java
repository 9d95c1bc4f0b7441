package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Model;
import dev.inkling.model.Weights;
import dev.inkling.run.Run;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Messages;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.Checkpoint.Best;
import dev.inkling.train.TrainingListener.EpochMetrics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainOutputTest extends CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private TrainOutput output() {
    Shell shell =
        new Shell(
            new Messages(Locale.ENGLISH), folders, new PrintStream(out), new PrintStream(err));
    ModelPlace place = ModelPlace.at(home.resolve("m"), folders);
    return new TrainOutput(shell, false, 3, 100, place, new Run(home.resolve("run")));
  }

  private static void tell(
      TrainOutput output, int number, double trainLoss, double accuracy, double loss) {
    Evaluation validation = new Evaluation(100, accuracy, loss, new int[10][10]);
    Model model = TinyModels.untrained("m");
    output.onEpoch(
        new EpochMetrics(number, 100L * number, trainLoss, accuracy, validation, 1, 100), model);
    output.onCheckpoint(
        new Checkpoint(number, 0, new Best(number, loss), model.weights(), new Weights(Map.of())));
  }

  @Test
  void aTrainingThatHasCollapsedIsToldOnce() {
    TrainOutput output = output();

    tell(output, 1, 0.3, 0.9, 0.3);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    tell(output, 2, 2.31, 0.098, 2.3026);
    tell(output, 3, 2.31, 0.098, 2.3026);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("epoch 2", "no better than guessing", "9.80%", "lower learning rate");
  }

  @Test
  void aLossThatExplodedHasThreeDigitsAndAPower() {
    tell(output(), 1, 39999999999999950000000000e6, 0.5, 1);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("training loss 4.00e31  ");
  }
}
