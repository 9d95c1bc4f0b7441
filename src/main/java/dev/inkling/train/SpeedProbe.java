package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tries for a moment how quick this machine trains, to say before a run how long it will take. It
 * goes by the clock on the wall, all that an epoch has included: drawing images, reading those held
 * out, waiting for other programs. While Java compiles, each moment is quicker than the one before;
 * that is over before much of a run is, so it does not count.
 */
public final class SpeedProbe {
  /** Batches of an epoch, at first. */
  private static final int BATCHES = 12;

  /** So that a huge batch does not take the machine for a minute. */
  private static final int MOST_IMAGES = 2_048;

  /** How many times as many images the next epochs have where these were too short. */
  private static final int MORE = 4;

  /** An epoch of so many is as long as it need be. */
  private static final int ENOUGH = 20_000;

  /** Nanoseconds of an epoch: in shorter ones what comes once in each counts for too much. */
  private static final long LEAST = 200_000_000;

  /** As many as other programs need to show how much of the machine they take, in nanoseconds. */
  private static final long TIMED = 800_000_000;

  /** Nanoseconds after which it ends, however it goes. */
  private static final long PATIENCE = 3_000_000_000L;

  /** What is so many times as quick as the moment before may still get quicker. */
  private static final double QUICKER = 1.1;

  /** Of MNIST, beside which a recipe has more drawn, and how many of these one is held out for. */
  private static final double OWN = 50_000;

  private static final int HELD_OUT = 11;

  private final LongSupplier clock;
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
   * Seconds that all epochs of a recipe would take.
   *
   * @param images that an epoch learns from, before the recipe adds some of its own
   * @throws CancellationException when it was stopped
   */
  public double seconds(Architecture architecture, Recipe recipe, int images) {
    double all = (double) recipe.epochs() * recipe.imagesPerEpoch(images);
    return all / imagesPerSecond(architecture, recipe);
  }

  /**
   * Images a second, measured on short epochs of which the first does not count.
   *
   * @throws CancellationException when it was stopped
   */
  public double imagesPerSecond(Architecture architecture, Recipe recipe) {
    int images = Math.min(MOST_IMAGES, BATCHES * recipe.batchSize());
    Digits drawn = Synthetic.digits(images, 1);
    while (true) {
      double speed = speed(architecture, recipe, drawn, images);
      if (speed > 0) {
        return speed;
      }
      images *= MORE;
    }
  }

  /** Images a second with epochs of so many; 0 where these are too short. */
  private double speed(Architecture architecture, Recipe recipe, Digits drawn, int images) {
    checkWanted();
    double all = recipe.imagesPerEpoch((int) OWN);
    int own = Math.max(2, (int) (images * OWN / all));
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
    Digits heldOut = again(drawn, Math.ceilDiv(own, HELD_OUT));
    DataSet data = new DataSet("synthetic", null, again(drawn, own), heldOut, heldOut);
    Moments moments = new Moments(endless.imagesPerEpoch(own), images >= ENOUGH);
    Training tried = new Training("probe", architecture, endless, data, moments);
    training = tried;
    checkWanted();
    tried.run();
    checkWanted();
    return moments.speed;
  }

  /** So many images: these again and again. */
  private static Digits again(Digits drawn, int count) {
    return drawn.only(IntStream.range(0, count).map(i -> i % drawn.count()).toArray());
  }

  private void checkWanted() {
    if (isStopped) {
      throw new CancellationException();
    }
  }

  /** What epochs take, moment by moment, until one is hardly quicker than the one before. */
  private final class Moments implements TrainingListener {
    private final int images;
    private final boolean areEnough;
    private boolean isFirst = true;
    private boolean isOver;
    private long first;
    private long begin;
    private int epochs;

    /** Images a second, in the last moment and in the one before; 0 while not known. */
    private double speed;

    /**
     * Epochs of so many images.
     *
     * @param areEnough however short they are
     */
    Moments(int images, boolean areEnough) {
      this.images = images;
      this.areEnough = areEnough;
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      long now = clock.getAsLong();
      if (isFirst) {
        isFirst = false;
        first = now;
        begin = now;
        return;
      }
      epochs++;
      long taken = now - begin;
      if (!areEnough && taken < epochs * LEAST) {
        speed = 0;
        isOver = true;
      } else if (taken >= TIMED) {
        double before = speed;
        speed = (double) images * epochs / (taken / 1e9);
        isOver = (before > 0 && speed < QUICKER * before) || now - first >= PATIENCE;
        begin = now;
        epochs = 0;
      }
    }

    @Override
    public void onCheckpoint(Checkpoint checkpoint) {
      if (isOver) {
        end(training);
      }
    }
  }
}
