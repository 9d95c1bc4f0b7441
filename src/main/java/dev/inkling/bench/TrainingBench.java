package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.Recipe;
import dev.inkling.recognize.Recognizer;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Measures training: how quick it is, and what it does to a recognition beside it. */
final class TrainingBench {
  private static final int ROUNDS = 5;
  private static final long SECOND = 1_000_000_000;

  /** What trains where only time or memory counts. */
  private static final String ARCHITECTURE = "lenet5-relu";

  /** Recognitions a second beside a training, and how many in a round: four seconds of them. */
  private static final int RATE = 60;

  private static final int RECOGNITIONS = 4 * RATE;
  private static final int IMAGES = 2_560;

  private TrainingBench() {}

  /**
   * Seconds of training that {@code sprint} takes to its end with other seeds; what it reads then.
   */
  static List<BenchRow> sprint(DataSet data) {
    double[] seconds = new double[ROUNDS];
    double[] accuracies = new double[ROUNDS];
    Architecture architecture = Architecture.named("sprint");
    for (int i = 0; i < ROUNDS; i++) {
      int round = i;
      Recipe recipe = architecture.recipe().with(r -> r.seed = round + 1L);
      Model[] last = new Model[1];
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void onEpoch(EpochMetrics metrics, Model model) {
              seconds[round] += metrics.seconds();
              last[0] = model;
            }
          };
      new Training("bench", architecture, recipe, data, listener).run();
      try (Classifier classifier = new Classifier(last[0])) {
        accuracies[i] = 100 * Evaluation.of(classifier, data.test(), done -> {}).accuracy();
      }
    }
    return List.of(
        BenchRow.of("sprint-training", "s", seconds),
        BenchRow.of("sprint-test-accuracy", "%", accuracies));
  }

  /** Recognitions while a run trains at full speed, and what that costs the run. */
  static List<BenchRow> recognitionBeside(Classifier classifier) {
    EndlessRun run = new EndlessRun();
    run.begin();
    double[] ratios = new double[ROUNDS];
    double[] latencies = new double[ROUNDS * RECOGNITIONS];
    for (int round = 0; round < ROUNDS; round++) {
      int from = round * RECOGNITIONS;
      double alone = run.speedDuring(() -> LockSupport.parkNanos(RECOGNITIONS * SECOND / RATE));
      double beside = run.speedDuring(() -> recognize(classifier, latencies, from));
      ratios[round] = beside / alone;
    }
    run.end();
    return List.of(
        BenchRow.of("recognition-in-training", "ms", latencies),
        BenchRow.of("training-beside-recognition", "of its speed", ratios));
  }

  /** A round of recognitions, whose milliseconds go into an array from a place on. */
  private static void recognize(Classifier classifier, double[] latencies, int from) {
    SplittableRandom random = new SplittableRandom(from);
    long begin = System.nanoTime();
    for (int i = 0; i < RECOGNITIONS; i++) {
      Drawing drawing = Synthetic.drawing(random.nextInt(10), random);
      LockSupport.parkNanos(begin + i * SECOND / RATE - System.nanoTime());
      long asked = System.nanoTime();
      Recognizer.recognize(drawing, classifier);
      latencies[from + i] = (System.nanoTime() - asked) / 1e6;
    }
  }

  /** A run on a thread of its own that counts the images it trains on. */
  private static final class EndlessRun implements TrainingListener {
    private final Training training = training(IMAGES, Integer.MAX_VALUE, this);
    private final Thread thread = new Thread(training::run, "training");
    private final CompletableFuture<Void> isWarm = new CompletableFuture<>();
    private volatile long examples;

    @Override
    public void onBatch(BatchMetrics metrics) {
      examples = metrics.examples();
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      isWarm.complete(null);
    }

    void begin() {
      thread.start();
      isWarm.join();
    }

    /** Images a second while something else is done. */
    double speedDuring(Runnable work) {
      long begin = System.nanoTime();
      long before = examples;
      work.run();
      return (double) (examples - before) / (System.nanoTime() - begin) * SECOND;
    }

    void end() {
      training.stop();
    }
  }

  private static Training training(int images, int epochs, TrainingListener listener) {
    Recipe recipe = new Recipe(epochs, 128, Recipe.Optimizer.ADAM, 1e-4);
    DataSet data = Synthetic.dataSet(images * 6 / 5, 10); // a sixth is held out
    return new Training("bench", Architecture.named(ARCHITECTURE), recipe, data, listener);
  }
}
