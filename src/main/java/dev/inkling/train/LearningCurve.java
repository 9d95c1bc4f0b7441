package dev.inkling.train;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.text.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * How much is read right after learning from few, more and all images of a data set: {@value
 * #SIZES} sizes with {@value #SEEDS} seeds each, of {@code sprint}, measured on the images that are
 * held out for choices. The first seed has all sizes before the next begins: there is a whole curve
 * after a third of the time.
 */
public final class LearningCurve {
  /** Sizes that are measured, at most. */
  public static final int SIZES = 8;

  /** Networks of each size: other images, other initial weights. */
  public static final int SEEDS = 3;

  /** From the fewest images to all of them. */
  private static final int RATIO = 500;

  /** Fewest images of a class in the smallest size, on the average. */
  private static final int OF_CLASS = 2;

  private final QuickNetwork network;
  private final DataSet data;
  private final Consumer<Measured> listener;
  private final DoubleConsumer progress;
  private final Gate gate = new Gate();

  /**
   * One network's result.
   *
   * @param images that it learned from
   * @param seed of their choice, of its weights and of its steps, 1…{@value #SEEDS}
   * @param accuracy part of the images held out that it reads right, 0…1
   */
  public record Measured(int images, int seed, double accuracy) {}

  /**
   * Nothing is measured yet.
   *
   * @param network that learns
   * @param listener hears of each result, on the thread that measures
   * @param progress hears what part is done, 0…1, likewise
   * @throws Problem when there are too few images
   */
  public LearningCurve(
      QuickNetwork network, DataSet data, Consumer<Measured> listener, DoubleConsumer progress) {
    if (sizes(data).size() < 2) {
      throw new Problem("problem.curve.few", data.train().count());
    }
    this.network = network;
    this.data = data;
    this.listener = listener;
    this.progress = progress;
  }

  /** The sizes that are measured: the same step from each to the next on a logarithmic axis. */
  public static List<Integer> sizes(DataSet data) {
    int all = data.train().count();
    int fewest = Math.max(all / RATIO, OF_CLASS * data.classes().size());
    return all < fewest
        ? List.of()
        : IntStream.range(0, SIZES)
            .map(i -> (int) Math.round(fewest * Math.pow((double) all / fewest, i / (SIZES - 1.0))))
            .distinct()
            .boxed()
            .toList();
  }

  /** Asks to stop, from any thread. */
  public void stop() {
    gate.stop();
  }

  /** Measures; false when it was stopped. */
  public boolean run() {
    List<Integer> sizes = sizes(data);
    double all = SEEDS * sizes.stream().mapToDouble(network::work).sum();
    double[] before = {0};
    for (int seed = 1; seed <= SEEDS; seed++) {
      int[] order = shuffled(data.train().count(), seed);
      for (int size : sizes) {
        double work = network.work(size);
        Digits some = data.train().only(IntStream.range(0, size).map(i -> order[i]).toArray());
        Optional<Model> model =
            network.train(
                some, seed, done -> progress.accept((before[0] + done * work) / all), gate);
        if (model.isEmpty()) {
          return false;
        }
        before[0] += work;
        listener.accept(new Measured(size, seed, accuracy(model.get())));
      }
    }
    return true;
  }

  private double accuracy(Model model) {
    try (Classifier classifier = new Classifier(model)) {
      return Evaluation.of(classifier, data.validation(), _ -> {}).accuracy();
    }
  }

  /** 0…n−1 in random order (Fisher and Yates): the fewer images of a seed are among the more. */
  private static int[] shuffled(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
