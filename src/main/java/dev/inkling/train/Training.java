package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.LineAlphabet;
import dev.inkling.evaluate.Calibrator;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Backend;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.Cut;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.model.Task;
import dev.inkling.model.Weights;
import dev.inkling.text.Problem;
import dev.inkling.train.Batches.Batch;
import dev.inkling.train.Checkpoint.Best;
import dev.inkling.train.LayerWatch.Look;
import dev.inkling.train.LayerWatch.Step;
import dev.inkling.train.TrainingListener.BatchMetrics;
import dev.inkling.train.TrainingListener.EpochMetrics;
import dev.inkling.train.TrainingListener.LayersMetrics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One training run, on the thread that calls {@link #run}. The same architecture, recipe and data
 * give the same losses on the same engine and machine, also when the run is cut off and goes on
 * from a checkpoint.
 */
public final class Training {
  private final String name;
  private final Architecture architecture;
  private final Recipe recipe;
  private final DataSet data;
  private final EpochImages images;
  private final TrainingListener listener;
  private final Gate gate = new Gate();
  private final LayerWatch layers;
  private volatile boolean areWeightsWanted;

  /**
   * A run that has not begun.
   *
   * @param name of the model that comes out
   * @param recipe to train by, the architecture's own or another
   * @param data of which the recipe may leave out images to learn from, or change their labels
   * @throws Problem when the recipe leaves out a class that there is not
   */
  public Training(
      String name,
      Architecture architecture,
      Recipe recipe,
      DataSet data,
      TrainingListener listener) {
    this.name = name;
    this.architecture =
        architecture.withDropout(recipe.dropout()).withClasses(data.classes().size());
    this.recipe = recipe.suited(data.classes());
    this.data = recipe.lesson().of(data);
    images = new EpochImages(this.data.train(), this.recipe);
    this.listener = listener;
    layers =
        new LayerWatch(
            this.architecture,
            this.data.validation(),
            listener.wantsLayers(),
            this.recipe.epochs());
  }

  /** Images an epoch. */
  public int imagesPerEpoch() {
    return images.count();
  }

  /** Holds the run before the next batch; safe from any thread, as the next four are. */
  public void pause() {
    gate.pause();
  }

  /** Lets a paused run go on. */
  public void resume() {
    gate.resume();
  }

  /** Asks the run to end after the present batch. */
  public void stop() {
    gate.stop();
  }

  /** Asks for {@link TrainingListener#onWeights} after the present batch. */
  public void askForWeights() {
    areWeightsWanted = true;
  }

  /** Asks for {@link TrainingListener#onLayers} after one of the next batches. */
  public void askForLayers() {
    layers.ask();
  }

  /**
   * Trains from the beginning until the recipe says that it is enough, or until stopped.
   *
   * @return false when it was stopped
   * @throws Problem when the loss is no longer a number
   */
  public boolean run() {
    return run(Network.initialWeights(architecture.layers(), recipe.init(), recipe.seed()));
  }

  /**
   * Likewise, but begins with what another network has learned.
   *
   * @param initial weights of a network with the same layers
   */
  public boolean run(Weights initial) {
    return run(new Checkpoint(0, 0, Best.NONE, initial, new Weights(Map.of())));
  }

  /** Goes on from a checkpoint of the same run, else like {@link #run()}. */
  public boolean run(Checkpoint from) {
    try (layers;
        Backend network = Backend.forTraining(architecture.layers(), from.weights());
        ExecutorService preparer = Executors.newSingleThreadExecutor(Training::daemon)) {
      Optimizer optimizer = new Optimizer(recipe, from, frozen(from.weights()));
      Best best = from.best();
      for (int epoch = from.epoch() + 1; !isEnough(epoch, best); epoch++) {
        if (!gate.pass()) {
          return false;
        }
        network.seed(EpochSeed.narrow(recipe.seed(), epoch));
        EpochRun run = new EpochRun(epoch, network, optimizer, preparer);
        if (!run.train()) {
          return false;
        }
        best = finish(run, network, optimizer, best);
      }
      return true;
    }
  }

  /** The parameters of the first layers, which stay as they are; the last layer always learns. */
  private Set<String> frozen(Weights weights) {
    List<Layer> layers = architecture.layers();
    int count = Math.min(recipe.frozen(), Cut.weighted(layers) - 1);
    return count == 0 ? Set.of() : Cut.behind(layers, count).headOf(weights).tensors().keySet();
  }

  /** All epochs are done, or the validation loss has not fallen for as long as it may. */
  private boolean isEnough(int nextEpoch, Best best) {
    boolean isPatienceOver =
        recipe.patience() > 0 && nextEpoch - 1 - best.epoch() >= recipe.patience();
    return nextEpoch > recipe.epochs() || isPatienceOver;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "batches");
    thread.setDaemon(true);
    return thread;
  }

  private Best finish(EpochRun run, Backend network, Optimizer optimizer, Best before) {
    Weights weights = network.weights();
    Confidence calibration = calibration(weights);
    Evaluation evaluation = evaluate(weights, calibration, data.validation());
    // What the last step broke shows only here: its loss was taken before it.
    if (!weights.areFinite() || !Double.isFinite(evaluation.loss())) {
      throw new Problem("problem.train.nan", run.epoch, run.batch);
    }
    ModelCard card = card(run.epoch, calibration, evaluation.score(null, command()));
    listener.onEpoch(run.metrics(evaluation), new Model(card, weights));
    Best best = before.or(run.epoch, evaluation.loss());
    listener.onCheckpoint(
        new Checkpoint(run.epoch, optimizer.steps(), best, weights, optimizer.state()));
    return best;
  }

  /** What a network that learned to doubt may be trusted with; nothing for others. */
  private @Nullable Confidence calibration(Weights weights) {
    if (recipe.doodles() == 0) {
      return null;
    }
    return Calibrator.fit(new Model(card(0, null, null), weights), data.validation());
  }

  private Evaluation evaluate(Weights weights, @Nullable Confidence calibration, Digits digits) {
    Model model = new Model(card(0, calibration, null), weights);
    try (Classifier classifier = new Classifier(model)) {
      return Evaluation.of(classifier, digits, done -> {});
    }
  }

  private ModelCard card(int epoch, @Nullable Confidence calibration, @Nullable Score validation) {
    return card(name, architecture, recipe, data, epoch, calibration, validation);
  }

  /** The card of a model as it is after an epoch; the test images were not looked at. */
  static ModelCard card(
      String name,
      Architecture architecture,
      Recipe recipe,
      DataSet data,
      int epoch,
      @Nullable Confidence calibration,
      @Nullable Score validation) {
    Task task = architecture.task();
    return new ModelCard(
        name,
        architecture.name(),
        task == Task.DIGIT ? null : task, // as in all cards from before there was another
        Layer.texts(architecture.layers()),
        architecture.normalization(),
        task == Task.LINE ? LineAlphabet.classes() : data.classes(),
        Network.parameterCount(architecture.layers()),
        recipe,
        data.name(),
        epoch,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        EngineSetup.description(),
        calibration,
        validation,
        null,
        null,
        null);
  }

  /** The command that trains this model again: what differs from the architecture's own recipe. */
  private String command() {
    return command(architecture, recipe, data);
  }

  /** The command that trains an architecture so again. */
  static String command(Architecture architecture, Recipe recipe, DataSet data) {
    Recipe own = architecture.isOwn() ? Architecture.USUAL : architecture.recipe();
    StringBuilder command = new StringBuilder("inkling train ").append(network(architecture));
    command.append(" --data ").append(data.name());
    for (RecipeField field : RecipeField.values()) {
      String value = field.typed(recipe);
      if (field != RecipeField.SEED && !value.equals(field.typed(own))) {
        command.append(' ').append(field.option()).append(' ').append(value);
      }
    }
    return command.append(" --seed ").append(recipe.seed()).toString();
  }

  private static String network(Architecture architecture) {
    if (!architecture.isOwn()) {
      return "--arch " + architecture.name();
    }
    String layers = String.join(", ", Layer.texts(architecture.layers()));
    return "--layers \"" + layers + "\" --normalization " + architecture.normalization().name();
  }

  /** One pass over the training images. */
  private final class EpochRun {
    /** Validation images that a probe reads. */
    private static final int PROBE = 500;

    private final int epoch;
    private final Backend network;
    private final Optimizer optimizer;
    private final Batches batches;
    private final int batchCount;
    private double lossSum;
    private int right;
    private int digits;
    private int seen;
    private int batch;
    private long nanoseconds;

    /** How the layers learned at the newest step; null where nobody looked. */
    private @Nullable List<LayerMetrics> learned;

    EpochRun(int epoch, Backend network, Optimizer optimizer, ExecutorService preparer) {
      this.epoch = epoch;
      this.network = network;
      this.optimizer = optimizer;
      batchCount = Math.ceilDiv(images.count(), recipe.batchSize());
      batches =
          new Batches(
              images.of(epoch),
              architecture.normalization(),
              new Augmenter(recipe.augmentation(), recipe.seed(), recipe.variation(epoch)),
              recipe.batchSize(),
              recipe.labelSmoothing(),
              recipe.seed(),
              epoch,
              network.hasThreads() ? Runnable::run : preparer,
              network::share);
    }

    /** True when the epoch was finished, false when it was stopped. */
    boolean train() {
      while (true) {
        long begin = System.nanoTime();
        Batch next = batches.next();
        if (next == null) {
          return true;
        }
        double rate = learningRate();
        double loss = step(next, rate);
        if (!Double.isFinite(loss)) {
          throw new Problem("problem.train.nan", epoch, batch + 1);
        }
        batch++;
        seen += next.count();
        lossSum += loss * next.count();
        nanoseconds += System.nanoTime() - begin;
        tell(loss, rate);
        if (batch < batchCount && !gate.pass()) {
          return false;
        }
      }
    }

    private void tell(double loss, double rate) {
      listener.onBatch(
          new BatchMetrics(epoch, batch, batchCount, examples(), loss, rate, imagesPerSecond()));
      if (learned != null) {
        listener.onLayers(new LayersMetrics(epoch, batch, examples(), learned));
      }
      int probes = epoch == 1 ? listener.probesInFirstEpoch() : 0;
      if (probes > 0 && batch < batchCount && batch % Math.ceilDiv(batchCount, probes + 1) == 0) {
        int count = Math.min(PROBE, data.validation().count());
        listener.onProbe(
            examples(), evaluate(network.weights(), null, data.validation().range(0, count)));
      }
      if (areWeightsWanted) {
        areWeightsWanted = false;
        listener.onWeights(new Model(card(epoch, null, null), network.weights()));
      }
    }

    private double step(Batch next, double rate) {
      int classes = data.classes().size();
      CrossEntropy loss = new CrossEntropy(next.targets(), classes);
      float[] all = new float[next.targets().length];
      network.backward(
          next.input(),
          next.count(),
          (logits, first) -> {
            System.arraycopy(logits, 0, all, first * classes, logits.length);
            return loss.gradient(logits, first);
          });
      count(all, next.labels());
      Look look =
          layers.before(new Step(epoch, batch + 1, batchCount, images.count()), network, optimizer);
      optimizer.step(network, rate);
      learned = look == null ? null : look.after();
      return loss.mean() - next.entropy();
    }

    private void count(float[] logits, int[] labels) {
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] != Digits.NONE) {
          int from = i * data.classes().size();
          float[] own = Arrays.copyOfRange(logits, from, from + data.classes().size());
          right += Evaluation.best(own) == labels[i] ? 1 : 0;
          digits++;
        }
      }
    }

    private double learningRate() {
      double step = (epoch - 1.0) * batchCount + batch;
      return recipe.learningRate(step, (double) recipe.epochs() * batchCount);
    }

    private long examples() {
      return (epoch - 1L) * images.count() + seen;
    }

    private double imagesPerSecond() {
      return seen / (nanoseconds / 1e9);
    }

    EpochMetrics metrics(Evaluation validation) {
      return new EpochMetrics(
          epoch,
          examples(),
          lossSum / seen,
          (double) right / digits,
          validation,
          nanoseconds / 1e9,
          imagesPerSecond());
    }
  }
}
