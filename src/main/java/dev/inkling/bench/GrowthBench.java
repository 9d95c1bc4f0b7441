package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.file.Folders;
import dev.inkling.layer.Conv;
import dev.inkling.layer.Dense;
import dev.inkling.layer.Layer;
import dev.inkling.layer.Pool;
import dev.inkling.layer.Relu;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.Network;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how time and memory grow: of a training with images, epochs, filters and classes, and of
 * what is {@linkplain CollectionGrowth kept}.
 */
final class GrowthBench {
  private static final Architecture LENET = Architecture.named("lenet5-relu");
  private static final int IMAGES = 10_240;
  private static final int MICROS = 1_000_000;

  /** Epochs of whatever does not grow by epochs. */
  private static final int EPOCHS = 2;

  /** After one in so many of its epochs a process has what it needs. */
  private static final int WARM = 10;

  private final int part;
  private final Digits images;

  /**
   * Measures at sizes that are a part of the real ones.
   *
   * @param part the sizes' divisor: 1 but in tests
   */
  GrowthBench(int part) {
    this.part = part;
    images = Synthetic.digits(IMAGES / part * 6 / 5, 1); // a sixth is held out
  }

  /** All of it, in a folder that is deleted when it is done. */
  List<BenchRow> measure() throws IOException {
    Path folder = Files.createTempDirectory("inkling-growth");
    try {
      List<BenchRow> rows = new ArrayList<>(memory());
      rows.addAll(time());
      rows.addAll(new CollectionGrowth(folder, part).measure());
      return rows;
    } finally {
      Folders.delete(folder);
    }
  }

  /** From what takes little to what takes much. */
  private List<BenchRow> memory() throws IOException {
    int few = IMAGES / 8 / part;
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(
        new Growth("memory-by-classes", "MB", List.of(10, 40, 100))
            .measureOnce(k -> run(LENET.withClasses(k), data(few, k), 1).megabytes));
    rows.addAll(
        new Growth("memory-by-filters", "MB", List.of(16, 32, 64))
            .measureOnce(filters -> run(convolutions(filters), data(few, 10), 1).megabytes));
    rows.addAll(
        new Growth("memory-by-images", "MB", sizes(IMAGES / 4, IMAGES / 2, IMAGES))
            .measureOnce(count -> run(LENET, data(count, 10), 1).megabytes));
    Run many = run(LENET, data(few, 10), 100 / Math.min(part, WARM));
    rows.add(BenchRow.of("memory-over-100-epochs", "MB more", many.megabytes - many.whenWarm));
    rows.add(BenchRow.of("memory-training", "MB", many.megabytes));
    return rows;
  }

  private List<BenchRow> time() throws IOException {
    int some = IMAGES / 4 / part;
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(
        new Growth("time-by-images", "µs/image", sizes(IMAGES / 4, IMAGES / 2, IMAGES))
            .measure(count -> run(LENET, data(count, 10), EPOCHS).seconds * MICROS / count));
    rows.addAll(
        new Growth("time-by-epochs", "ms/epoch", List.of(2, 4, 8))
            .measure(epochs -> run(LENET, data(some, 10), epochs).seconds * 1e3 / epochs));
    rows.addAll(
        new Growth("time-by-filters", "ms/10⁹", List.of(16, 32, 64))
            .measure(filters -> forArithmetic(convolutions(filters), some / 2)));
    rows.addAll(
        new Growth("time-by-classes", "µs/image·class", List.of(10, 40, 100))
            .measure(
                k -> run(LENET.withClasses(k), data(some, k), EPOCHS).seconds * MICROS / some / k));
    return rows;
  }

  /** Milliseconds of training for 10⁹ additions and multiplications. */
  private double forArithmetic(Architecture network, int count) {
    double operations = (double) Network.trainingOperations(network.layers()) * count;
    return run(network, data(count, 10), 1).seconds * 1e12 / operations;
  }

  private List<Integer> sizes(int... whole) {
    return IntStream.of(whole).map(size -> size / part).boxed().toList();
  }

  /** As many images to train on, of as many classes, which mean nothing. */
  private DataSet data(int count, int classes) {
    Digits some = images.range(0, count * 6 / 5);
    byte[] labels = new byte[some.count()];
    byte[] pixels = new byte[some.count() * Digits.PIXELS];
    System.arraycopy(some.pixels(), 0, pixels, 0, pixels.length);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % classes);
    }
    List<String> names = IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
    Digits named = new Digits(pixels, labels, names);
    return DataSet.split("growth", named, named.range(0, 10));
  }

  /** Two layers of filters, of which twice as many are four times the arithmetic. */
  private static Architecture convolutions(int filters) {
    Layer convolution = new Conv(filters, 3, 1);
    Layer relu = new Relu();
    Layer pooling = new Pool(true, 2);
    List<Layer> layers =
        List.of(convolution, relu, pooling, convolution, relu, pooling, new Dense(10));
    return new Architecture("filters", Normalization.NONE, layers, LENET.recipe());
  }

  private static Run run(Architecture network, DataSet data, int epochs) {
    Recipe recipe = new Recipe(epochs, 128, Recipe.Optimizer.ADAM, 1e-4);
    Run run = new Run(epochs);
    new Training("bench", network, recipe, data, run).run();
    return run;
  }

  /** What a training took. */
  private static final class Run implements TrainingListener {
    private final int epochs;
    private double seconds;
    private double whenWarm;
    private double megabytes;

    Run(int epochs) {
      this.epochs = epochs;
    }

    @Override
    public void onEpoch(EpochMetrics metrics, Model model) {
      seconds += metrics.seconds();
      if (metrics.epoch() == epochs / WARM) {
        whenWarm = Memory.megabytes();
      }
      if (metrics.epoch() == epochs) {
        megabytes = Memory.megabytes();
      }
    }
  }
}
