package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Fingerprint;
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
import dev.inkling.model.OwnStrokes;
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
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Of what was learned of drawings with strokes, the part that is taken back. */
  private static final double SPARED = 0.5;

  /** How sure a network is that contradicts a label. */
  private static final double SURE = 0.9;

  /** Drawings of a class that show how the hand writes it. */
  private static final int ENOUGH = 3;

  private final Task task;
  private final HandRecipe recipe;
  private final Listener listener;
  private final Gate gate = new Gate();
  private volatile boolean areWeightsWanted;

  /** Steps that the listener has heard of. */
  private int told;

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
   * Gets ready to learn hands with a network, so that the next {@link #run} need not: while
   * somebody still draws, for example. Takes some seconds.
   *
   * @param mnist as in {@link Task}
   */
  public static void prepare(Model from, @Nullable DataSet mnist) {
    Known known = Known.of(from, mnist, HandRecipe.forDrawings(1));
    if (mnist != null && known.test() == null) {
      try (Classifier classifier = new Classifier(from)) {
        known.setTest(Predictions.of(classifier, mnist.name(), mnist.test(), _ -> {}));
      }
    }
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
      goOn();
      Lesson lesson = new Lesson();
      lesson.learnAll();
      BeforeAfter own = lesson.own();
      int[] doubted = doubted(own);
      Model model = lesson.model(doubted);
      BeforeAfter mnist = task.mnist == null ? null : onTest(task.mnist, model, lesson.known);
      told(1);
      double seconds = (System.nanoTime() - begin) / 1e9;
      return Optional.of(new Learned(model, own, doubted, mnist, seconds));
    } catch (CancellationException e) {
      return Optional.empty();
    }
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

  /** What was read before is read once; where it is not known, both at once are quicker. */
  private BeforeAfter onTest(DataSet mnist, Model model, Known known) {
    Digits test = mnist.test();
    IntConsumer progress = done -> told(LEARNING + (1 - LEARNING) * done / test.count());
    progress.accept(0);
    Predictions before = known.test();
    if (before != null) {
      return new BeforeAfter(before, read(model, mnist.name(), test, progress));
    }
    BeforeAfter both = both(mnist.name(), test, model, known.tail().frozen(), progress);
    known.setTest(both.before());
    return both;
  }

  private BeforeAfter both(
      String data, Digits digits, Model model, int frozen, IntConsumer progress) {
    if (frozen == 0) {
      return new BeforeAfter(
          read(task.from, data, digits, _ -> goOn()), read(model, data, digits, progress));
    }
    try (Twins both = new Twins(task.from, model, frozen)) {
      float[][][] read = both.probabilities(digits, progress);
      return new BeforeAfter(
          new Predictions(task.from.card().name(), data, digits, read[0]),
          new Predictions(task.name, data, digits, read[1]));
    }
  }

  private static Predictions read(Model model, String data, Digits digits, IntConsumer progress) {
    try (Classifier classifier = new Classifier(model)) {
      return Predictions.of(classifier, data, digits, progress);
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

  /** A step of one of those that learn at a time is done. */
  private void told(AtomicInteger steps, int all) {
    goOn();
    int done = steps.incrementAndGet();
    synchronized (steps) {
      if (done > told) {
        told = done;
        listener.onProgress(LEARNING * done / all);
      }
    }
  }

  /** The network that learns, from all drawings and for each fold from the others. */
  private final class Lesson {
    final Known known = Known.of(task.from, task.mnist, recipe);
    private final HandExamples examples = new HandExamples(task.from, task.own, recipe, known);
    private final Folds folds =
        Folds.byLabel(task.own.stream().mapToInt(Kept::label).toArray(), recipe.folds());
    private final float[][] after = new float[task.own.size()][];
    private final AtomicInteger steps = new AtomicInteger();

    /** Computed once: a card is made each time that somebody looks on. */
    private final String fingerprint = Fingerprint.of(task.own);

    private Weights learned = new Weights(Map.of());

    /** All of them at the same time: each alone would leave the processors waiting. */
    void learnAll() {
      IntStream.rangeClosed(0, folds.count())
          .parallel()
          .forEach(
              fold -> {
                if (fold == folds.count()) {
                  learned = learn(IntStream.range(0, task.own.size()).toArray(), true);
                } else {
                  folds.judge(fold, this::judge, after);
                }
              });
    }

    private float[][] judge(int[] others, int[] judged) {
      Weights weights = others.length == 0 ? task.from.weights() : learn(others, false);
      List<Kept> drawings = drawings(judged);
      Model network = new Model(task.from.card(), weights);
      return read(network, strokes(others), drawings, DrawingStore.digits(drawings));
    }

    private List<Kept> drawings(int[] some) {
      return Arrays.stream(some).mapToObj(task.own::get).toList();
    }

    private float[][] read(Model network, OwnStrokes strokes, List<Kept> drawings, Digits digits) {
      return strokes.weigh(
          drawings, HandTraining.read(network, "", digits, _ -> goOn()).probabilities());
    }

    /** How the drawings were read, and are read by what did not learn them. */
    BeforeAfter own() {
      Digits digits = DrawingStore.digits(task.own);
      float[][] before = read(task.from, task.from.own(), task.own, digits);
      return new BeforeAfter(
          new Predictions(task.from.card().name(), DataSource.DRAWINGS, digits, before),
          new Predictions(task.name, DataSource.DRAWINGS, digits, after));
    }

    /** The network that has learned from all drawings but some. */
    Model model(int[] without) {
      int[] all = without(without);
      if (without.length > 0) {
        learned = learn(all, true);
      }
      Model model = new Model(card(without.length), learned, strokes(all));
      return model.with(model.card().calibrated(confidence(model)));
    }

    private OwnStrokes strokes(int[] some) {
      return task.from.own().with(drawings(some));
    }

    private int[] without(int[] some) {
      return IntStream.range(0, task.own.size())
          .filter(i -> Arrays.binarySearch(some, i) < 0)
          .toArray();
    }

    private Confidence confidence(Model model) {
      Confidence before = task.from.card().confidence();
      List<Kept> others = known.others();
      if (others.isEmpty()) {
        return before;
      }
      return Calibrator.keep(
          before,
          task.from.own().weigh(others, known.ofOthers()),
          read(model, model.own(), others, known.othersSeen()));
    }

    /**
     * The weights of the whole network after it has learned from some drawings.
     *
     * @param isShown true when others may look on
     */
    private Weights learn(int[] own, boolean isShown) {
      Tail tail = known.tail();
      try (Backend network = tail.backend()) {
        Optimizer optimizer = optimizer(tail);
        SplittableRandom random = new SplittableRandom(recipe.seed());
        Examples batch = examples.room();
        for (int step = 0; step < recipe.steps(); step++) {
          told(steps, recipe.steps() * (1 + recipe.folds()));
          examples.fill(batch, own, random);
          step(network, optimizer, batch, step);
          if (isShown && areWeightsWanted) {
            areWeightsWanted = false;
            listener.onWeights(new Model(card(0), whole(network, own), strokes(own)));
          }
        }
        return whole(network, own);
      }
    }

    /**
     * The whole network, not all the way from what it was: where strokes have a say, too, half of
     * what it learned of them is enough, and half as much is forgotten (Wortsman et al., "Robust
     * fine-tuning of zero-shot models", 2022).
     */
    private Weights whole(Backend network, int[] own) {
      List<Kept> drawings = drawings(own);
      double drawn = drawings.stream().filter(kept -> kept.image() == null).count();
      double part = 1 - SPARED * drawn / drawings.size();
      return known.tail().whole(known.tail().weights().toward(network.weights(), part));
    }

    private Optimizer optimizer(Tail tail) {
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

    private ModelCard card(int leftOut) {
      Tuned how =
          new Tuned(
              task.from.card().name(),
              task.writer,
              task.own.size(),
              known.tail().frozen(),
              0,
              leftOut,
              fingerprint);
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      return task.from.card().tuned(task.name, how, now, EngineSetup.description());
    }
  }
}
