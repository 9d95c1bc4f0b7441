package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries for a moment how quick this machine trains, to say before a run how long it will take. It
 * goes by the clock on the wall, all that an epoch has included: drawing images, reading those held
 * out, waiting for other programs.
 */
public final class SpeedProbe implements TrainingListener {
  /** Batches of an epoch. */
  private static final int BATCHES = 12;

  /** So that a huge batch does not take the machine for a minute. */
  private static final int MOST_IMAGES = 2_048;

  /** As many as other programs need to show how much of the machine they take, in nanoseconds. */
  private static final long TIMED = 800_000_000;

  /** Of MNIST, beside which a recipe has more drawn. */
  private static final double OWN = 50_000;

  private final LongSupplier clock;
  private long begin;
  private long end;
  private int epochs;
  private volatile @Nullable Training training;
  private volatile boolean isStopped;

  /** A probe for one network. */
  public SpeedProbe() {
    this(System::nanoTime);
  }

  SpeedProbe(LongSupplier clock) {
    this.clock = clock;
  }

  /** Ends it after the present batch: nobody wants to know any more. From any thread. */
  public void stop() {
    isStopped = true;
    end(training);
  }

  private static void end(@Nullable Training tried) {
    if (tried != null) {
      tried.stop();
    }
  }

  /**
   * Images a second, measured on short epochs of which the first does not count.
   *
   * @throws CancellationException when it was stopped
   */
  public double imagesPerSecond(Architecture architecture, Recipe recipe) {
    checkWanted();
    int images = Math.min(MOST_IMAGES, BATCHES * recipe.batchSize());
    double all = recipe.imagesPerEpoch((int) OWN);
    int own = Math.max(1, (int) (images * OWN / all));
    Recipe endless =
        recipe.with(
            r -> {
              r.epochs = Integer.MAX_VALUE;
              // So small that no recipe, however wild, comes to a loss that is no number.
              r.learningRate = 1e-6;
              r.synthetic = (int) (images * recipe.synthetic() / all);
              r.doodles = (int) (images * recipe.doodles() / all);
              r.patience = 0;
              r.part = null; // these images are few enough, and may not have that class
              r.labelNoise = 0;
              r.imbalance = 0;
              r.leftOut = null;
            });
    // A sixth is held out.
    DataSet data = Synthetic.dataSet(Math.max(2, own * 6 / 5), 10);
    Training tried = new Training("probe", architecture, endless, data, this);
    training = tried;
    checkWanted();
    tried.run();
    checkWanted();
    long each = endless.imagesPerEpoch(data.train().count());
    return each * (epochs - 1) / ((end - begin) / 1e9);
  }

  private void checkWanted() {
    if (isStopped) {
      throw new CancellationException();
    }
  }

  @Override
  public void onEpoch(EpochMetrics metrics, Model model) {
    epochs++;
    end = clock.getAsLong();
    if (epochs == 1) {
      begin = end;
    }
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    if (epochs > 1 && end - begin >= TIMED) {
      end(training);
    }
  }
}
