package dev.inkling.train;

import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.evaluate.Predictions;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Backend;
import dev.inkling.model.Beginning;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelCard.Tuned;
import dev.inkling.model.Network;
import dev.inkling.model.OwnStrokes;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Init;
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
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Teaches a network signs that somebody drew a few times: what its first layers see stays, what
 * follows learns, and the last layer is a new one. On the thread that calls it, in seconds.
 */
public final class SignTraining {
  private final Task task;
  private final SignRecipe recipe;
  private final DoubleConsumer progress;
  private final Gate gate = new Gate();

  /**
   * What is to be learned.
   *
   * @param from the network that is to learn; it stays as it is
   * @param drawings with labels that count the classes, at least one of each
   * @param classes names of the signs
   * @param name of the model that comes out
   * @param data by which the drawings are found again
   */
  public record Task(
      Model from, List<Kept> drawings, List<String> classes, String name, String data) {
    public Task {
      drawings = List.copyOf(drawings);
      classes = List.copyOf(classes);
      for (int label = 0; label < classes.size(); label++) {
        int wanted = label;
        if (drawings.stream().noneMatch(kept -> kept.label() == wanted)) {
          throw new Problem("problem.signs.undrawn", classes.get(label));
        }
      }
    }

    /** The network with a last layer for the signs, before it learned them. */
    private Model beginning(long seed) {
      Architecture network = Architecture.of(from.card());
      List<Layer> layers = network.withClasses(classes.size()).layers();
      return new Model(
          from.card().of(classes, layers, Network.parameterCount(layers)),
          Beginning.weights(from, network, classes, Init.DEFAULT, seed));
    }
  }

  /** A training that has not begun, by the usual recipe; hears of progress, 0…1. */
  public SignTraining(Task task, DoubleConsumer progress) {
    this(task, SignRecipe.USUAL, progress);
  }

  SignTraining(Task task, SignRecipe recipe, DoubleConsumer progress) {
    this.task = task;
    this.recipe = recipe;
    this.progress = progress;
  }

  /** Asks for an end soon; safe from any thread. */
  public void stop() {
    gate.stop();
  }

  /**
   * Learns from all drawings.
   *
   * @return nothing when it was stopped
   * @throws Problem when the loss is no longer a number
   */
  public Optional<Model> learn() {
    try {
      Lesson lesson = new Lesson();
      Weights weights = lesson.learn(IntStream.range(0, task.drawings.size()).toArray(), 0, 1);
      return Optional.of(new Model(lesson.card(), weights, OwnStrokes.of(task.drawings)));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /**
   * Measures how well these drawings can be learned: each is read by a network that learned from
   * others alone. Takes some times as long as {@link #learn}.
   *
   * @return in the order of the task's drawings; nothing when it was stopped
   */
  public Optional<Predictions> judge() {
    try {
      Lesson lesson = new Lesson();
      Digits digits = DrawingStore.digits(task.drawings, task.classes);
      Folds folds = Folds.byLabel(labels(), recipe.folds());
      float[][] read = new float[digits.count()][];
      for (int fold = 0; fold < recipe.folds(); fold++) {
        int turn = fold;
        folds.judge(fold, (others, judged) -> judge(lesson, others, turn, judged), read);
      }
      return Optional.of(new Predictions(task.name, task.data, digits, read));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private int[] labels() {
    return task.drawings.stream().mapToInt(Kept::label).toArray();
  }

  private float[][] judge(Lesson lesson, int[] others, int turn, int[] judged) {
    Weights weights = lesson.learn(others, turn, recipe.folds());
    List<Kept> drawings = drawings(judged);
    Digits digits = DrawingStore.digits(drawings, task.classes);
    try (Classifier classifier = new Classifier(new Model(lesson.card(), weights))) {
      float[][] read = Predictions.of(classifier, task.data, digits, _ -> goOn()).probabilities();
      return OwnStrokes.of(drawings(others)).weigh(drawings, read);
    }
  }

  private List<Kept> drawings(int[] some) {
    return Arrays.stream(some).mapToObj(task.drawings::get).toList();
  }

  private void goOn() {
    if (!gate.pass()) {
      throw new CancellationException();
    }
  }

  /** The network that learns, from all drawings or from some. */
  private final class Lesson {
    private final Model begun = task.beginning(recipe.seed());
    private final Tail tail = new Tail(begun, recipe.trained());
    private final Examples examples;
    private final int each = recipe.variantsOf(task.drawings.size());

    Lesson() {
      float[] input = new Variants(task.drawings, task.classes, each, recipe.seed()).input();
      begun.card().normalization().apply(input, 0, input.length);
      int count = task.drawings.size() * each;
      float[] targets = new float[count * task.classes.size()];
      for (int i = 0; i < count; i++) {
        targets[i * task.classes.size() + task.drawings.get(i / each).label()] = 1;
      }
      examples = new Examples(count, tail.width(), tail.features(input, count), targets);
    }

    ModelCard card() {
      Tuned how = new Tuned(task.from.card().name(), null, task.drawings.size(), tail.frozen(), 0);
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      return begun.card().tuned(task.name, how, now, EngineSetup.description());
    }

    /**
     * The weights of the whole network after it has learned from some drawings; from none it learns
     * nothing.
     *
     * @param turn which it is of so many
     */
    Weights learn(int[] drawings, int turn, int turns) {
      if (drawings.length == 0) {
        return begun.weights();
      }
      try (Backend network = tail.backend()) {
        Optimizer optimizer =
            new Optimizer(
                new Recipe(1, 1, Recipe.Optimizer.MOMENTUM, recipe.rate()),
                new Checkpoint(0, 0, Best.NONE, tail.weights(), new Weights(Map.of())));
        SplittableRandom random = new SplittableRandom(recipe.seed());
        for (int step = 0; step < recipe.steps(); step++) {
          goOn();
          progress.accept((turn + (double) step / recipe.steps()) / turns);
          step(network, optimizer, batch(drawings, random), step);
        }
        return tail.whole(network.weights());
      }
    }

    private Examples batch(int[] drawings, SplittableRandom random) {
      Examples batch = Examples.empty(recipe.batch(), tail.width(), task.classes.size());
      for (int k = 0; k < recipe.batch(); k++) {
        int drawing = drawings[random.nextInt(drawings.length)];
        examples.copy(drawing * each + random.nextInt(each), batch, k);
      }
      return batch;
    }

    private void step(Backend network, Optimizer optimizer, Examples batch, int step) {
      CrossEntropy loss = new CrossEntropy(batch.targets(), task.classes.size());
      network.backward(batch.features(), batch.count(), loss::gradient);
      double done = (step + 0.5) / recipe.steps();
      optimizer.step(network, recipe.rate() * Recipe.Schedule.COSINE.factor(done));
      if (!Double.isFinite(loss.mean())) {
        throw new Problem("problem.train.nan", 1, step + 1);
      }
    }
  }
}
