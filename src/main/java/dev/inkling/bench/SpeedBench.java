package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Task;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures how quickly networks train, by their own recipes, for comparison with other programs.
 */
final class SpeedBench {
  /** What is compared where nothing else is asked for. */
  static final List<String> ARCHITECTURES =
      List.of("lenet5-relu", "conv3-adam", "sprint", "inkling");

  /** Batches of an epoch, which is a sample. */
  private static final int BATCHES = 40;

  /** Seconds of training that do not count, and that do. */
  private static final double WARM_UP = 4;

  private static final double TIMED = 4;

  private SpeedBench() {}

  /**
   * Checks a name before anything is measured.
   *
   * @throws Problem for one that no architecture has, or one that reads lines
   */
  static void check(String name) {
    if (Architecture.named(name).task() == Task.LINE) {
      throw new Problem("problem.model.lines", name);
    }
  }

  /** Images a second of a network's training. */
  static BenchRow of(String name) {
    Architecture architecture = Architecture.named(name);
    int batchSize = name.equals("conv3-adam") ? 32 : 128;
    Recipe recipe =
        architecture
            .recipe()
            .with(
                r -> {
                  r.epochs = Integer.MAX_VALUE;
                  r.batchSize = batchSize;
                  // The few images would be learned by heart, which no training of many is.
                  r.learningRate = 1e-6;
                  r.patience = 0;
                  r.synthetic = 0;
                  r.doodles = 0;
                });
    // A sixth is held out.
    DataSet data = Synthetic.dataSet(BATCHES * batchSize * 6 / 5, 10);
    return BenchRow.of("training-" + name, "images/s", new Samples().of(architecture, recipe, data))
        .withOperations(Network.trainingOperations(architecture.layers()));
  }

  /** Epochs of a training that is stopped when there have been enough. */
  private static final class Samples implements TrainingListener {
    private final List<Double> speeds = new ArrayList<>();
    private double seconds;
    private @Nullable Training training;

    double[] of(Architecture architecture, Recipe recipe, DataSet data) {
      training = new Training("bench", architecture, recipe, data, this);
      training.run();
      return speeds.stream().mapToDouble(speed -> speed).toArray();
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      if (seconds > WARM_UP) {
        speeds.add(metrics.imagesPerSecond());
      }
      seconds += metrics.seconds();
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
      if (training != null && !speeds.isEmpty() && seconds > WARM_UP + TIMED) {
        training.stop();
      }
    }
  }
}
