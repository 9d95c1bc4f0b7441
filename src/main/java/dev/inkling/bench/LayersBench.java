package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures what it costs a training that its layers are looked at. */
final class LayersBench {
  private static final int ROUNDS = 6;

  /** When nobody looks, when a run keeps it, and when somebody watches too. */
  private static final List<String> WAYS = List.of("alone", "kept", "watched");

  private static final int IMAGES = 6_000;

  /** Batches before the clock starts. */
  private static final int WARM_UP = 20;

  private static final long ROUND = 2_000_000_000L;

  private LayersBench() {}

  /** Speeds in turn, of that when nobody looks. */
  static List<BenchRow> measure(List<String> architectures) {
    DataSet data = Synthetic.dataSet(IMAGES, 10);
    List<BenchRow> rows = new ArrayList<>();
    for (String name : architectures) {
      Architecture architecture = Architecture.named(name);
      new Watched(architecture, data, true, true).speed(); // Java compiles
      Speed[][] speeds = new Speed[WAYS.size()][ROUNDS];
      for (int i = 0; i < ROUNDS * WAYS.size(); i++) {
        int round = i / WAYS.size();
        int which = (round + i) % WAYS.size(); // none is always the first
        speeds[which][round] = new Watched(architecture, data, which > 0, which > 1).speed();
      }
      for (int which = 1; which < WAYS.size(); which++) {
        String work = name + "-layers-" + WAYS.get(which);
        Speed[] own = speeds[which];
        rows.add(row(work, "of its speed", own, speeds[0], Speed::perSecond));
        rows.add(row(work, "by processor time", own, speeds[0], Speed::perProcessorSecond));
      }
    }
    return rows;
  }

  private static BenchRow row(
      String work, String unit, Speed[] own, Speed[] alone, ToDoubleFunction<Speed> speed) {
    double[] parts =
        IntStream.range(0, own.length)
            .mapToDouble(i -> speed.applyAsDouble(own[i]) / speed.applyAsDouble(alone[i]))
            .toArray();
    return BenchRow.of(work, unit, parts);
  }

  /**
   * Batches of a run.
   *
   * @param perSecond by the clock on the wall
   * @param perProcessorSecond which others who compute on the same machine change less
   */
  private record Speed(double perSecond, double perProcessorSecond) {}

  /** A run that ends after some seconds. */
  private static final class Watched implements TrainingListener {
    private final boolean isKept;
    private final boolean isWatched;
    private final Training training;
    private int batches;
    private long begin;
    private Duration processor = Duration.ZERO;
    private @Nullable Speed speed;

    Watched(Architecture architecture, DataSet data, boolean isKept, boolean isWatched) {
      this.isKept = isKept;
      this.isWatched = isWatched;
      training =
          new Training(
              "bench", architecture, architecture.recipe().with(Watched::endless), data, this);
    }

    /** Without what Inkling writes besides, which takes longer than a round. */
    private static void endless(Recipe.Draft recipe) {
      recipe.epochs = Integer.MAX_VALUE;
      recipe.synthetic = 0;
      recipe.doodles = 0;
    }

    Speed speed() {
      training.run();
      return Objects.requireNonNull(speed);
    }

    private static Duration processorTime() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public boolean wantsLayers() {
      return isKept;
    }

    @Override
    public void onBatch(BatchMetrics metrics) {
      batches++;
      long now = System.nanoTime();
      if (batches == WARM_UP) {
        begin = now;
        processor = processorTime();
      } else if (batches > WARM_UP && now - begin > ROUND) {
        double count = (batches - WARM_UP) * 1e9;
        Duration taken = processorTime().minus(processor);
        speed = new Speed(count / (now - begin), count / taken.toNanos());
        training.stop();
      }
      if (isWatched) {
        training.askForLayers();
      }
    }
  }
}
