package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.Doodles;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.evaluate.BeforeAfter;
import dev.inkling.evaluate.Calibrator;
import dev.inkling.evaluate.Predictions;
import dev.inkling.model.Backend;
import dev.inkling.model.Classifier;
import dev.inkling.model.Confidence;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.model.Recipe;
import dev.inkling.model.Twins;
import dev.inkling.model.Weights;
import dev.inkling.text.Problem;
import dev.inkling.train.Checkpoint.Best;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the drawings of one person, on a copy of a network, and measures what that brings and what
 * it costs: on the drawings by cross-validation, so that each is judged by a network that did not
 * learn from it, and on MNIST's test images, where they are on this machine. On the thread that
 * calls {@link #run}, in seconds.
 */
public final class HandTraining {
  /** Of all the time, what is not measuring MNIST's test images. */
  private static final double LEARNING = 0.7;

  /** Drawings of no digit that say where the network must refuse. */
  private static final int OTHERS = 500;

  /** How sure a network is that contradicts a label. */
  private static final double SURE = 0.9;

  /** Drawings of a class that show how the hand writes it. */
  private static final int ENOUGH = 3;

  private final Task task;
  private final HandRecipe recipe;
  private final Listener listener;
  private final Gate gate = new Gate();
  private volatile boolean areWeightsWanted;

  /**
   * What is to be learned.
   *
   * @param from the network that is to learn; it stays as it is
   * @param own drawings with their right labels, at least one
   * @param mnist images that must not be forgotten; null where they are not on this machine, then
   *     digits that Inkling writes must do
   * @param name of the model that comes out
   * @param writer whose drawings they are; null where nobody said
   */
  public record Task(
      Model from, List<Kept> own, @Nullable DataSet mnist, String name, @Nullable String writer) {
    public Task {
      own = List.copyOf(own);
      if (own.isEmpty()) {
        throw new Problem("problem.drawings.none");
      }
      if (!from.card().areDigits()) {
        throw new Problem("problem.model.noDigits", from.card().name());
      }
    }
  }

  /** Hears how it goes, from the thread that learns. */
  public interface Listener {
    /**
     * How much of all is done, measuring included.
     *
     * @param part 0…1, rising
     */
    default void onProgress(double part) {}

    /** The network as it is now, after {@link HandTraining#askForWeights}. */
    default void onWeights(Model model) {}
  }

  /**
   * What came of it.
   *
   * @param model that has learned; its card says from what
   * @param own how the drawings were read before, and after by networks that learned from the
   *     others; in the order of {@link Task#own}
   * @param doubted indices of drawings that are surely something else than they are said to be, and
   *     were not learned from, rising
   * @param mnist how its test images were read before and after; null where they are not here
   * @param seconds that all of it took
   */
  public record Learned(
      Model model, BeforeAfter own, int[] doubted, @Nullable BeforeAfter mnist, double seconds) {}

  /** A training that has not begun, by the usual recipe. */
  public HandTraining(Task task, Listener listener) {
    this(task, HandRecipe.forDrawings(task.own.size()), listener);
  }

  /** Likewise, by another recipe. */
  public HandTraining(Task task, HandRecipe recipe, Listener listener) {
    this.task = task;
    this.recipe = recipe;
    this.listener = listener;
  }

  /** Asks the training to end soon; safe from any thread, as the next is. */
  public void stop() {
    gate.stop();
  }

  /** Asks for {@link Listener#onWeights} after the present step. */
  public void askForWeights() {
    areWeightsWanted = true;
  }

  /**
   * Learns and measures.
   *
   * @return nothing when it was stopped
   * @throws Problem when the loss is no longer a number
   */
  public Optional<Learned> run() {
    long begin = System.nanoTime();
    try {
      Lesson lesson = new Lesson();
      BeforeAfter own = crossValidated(lesson);
      int[] doubted = doubted(own);
      Model model = lesson.model(doubted);
      BeforeAfter mnist =
          task.mnist == null ? null : onTest(task.mnist, model, lesson.tail.frozen());
      told(1);
      double seconds = (System.nanoTime() - begin) / 1e9;
      return Optional.of(new Learned(model, own, doubted, mnist, seconds));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private BeforeAfter crossValidated(Lesson lesson) {
    Digits digits = DrawingStore.digits(task.own);
    float[][] after = new float[digits.count()][];
    for (int fold = 0; fold < recipe.folds(); fold++) {
      int[] judged = lesson.examples.in(fold);
      if (judged.length > 0) {
        int[] others = lesson.examples.without(fold);
        Weights weights =
            others.length == 0 ? task.from.weights() : lesson.learn(others, fold, false);
        float[][] read =
            read(new Model(task.from.card(), weights), DataSource.DRAWINGS, digits).probabilities();
        for (int i : judged) {
          after[i] = read[i];
        }
      }
    }
    return new BeforeAfter(
        read(task.from, DataSource.DRAWINGS, digits),
        new Predictions(task.name, DataSource.DRAWINGS, digits, after));
  }

  /**
   * Drawings with a slip in their label: the network was sure of another class, and is still after
   * it learned from others of both. What a hand writes in a way of its own is no such thing, since
   * the others of its class are written so too.
   */
  private static int[] doubted(BeforeAfter own) {
    return IntStream.range(0, own.count()).filter(i -> isDoubted(own, i)).toArray();
  }

  private static boolean isDoubted(BeforeAfter own, int i) {
    int label = own.before().label(i);
    int read = own.after().predicted(i);
    return read != label
        && own.before().predicted(i) == read
        && own.before().confidence(i) > SURE
        && own.after().confidence(i) > SURE
        && own.of(label).count() >= ENOUGH
        && own.of(read).rightAfter() >= ENOUGH - 1;
  }

  private BeforeAfter onTest(DataSet mnist, Model model, int frozen) {
    told(LEARNING);
    Digits test = mnist.test();
    float[][][] read =
        read(model, frozen, test, done -> told(LEARNING + (1 - LEARNING) * done / test.count()));
    return new BeforeAfter(
        new Predictions(task.from.card().name(), mnist.name(), test, read[0]),
        new Predictions(task.name, mnist.name(), test, read[1]));
  }

  /** What the network says before and after. */
  private float[][][] read(Model model, int frozen, Digits digits, IntConsumer progress) {
    if (frozen > 0) {
      try (Twins both = new Twins(task.from, model, frozen)) {
        return both.probabilities(digits, progress);
      }
    }
    return new float[][][] {
      read(task.from, "", digits).probabilities(), read(model, "", digits).probabilities()
    };
  }

  private Predictions read(Model model, String data, Digits digits) {
    try (Classifier classifier = new Classifier(model)) {
      return Predictions.of(classifier, data, digits, _ -> goOn());
    }
  }

  private void goOn() {
    if (!gate.pass()) {
      throw new CancellationException();
    }
  }

  private void told(double part) {
    goOn();
    listener.onProgress(part);
  }

  /** The network that learns, from all drawings or from some. */
  private final class Lesson {
    private final Tail tail = new Tail(task.from, recipe.trained());
    final HandExamples examples = new HandExamples(task, recipe, tail);

    /** The network that has learned from all drawings but some. */
    Model model(int[] without) {
      int[] own =
          IntStream.range(0, task.own.size())
              .filter(i -> Arrays.binarySearch(without, i) < 0)
              .toArray();
      ModelCard card = card();
      Model learned = new Model(card, learn(own, recipe.folds(), true));
      return new Model(card.calibrated(confidence(learned)), learned.weights());
    }

    private Confidence confidence(Model learned) {
      Confidence known = task.from.card().confidence();
      if (known.leastForDigit() == 0) {
        return known;
      }
      Digits others = Doodles.variedDigits(OTHERS, recipe.seed() + 1);
      float[][][] read = read(learned, tail.frozen(), others, _ -> goOn());
      return Calibrator.keep(known, read[0], read[1]);
    }

    /**
     * The weights of the whole network after it has learned from some drawings.
     *
     * @param turn how many times something was learned before, for the progress
     * @param isShown true when others may look on
     */
    Weights learn(int[] own, int turn, boolean isShown) {
      try (Backend network = tail.backend()) {
        Optimizer optimizer = optimizer();
        SplittableRandom random = new SplittableRandom(recipe.seed());
        for (int step = 0; step < recipe.steps(); step++) {
          told(LEARNING * (turn + (double) step / recipe.steps()) / (1 + recipe.folds()));
          step(network, optimizer, examples.batch(own, random), step);
          if (isShown && areWeightsWanted) {
            areWeightsWanted = false;
            listener.onWeights(new Model(card(), tail.whole(network.weights())));
          }
        }
        return tail.whole(network.weights());
      }
    }

    private Optimizer optimizer() {
      return new Optimizer(
          new Recipe(1, 1, Recipe.Optimizer.MOMENTUM, recipe.rate()),
          new Checkpoint(0, 0, Best.NONE, tail.weights(), new Weights(Map.of())));
    }

    private void step(Backend network, Optimizer optimizer, Examples batch, int step) {
      CrossEntropy loss = new CrossEntropy(batch.targets(), Digits.CLASSES);
      network.backward(batch.features(), batch.count(), loss::gradient);
      double progress = (step + 0.5) / recipe.steps();
      optimizer.step(network, recipe.rate() * Recipe.Schedule.COSINE.factor(progress));
      if (!Double.isFinite(loss.mean())) {
        throw new Problem("problem.train.nan", 1, step + 1);
      }
    }

    private ModelCard card() {
      Tuned how = new Tuned(task.from.card().name(), task.writer, task.own.size(), tail.frozen());
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      return task.from.card().tuned(task.name, how, now, EngineSetup.description());
    }
  }
}
