package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;

/** Tries for a moment how quick this machine trains, to say before a run how long it will take. */
public final class SpeedProbe {
  /** Batches that are timed, after as many that warm up. */
  private static final int BATCHES = 6;

  /** So that a huge batch does not take the machine for a minute. */
  private static final int MOST_IMAGES = 1_024;

  private SpeedProbe() {}

  /** Images a second, measured on two short epochs of which the first does not count. */
  public static double imagesPerSecond(Architecture architecture, Recipe recipe) {
    Recipe two =
        recipe.with(
            r -> {
              r.epochs = 2;
              // So small that no recipe, however wild, comes to a loss that is no number.
              r.learningRate = 1e-6;
              r.synthetic = 0;
              r.doodles = 0;
              r.patience = 0;
            });
    int images = Math.min(MOST_IMAGES, BATCHES * recipe.batchSize());
    DataSet data = Synthetic.dataSet(images * 6 / 5, 10);
    double[] last = new double[1];
    new Training(
            "probe",
            architecture,
            two,
            data,
            new TrainingListener() {
              @Override
              public void onEpoch(EpochMetrics metrics, Model model) {
                last[0] = metrics.imagesPerSecond();
              }
            })
        .run();
    return last[0];
  }
}
