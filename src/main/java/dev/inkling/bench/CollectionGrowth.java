package dev.inkling.bench;

import dev.inkling.chart.Axes;
import dev.inkling.chart.ChartCaptions;
import dev.inkling.chart.Curve;
import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.PngChart;
import dev.inkling.chart.Points;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.run.BatchRow;
import dev.inkling.run.EpochRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Measures how the time of what is kept grows: charts of long runs, own drawings, lists of runs.
 */
final class CollectionGrowth {
  private static final int RUNS = 10;
  private static final int MICROS = 1_000_000;

  /** Drawings that are kept one by one, beside those that are there. */
  private static final int KEPT = 100;

  /** Batches and epochs of a run in the list: five minutes of a small network. */
  private static final int BATCHES = 2_000;

  private static final int EPOCHS = 10;
  private static final int BATCH_SIZE = 128;

  private final Path folder;
  private final int part;
  private final SplittableRandom random = new SplittableRandom(1);

  /**
   * Measures at sizes that are a part of the real ones.
   *
   * @param folder for what is kept, which is there
   * @param part the sizes' divisor
   */
  CollectionGrowth(Path folder, int part) {
    this.folder = folder;
    this.part = part;
  }

  List<BenchRow> measure() throws IOException {
    List<BenchRow> rows = new ArrayList<>(charts());
    rows.addAll(drawings());
    rows.addAll(runs());
    return rows;
  }

  private Growth growth(String work, String unit, int... whole) {
    return new Growth(work, unit, IntStream.of(whole).map(size -> size / part).boxed().toList());
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Ten runs' losses of every batch, read from their files and painted. */
  private List<BenchRow> charts() throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(
        growth("charts-reading", "µs/point", 10_000, 30_000, 100_000)
            .measure(points -> reading(longRun(points)) * MICROS / points / RUNS));
    rows.addAll(
        growth("charts-painting", "µs/point", 10_000, 30_000, 100_000)
            .measure(points -> painting(points) * MICROS / points / RUNS));
    return rows;
  }

  private Run longRun(int points) throws IOException {
    Run run = new Run(folder.resolve("long-" + points));
    if (!Files.exists(run.batches())) {
      Files.createDirectories(run.folder());
      Files.writeString(run.batches(), batches(points));
    }
    return run;
  }

  private String batches(int count) {
    StringBuilder text = new StringBuilder(BatchRow.HEADER).append('\n');
    for (int i = 1; i <= count; i++) {
      text.append(new BatchRow(1, i, (long) i * BATCH_SIZE, loss(i), 1e-3, 20_000).write());
    }
    return text.toString();
  }

  private double loss(int batch) {
    return 2 * Math.exp(-batch / 3e4) * (0.5 + random.nextDouble());
  }

  private static double reading(Run run) throws IOException {
    return seconds(
        () -> {
          for (int i = 0; i < RUNS; i++) {
            BatchRow.read(run);
          }
        });
  }

  private double painting(int count) throws IOException {
    double[] xs = IntStream.range(0, count).asDoubleStream().toArray();
    double[] ys = IntStream.range(0, count).mapToDouble(this::loss).toArray();
    return seconds(
        () -> {
          List<Curve> curves =
              IntStream.range(0, RUNS)
                  .mapToObj(i -> new Curve("" + i, CurveStyle.of(i).smoothed(), Points.of(xs, ys)))
                  .toList();
          ChartCaptions captions = new ChartCaptions("", "", "", "");
          PngChart.of(LineFigure.of(captions, Axes.COUNTED, 0.9, curves), 1_200, 400, 1);
        });
  }

  /** Own drawings: their list, their images, and at last one more beside those there are. */
  private List<BenchRow> drawings() throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(
        growth("drawings-listing", "µs/drawing", 1_250, 2_500, 5_000)
            .measure(count -> seconds(store(count)::all) * MICROS / count));
    rows.addAll(
        growth("drawings-reading", "µs/drawing", 1_250, 2_500, 5_000)
            .measure(count -> seconds(store(count)::digits) * MICROS / count));
    rows.addAll(
        growth("drawings-keeping", "µs/drawing", 1_250, 2_500, 5_000)
            .measure(count -> keeping(store(count)) * MICROS / KEPT));
    return rows;
  }

  private DrawingStore store(int count) throws IOException {
    Path place = folder.resolve("drawings-" + count);
    DrawingStore store = new DrawingStore(place);
    if (!Files.exists(place)) {
      store.add(IntStream.range(0, count).mapToObj(this::drawing).toList());
    }
    return store;
  }

  private Kept drawing(int i) {
    int digit = i % 10;
    return Kept.of(Synthetic.drawing(digit, random), digit, digit, "inkling");
  }

  private double keeping(DrawingStore store) throws IOException {
    List<Kept> more = IntStream.range(0, KEPT).mapToObj(this::drawing).toList();
    return seconds(() -> more.forEach(one -> store.add(List.of(one))));
  }

  /** The list of runs as it is read first: how each was set up, stands, and what it came to. */
  private List<BenchRow> runs() throws IOException {
    return growth("runs-listing", "µs/run", 250, 500, 1_000)
        .measure(count -> listing(runs(count)) * MICROS / count);
  }

  private static double listing(RunStore store) throws IOException {
    return seconds(
        () -> {
          for (Run run : store.list()) {
            RunInfo info = run.info();
            run.checkpointEpochs();
            run.standing(info);
            RunSummary.of(run, info);
          }
        });
  }

  private RunStore runs(int count) throws IOException {
    Path home = folder.resolve("runs-" + count);
    RunStore store = new RunStore(new AppFolders(home, home, home, home));
    if (!Files.exists(home)) {
      Architecture architecture = Architecture.named("sprint");
      Run first = store.create(architecture.name(), architecture.recipe(), "synthetic");
      Files.writeString(first.batches(), batches(BATCHES));
      Files.writeString(first.epochs(), epochs());
      for (int i = 1; i < count; i++) {
        copy(first.folder(), first.folder().resolveSibling("copy-" + i));
      }
    }
    return store;
  }

  private static String epochs() {
    StringBuilder text = new StringBuilder(EpochRow.HEADER).append('\n');
    for (int i = 1; i <= EPOCHS; i++) {
      long examples = (long) i * BATCHES / EPOCHS * BATCH_SIZE;
      text.append(new EpochRow(i, examples, 0.1, 0.97, 0.1, 0.97, 1, 20_000).write());
    }
    return text.toString();
  }

  private static void copy(Path run, Path place) throws IOException {
    Files.createDirectories(place);
    for (String name : List.of("run.json", "batches.csv", "epochs.csv")) {
      Files.copy(run.resolve(name), place.resolve(name));
    }
  }
}
