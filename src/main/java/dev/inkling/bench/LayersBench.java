package dev.inkling.bench;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.train.Training;
import dev.inkling.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** Measures what it costs a training that its layers are looked at. */
final class LayersBench {
  private static final int ROUNDS = 6;
  private static final int IMAGES = 6_000;

  /** Batches before the clock starts. */
  private static final int WARM_UP = 20;

  private static final long ROUND = 2_000_000_000L;

  private LayersBench() {}

  /** Speeds in turn: when nobody looks, when a run keeps it, and when somebody watches too. */
  static List<BenchRow> measure(List<String> architectures) {
    DataSet data = Synthetic.dataSet(IMAGES, 10);
    List<BenchRow> rows = new ArrayList<>();
    for (String name : architectures) {
      Architecture architecture = Architecture.named(name);
      new Watched(architecture, data, true, true).speed(); // Java compiles
      double[] kept = new double[ROUNDS];
      double[] watched = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        double[] speeds = new double[3];
        for (int i = 0; i < speeds.length; i++) {
          int which = (round + i) % speeds.length; // none is always the first
          speeds[which] = new Watched(architecture, data, which > 0, which > 1).speed();
        }
        kept[round] = speeds[1] / speeds[0];
        watched[round] = speeds[2] / speeds[0];
      }
      rows.add(BenchRow.of(name + "-layers-kept", "of its speed", kept));
      rows.add(BenchRow.of(name + "-layers-watched", "of its speed", watched));
    }
    return rows;
  }

  /** A run that ends after some seconds. */
  private static final class Watched implements TrainingListener {
    private final boolean isKept;
    private final boolean isWatched;
    private final Training training;
    private int batches;
    private long begin;
    private double perSecond;

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

    /** Batches a second. */
    double speed() {
      training.run();
      return perSecond;
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
      } else if (batches > WARM_UP && now - begin > ROUND) {
        perSecond = (batches - WARM_UP) * 1e9 / (now - begin);
        training.stop();
      }
      if (isWatched) {
        training.askForLayers();
      }
    }
  }
}
