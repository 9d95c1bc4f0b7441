package dev.inkling.cli;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.explain.Activations;
import dev.inkling.explain.Occlusion;
import dev.inkling.explain.Robustness;
import dev.inkling.image.GreyImage;
import dev.inkling.ink.Drawing;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.MachineSpeed;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Network;
import dev.inkling.recognize.Recognizer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this machine: medians and the slowest hundredth, on digits that Inkling writes. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final int RECOGNITIONS = 1_000;
  private static final int WARM_UP = 300;
  private static final int EVALUATIONS = 5;
  private static final int IMAGES = 10_000;
  private static final int EXPLANATIONS = 10;
  private static final int PRODUCTS = 20;

  private final Shell shell;
  private final Commands.WindowProbe windowProbe;

  /** GFLOP/s; 0 when not measured. */
  private double machine;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--training")
  private boolean isTraining;

  @Option(names = "--only", paramLabel = "PART", split = ",")
  private List<Part> parts = List.of(Part.values());

  @Option(names = "--json")
  private boolean isJson;

  BenchCommand(Shell shell, Commands.WindowProbe windowProbe) {
    this.shell = shell;
    this.windowProbe = windowProbe;
  }

  /** What can be measured by itself. */
  private enum Part {
    START,
    MACHINE,
    EVALUATION,
    RECOGNITION,
    INSIDE,
    SPEED,
    BESIDE,
    GROWTH,
    WINDOW
  }

  @Override
  public Integer call() throws Exception {
    long begin = System.nanoTime();
    EngineSetup.engine();
    double load = millisecondsSince(begin);
    try (Classifier classifier = shell.classifier(model)) {
      Recognizer.recognize(Synthetic.drawing(7, new SplittableRandom(7)), classifier);
      double sinceStart =
          System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      if (parts.contains(Part.START)) {
        print(BenchRow.of("engine-load", "ms", load));
        print(BenchRow.of("start-to-first-recognition", "ms", sinceStart));
        print(BenchRow.of("memory-idle", "MB", Memory.megabytes()));
      }
      for (Part part : parts) {
        measure(part, classifier);
      }
    }
    return 0;
  }

  private void measure(Part part, Classifier classifier) throws Exception {
    switch (part) {
      case START -> {} // is over
      case MACHINE -> machine();
      case EVALUATION -> evaluation(classifier);
      case RECOGNITION -> onOneThread(() -> recognition(classifier));
      case INSIDE -> onOneThread(() -> inside(classifier));
      case SPEED -> TrainingBench.speeds().forEach(this::print);
      case BESIDE -> onOneThread(() -> beside(classifier));
      case GROWTH -> {
        TrainingBench.growth().forEach(this::print);
        print(BenchRow.of("memory-training", "MB", Memory.megabytes()));
      }
      case WINDOW -> {
        for (Commands.Measurement each : windowProbe.measure(isTraining)) {
          print(BenchRow.of(each.work(), each.unit(), each.samples()));
        }
      }
    }
  }

  /** As the pad has a thread whose arithmetic stays on one processor. */
  private static void onOneThread(Runnable work) {
    Runnable alone =
        () -> {
          EngineSetup.useThisThreadOnly();
          work.run();
        };
    CompletableFuture.runAsync(alone, task -> new Thread(task, "pad").start()).join();
  }

  private void machine() {
    BenchRow row = BenchRow.of("matrix-product", "GFLOP/s", MachineSpeed.gigaflops(PRODUCTS));
    machine = row.median();
    print(row);
  }

  private void beside(Classifier classifier) {
    TrainingBench.recognitionBeside(classifier).forEach(this::print);
  }

  private void recognition(Classifier classifier) {
    SplittableRandom random = new SplittableRandom(1);
    DoubleSupplier one =
        () -> {
          Drawing drawing = Synthetic.drawing(random.nextInt(10), random);
          long begin = System.nanoTime();
          Recognizer.recognize(drawing, classifier);
          return millisecondsSince(begin);
        };
    print(BenchRow.of("recognition", "ms", samples(one, WARM_UP, RECOGNITIONS)));
    GreyImage framed = Recognizer.recognize(Synthetic.drawing(7, random), classifier).framed();
    time("network-alone", WARM_UP, RECOGNITIONS, () -> classifier.probabilities(framed));
  }

  /** What the window computes of a drawing's way through the network. */
  private void inside(Classifier classifier) {
    Drawing drawing = Synthetic.drawing(8, new SplittableRandom(8));
    GreyImage framed = Recognizer.recognize(drawing, classifier).framed();
    try (Activations activations = new Activations(classifier.model())) {
      time("activations", WARM_UP, RECOGNITIONS, () -> activations.of(framed));
    }
    time("occlusion", 2, EXPLANATIONS, () -> Occlusion.of(framed, classifier));
    time("robustness", 2, EXPLANATIONS, () -> Robustness.of(drawing, classifier));
  }

  private void time(String name, int warmUp, int count, Runnable work) {
    DoubleSupplier one =
        () -> {
          long begin = System.nanoTime();
          work.run();
          return millisecondsSince(begin);
        };
    print(BenchRow.of(name, "ms", samples(one, warmUp, count)));
  }

  private void evaluation(Classifier classifier) {
    DataSet data = Synthetic.dataSet(10, IMAGES);
    DoubleSupplier one =
        () -> {
          long begin = System.nanoTime();
          Evaluation.of(classifier, data.test(), done -> {});
          return IMAGES / millisecondsSince(begin) * 1000;
        };
    print(
        BenchRow.of("evaluation", "images/s", samples(one, 1, EVALUATIONS))
            .withOperations(Network.operations(classifier.model().card().parsedLayers())));
  }

  private static double[] samples(DoubleSupplier work, int warmUp, int count) {
    for (int i = 0; i < warmUp; i++) {
      work.getAsDouble();
    }
    double[] samples = new double[count];
    Arrays.setAll(samples, _ -> work.getAsDouble());
    return samples;
  }

  private static double millisecondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private void print(BenchRow row) {
    if (isJson) {
      shell.json(row);
      return;
    }
    shell.result(
        "cli.bench.row",
        String.format("%-28s", row.work()),
        String.format("%,10.2f", row.median()),
        String.format("%,10.2f", row.low()),
        String.format("%,10.2f", row.high()),
        String.format("%,10.2f", row.p99()),
        row.unit(),
        row.samples());
    if (row.gigaflops() != null && machine > 0) {
      shell.result("cli.bench.arithmetic", row.gigaflops(), row.gigaflops() / machine);
    }
  }
}
