package dev.inkling.cli;

import dev.inkling.data.Synthetic;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.MachineSpeed;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.Recognizer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this machine: medians, how far the middle goes, and the slowest hundredth. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
  private static final int PRODUCTS = 20;

  private final Shell shell;
  private final Commands.WindowProbe windowProbe;

  /** GFLOP/s; 0 while not measured. */
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
    double load = (System.nanoTime() - begin) / 1e6;
    try (Classifier classifier = shell.classifier(model)) {
      Recognizer.recognize(Synthetic.drawing(7, new SplittableRandom(7)), classifier);
      List<BenchRow> start = start(load);
      for (Part part : parts) {
        (part == Part.START ? start : measure(part, classifier)).forEach(this::print);
      }
    }
    return 0;
  }

  private static List<BenchRow> start(double engineLoad) {
    double sinceStart =
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    return List.of(
        BenchRow.of("engine-load", "ms", engineLoad),
        BenchRow.of("start-to-first-recognition", "ms", sinceStart),
        BenchRow.of("memory-idle", "MB", Memory.megabytes()));
  }

  private List<BenchRow> measure(Part part, Classifier classifier) throws Exception {
    return switch (part) {
      case START -> List.of(); // over by now
      case MACHINE -> List.of(machine());
      case EVALUATION -> List.of(RecognitionBench.evaluation(classifier));
      case RECOGNITION -> onOneProcessor(() -> RecognitionBench.recognition(classifier));
      case INSIDE -> onOneProcessor(() -> RecognitionBench.inside(classifier));
      case SPEED -> TrainingBench.speeds();
      case BESIDE -> onOneProcessor(() -> TrainingBench.recognitionBeside(classifier));
      case GROWTH -> TrainingBench.growth();
      case WINDOW ->
          windowProbe.measure(isTraining).stream()
              .map(each -> BenchRow.of(each.work(), each.unit(), each.samples()))
              .toList();
    };
  }

  private BenchRow machine() {
    BenchRow row = BenchRow.of("matrix-product", "GFLOP/s", MachineSpeed.gigaflops(PRODUCTS));
    machine = row.median();
    return row;
  }

  /** On a thread whose arithmetic stays on one processor, as the pad's does. */
  private static List<BenchRow> onOneProcessor(Supplier<List<BenchRow>> work) {
    Supplier<List<BenchRow>> alone =
        () -> {
          EngineSetup.useThisThreadOnly();
          return work.get();
        };
    return CompletableFuture.supplyAsync(alone, task -> new Thread(task, "pad").start()).join();
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
