package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network that is trained in a second or two to learn something about images by it: {@code
 * sprint}, which takes any classes. Few images are shown more often and many less often, so that
 * each network has taken steps enough, and none takes long.
 *
 * @param steps that it takes at least, however few images there are
 */
public record QuickNetwork(int steps) {
  /** As quick as it learns well. */
  public static final QuickNetwork USUAL = new QuickNetwork(200);

  /** Each image is seen so often, as long as that takes no longer than {@link #ENOUGH}. */
  private static final int OFTEN = 10;

  private static final int ENOUGH = 40_000;

  /** Images that it sees at most, unless that would be less than once each. */
  private static final int MOST = 165_000;

  private static final Architecture ARCHITECTURE = Architecture.named("sprint");

  /** Training wants to evaluate after each epoch, which nobody looks at here. */
  private static final int EVALUATED = 16;

  /** How many images a network sees that learns from so many. */
  long work(int images) {
    int epochs = epochs(images);
    return (long) epochs * images * times(images, epochs);
  }

  /** Images a step: with few of them many steps take no longer. */
  private static int batch(int images) {
    return Math.clamp(images / 8, 16, ARCHITECTURE.recipe().batchSize());
  }

  private static int epochs(int images) {
    return Math.clamp(MOST / images, 1, ARCHITECTURE.recipe().epochs());
  }

  /** How often each image stands in an epoch. */
  private int times(int images, int epochs) {
    int wanted = Math.max(steps * batch(images), Math.min(ENOUGH, OFTEN * images));
    return Math.max(1, Math.ceilDiv(wanted, epochs * images));
  }

  /**
   * Trains one.
   *
   * @param progress hears what part of the steps is done, 0…1
   * @param gate stops it
   * @return empty when it was stopped
   */
  Optional<Model> train(Digits images, long seed, DoubleConsumer progress, Gate gate) {
    int epochs = epochs(images.count());
    Listener listener = new Listener(progress, gate, epochs);
    Recipe recipe =
        ARCHITECTURE
            .recipe()
            .with(
                r -> {
                  r.epochs = epochs;
                  r.batchSize = batch(images.count());
                  r.seed = seed;
                });
    Digits held = images.range(0, Math.min(EVALUATED, images.count()));
    DataSet data =
        new DataSet("", null, repeated(images, times(images.count(), epochs)), held, held);
    Training training = new Training("", ARCHITECTURE, recipe, data, listener);
    listener.training = training;
    return !gate.isStopped() && training.run()
        ? Optional.ofNullable(listener.model)
        : Optional.empty();
  }

  private static Digits repeated(Digits images, int times) {
    return times == 1
        ? images
        : images.only(
            IntStream.range(0, times * images.count()).map(i -> i % images.count()).toArray());
  }

  private static final class Listener implements TrainingListener {
    private final DoubleConsumer progress;
    private final Gate gate;
    private final int epochs;
    private @Nullable Training training;
    private @Nullable Model model;

    Listener(DoubleConsumer progress, Gate gate, int epochs) {
      this.progress = progress;
      this.gate = gate;
      this.epochs = epochs;
    }

    @Override
    public void onBatch(BatchMetrics metrics) {
      double epoch = metrics.epoch() - 1 + (double) metrics.batch() / metrics.batches();
      progress.accept(epoch / epochs);
      if (gate.isStopped() && training != null) {
        training.stop();
      }
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model trained) {
      model = trained;
    }
  }
}
