package dev.inkling.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.image.Framing;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.text.Problem;
import dev.inkling.train.Batches.Batch;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One training run, on the thread that calls {@link #run}. The same architecture, recipe and data
 * give the same losses on the same engine and machine.
 */
public final class Training {
  private final String name;
  private final Architecture architecture;
  private final Recipe recipe;
  private final DataSet data;
  private final TrainingListener listener;
  private volatile boolean isStopped;

  /**
   * A run that has not begun.
   *
   * @param name of the model that comes out
   * @param recipe to train by, the architecture's own or another
   */
  public Training(
      String name,
      Architecture architecture,
      Recipe recipe,
      DataSet data,
      TrainingListener listener) {
    this.name = name;
    this.architecture = architecture;
    this.recipe = recipe;
    this.data = data;
    this.listener = listener;
  }

  /** Asks the run to end after the present batch; safe from any thread. */
  public void stop() {
    isStopped = true;
  }

  /**
   * Trains to the end, or until stopped.
   *
   * @throws Problem when the loss is no longer a number
   */
  public void run() {
    Engine engine = EngineSetup.engine();
    try (Network network =
            new Network(
                architecture.layers(),
                Network.initialWeights(architecture.layers(), recipe.seed()));
        ExecutorService preparer = Executors.newSingleThreadExecutor(Training::daemon)) {
      Optimizer optimizer = new Optimizer(recipe, network.trainable());
      for (int epoch = 1; epoch <= recipe.epochs() && !isStopped; epoch++) {
        engine.setRandomSeed((int) (recipe.seed() * 1_000 + epoch));
        EpochRun run = new EpochRun(epoch, network, optimizer, preparer);
        if (run.train()) {
          finish(run, network);
        }
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "batches");
    thread.setDaemon(true);
    return thread;
  }

  private void finish(EpochRun run, Network network) {
    Model model = new Model(card(run.epoch, null), network.weights());
    Evaluation evaluation = evaluate(model, data.validation());
    EpochMetrics metrics =
        new EpochMetrics(
            run.epoch,
            run.meanLoss(),
            evaluation.loss(),
            evaluation.accuracy(),
            run.seconds(),
            run.imagesPerSecond());
    Score score =
        new Score(evaluation.count(), evaluation.accuracy(), evaluation.loss(), command());
    listener.onEpoch(metrics, new Model(card(run.epoch, score), model.weights()));
  }

  private static Evaluation evaluate(Model model, Digits digits) {
    try (Classifier classifier = new Classifier(model)) {
      return Evaluation.of(classifier, digits, done -> {});
    }
  }

  private ModelCard card(int epoch, Score validation) {
    Engine engine = EngineSetup.engine();
    return new ModelCard(
        name,
        architecture.name(),
        architecture.layers().stream().map(layer -> layer.text()).toList(),
        architecture.normalization(),
        ModelFolder.CLASSES,
        Network.parameterCount(architecture.layers()),
        recipe,
        data.name(),
        epoch,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        engine.getEngineName() + " " + engine.getVersion(),
        validation,
        null);
  }

  /** The command that trains this model again. */
  private String command() {
    return "inkling train --arch %s --data %s --epochs %d --seed %d"
        .formatted(architecture.name(), data.name(), recipe.epochs(), recipe.seed());
  }

  /** One pass over the training images. */
  private final class EpochRun {
    private final int epoch;
    private final Network network;
    private final Optimizer optimizer;
    private final Batches batches;
    private final int batchCount;
    private final long begin = System.nanoTime();
    private double lossSum;
    private int images;
    private int batch;
    private long nanoseconds;

    EpochRun(int epoch, Network network, Optimizer optimizer, ExecutorService preparer) {
      this.epoch = epoch;
      this.network = network;
      this.optimizer = optimizer;
      batchCount = Math.ceilDiv(data.train().count(), recipe.batchSize());
      batches =
          new Batches(
              data.train(),
              architecture.normalization(),
              new Augmenter(recipe.augmentation(), recipe.seed()),
              recipe.batchSize(),
              recipe.seed(),
              epoch,
              preparer);
    }

    /** True when the epoch was finished, false when it was stopped. */
    boolean train() {
      for (Batch next = batches.next(); next != null; next = batches.next()) {
        if (isStopped) {
          return false;
        }
        double loss = step(next);
        if (!Double.isFinite(loss)) {
          throw new Problem("problem.train.nan", epoch, batch + 1);
        }
        batch++;
        images += next.count();
        lossSum += loss * next.count();
        nanoseconds = System.nanoTime() - begin;
        listener.onBatch(new BatchMetrics(epoch, batch, batchCount, loss, imagesPerSecond()));
      }
      return true;
    }

    private double step(Batch next) {
      try (NDManager scope = network.manager().newSubManager()) {
        NDArray x =
            scope.create(next.input(), new Shape(next.count(), 1, Framing.SIZE, Framing.SIZE));
        NDArray labels = scope.create(next.labels(), new Shape(next.count(), Digits.CLASSES));
        NDArray loss;
        try (GradientCollector collector = EngineSetup.engine().newGradientCollector()) {
          NDArray logProbabilities = network.forward(x, true).logSoftmax(1);
          loss = logProbabilities.mul(labels).sum().mul(-1f / next.count());
          collector.backward(loss);
        }
        optimizer.step(learningRate());
        return loss.getFloat();
      }
    }

    private double learningRate() {
      double step = (epoch - 1.0) * batchCount + batch;
      double progress = step / ((double) recipe.epochs() * batchCount);
      return recipe.learningRate() * recipe.schedule().factor(progress);
    }

    double meanLoss() {
      return lossSum / images;
    }

    double seconds() {
      return nanoseconds / 1e9;
    }

    double imagesPerSecond() {
      return images / seconds();
    }
  }
}
