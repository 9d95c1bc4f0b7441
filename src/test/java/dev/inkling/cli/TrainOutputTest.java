package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.evaluate.Evaluation;
import dev.inkling.run.Run;
import dev.inkling.support.TinyModels;
import dev.inkling.text.Messages;
import dev.inkling.train.TrainingListener.EpochMetrics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TrainOutputTest extends CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private TrainOutput output() {
    Shell shell =
        new Shell(
            new Messages(Locale.ENGLISH), folders, new PrintStream(out), new PrintStream(err));
    return new TrainOutput(shell, false, new Run(home.resolve("run")), 3, 100, home.resolve("m"));
  }

  private static EpochMetrics epoch(int number, double trainLoss, double accuracy, double loss) {
    Evaluation validation = new Evaluation(100, accuracy, loss, new int[10][10]);
    return new EpochMetrics(number, 100L * number, trainLoss, accuracy, validation, 1, 100);
  }

  @Test
  void aTrainingThatHasCollapsedIsToldOnce() {
    TrainOutput output = output();

    output.onEpoch(epoch(1, 0.3, 0.9, 0.3), TinyModels.untrained("m"));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    output.onEpoch(epoch(2, 2.31, 0.098, 2.3026), TinyModels.untrained("m"));
    output.onEpoch(epoch(3, 2.31, 0.098, 2.3026), TinyModels.untrained("m"));

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("epoch 2", "no better than chance", "9.80 %", "lower learning rate");
  }

  @Test
  void aLossThatExplodedHasThreeDigitsAndAPower() {
    output().onEpoch(epoch(1, 39999999999999950000000000e6, 0.5, 1), TinyModels.untrained("m"));

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("training loss 4.00e31  ");
  }
}
