package dev.inkling.train;

import dev.inkling.data.Classes;
import dev.inkling.data.DataSet;
import dev.inkling.data.LineAlphabet;
import dev.inkling.data.LineWriter;
import dev.inkling.data.LineWriter.WrittenLine;
import dev.inkling.image.GreyImage;
import dev.inkling.model.Architecture;
import dev.inkling.model.Backend;
import dev.inkling.model.LineNetwork;
import dev.inkling.model.LineOutputs;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.Network;
import dev.inkling.model.Recipe;
import dev.inkling.model.Weights;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint.Best;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network that reads lines, on lines that Inkling writes itself: no two epochs have the
 * same. Validation lines are written with the images that the data set holds out.
 */
public final class LineTraining {
  /** Widths of lines; all lines of a batch have the same. */
  private static final int[] WIDTHS = {96, 128, 128, 160, 160, 192, 192, 256};

  /** The part of a run in which plain lines become rarer: with hard ones alone none begins. */
  private static final double EASY = 0.08;

  private static final int VALIDATION_LINES = 2_000;
  private static final long VALIDATION_SEED = 77;

  private final String name;
  private final Architecture architecture = Architecture.LINE;
  private final Recipe recipe;
  private final DataSet data;
  private final @Nullable Model from;
  private final Listener listener;
  private final AtomicBoolean isStopped = new AtomicBoolean();

  /** Hears how it goes, on the training thread. */
  public interface Listener {
    /** After each batch. */
    void onBatch(int epoch, int batch, int batches, double loss);

    /** After each epoch. */
    void onEpoch(int epoch, double loss, LineScore validation, Model model);
  }

  /** Lines and what they say. */
  private record Batch(float[] input, int width, int[][] texts) {}

  /**
   * A run that has not begun.
   *
   * @param name of the model that comes out
   * @param from a model that reads lines already, whose weights it begins with; null to begin anew
   */
  public LineTraining(
      String name, Recipe recipe, DataSet data, @Nullable Model from, Listener listener) {
    this.name = name;
    this.from = from;
    if (!Classes.areDigits(data.classes())) {
      throw new Problem("problem.data.noDigits", data.name());
    }
    this.recipe = recipe;
    this.data = data;
    this.listener = listener;
  }

  /** Asks the run to end after the present batch; from any thread. */
  public void stop() {
    isStopped.set(true);
  }

  /**
   * Trains to the end, or until stopped.
   *
   * @return false when it was stopped
   * @throws Problem when the loss is no longer a number
   */
  public boolean run() {
    return from == null
        ? run(Network.initialWeights(architecture.layers(), recipe.init(), recipe.seed()), EASY)
        : run(from.weights(), 0);
  }

  private boolean run(Weights initial, double easy) {
    Checkpoint begin = new Checkpoint(0, 0, Best.NONE, initial, new Weights(Map.of()));
    LineWriter writer = new LineWriter(data.train());
    try (Backend network =
            Backend.of(architecture.layers(), architecture.task().image(), initial, true);
        ExecutorService preparer = Executors.newSingleThreadExecutor()) {
      Optimizer optimizer = new Optimizer(recipe, begin);
      CompletableFuture<Batch> next = prepare(writer, 0, plain(0, easy), preparer);
      int batches = Math.ceilDiv(recipe.synthetic(), recipe.batchSize());
      for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
        network.seed(EpochSeed.narrow(recipe.seed(), epoch));
        double sum = 0;
        for (int batch = 1; batch <= batches; batch++) {
          if (isStopped.get()) {
            return false;
          }
          Batch now = next.join();
          int steps = optimizer.steps();
          double progress = (double) steps / batches / recipe.epochs();
          next = prepare(writer, steps + 1, plain(progress, easy), preparer);
          double loss =
              step(
                  network,
                  optimizer,
                  now,
                  recipe.learningRate(steps, (double) recipe.epochs() * batches));
          if (!Double.isFinite(loss)) {
            throw new Problem("problem.train.nan", epoch, batch);
          }
          sum += loss;
          listener.onBatch(epoch, batch, batches, loss);
        }
        finish(epoch, sum / batches, network.weights());
      }
      return true;
    }
  }

  /** The part of plain lines, at some progress of the run. */
  private static double plain(double progress, double easy) {
    return progress < easy ? 1 - progress / easy : 0;
  }

  private double step(Backend network, Optimizer optimizer, Batch batch, double rate) {
    CtcLoss loss = new CtcLoss(batch.texts, LineOutputs.of(architecture.layers(), batch.width));
    network.backward(batch.input, batch.texts.length, (logits, _) -> loss.gradient(logits));
    optimizer.step(network, rate);
    return loss.mean();
  }

  private CompletableFuture<Batch> prepare(
      LineWriter writer, int step, double plain, ExecutorService preparer) {
    return CompletableFuture.supplyAsync(
        () -> {
          SplittableRandom random = new SplittableRandom(EpochSeed.of(recipe.seed(), step));
          int width = WIDTHS[random.nextInt(WIDTHS.length)];
          return batch(write(writer, recipe.batchSize(), width, plain, random));
        },
        preparer);
  }

  private static List<WrittenLine> write(
      LineWriter writer, int count, int width, double plain, SplittableRandom random) {
    List<WrittenLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(writer.write(width, plain, random));
    }
    return lines;
  }

  private Batch batch(List<WrittenLine> lines) {
    int size = lines.getFirst().ink().ink().length;
    float[] input = new float[lines.size() * size];
    int[][] texts = new int[lines.size()][];
    for (int i = 0; i < texts.length; i++) {
      lines.get(i).ink().write(input, i * size);
      texts[i] = LineAlphabet.classesOf(lines.get(i).text());
    }
    architecture.normalization().apply(input, 0, input.length);
    return new Batch(input, lines.getFirst().ink().width(), texts);
  }

  private void finish(int epoch, double loss, Weights weights) {
    Model model = new Model(card(epoch, null), weights);
    LineScore score = validate(model, data, VALIDATION_LINES);
    if (!weights.areFinite()) {
      throw new Problem("problem.train.nan", epoch, 0);
    }
    Score measured =
        new Score(score.count(), score.lines(), score.loss(), null, score.digitsRight(), command());
    listener.onEpoch(epoch, loss, score, new Model(card(epoch, measured), weights));
  }

  /** How a model reads lines that are written with the held-out images of a data set. */
  public static LineScore validate(Model model, DataSet data, int count) {
    SplittableRandom random = new SplittableRandom(VALIDATION_SEED);
    LineWriter writer = new LineWriter(data.validation());
    LineScore score = LineScore.NONE;
    try (LineNetwork network = new LineNetwork(model)) {
      for (int i = 0; i < WIDTHS.length; i++) {
        List<WrittenLine> lines = write(writer, count / WIDTHS.length, WIDTHS[i], 0, random);
        List<GreyImage> inks = lines.stream().map(WrittenLine::ink).toList();
        List<double[][]> columns = network.columns(inks);
        for (int k = 0; k < lines.size(); k++) {
          score = score.with(lines.get(k).text(), columns.get(k));
        }
      }
    }
    return score;
  }

  private ModelCard card(int epoch, @Nullable Score validation) {
    return Training.card(name, architecture, recipe, data, epoch, null, validation);
  }

  private String command() {
    String command = Training.command(architecture, recipe, data);
    return from == null ? command : command + " --from " + from.card().name();
  }
}
