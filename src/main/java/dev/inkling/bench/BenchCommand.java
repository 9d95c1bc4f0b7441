package dev.inkling.bench;

import dev.inkling.cli.Shell;
import dev.inkling.data.DataSet;
import dev.inkling.data.DrawingFiles;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Classifier;
import dev.inkling.model.EngineSetup;
import dev.inkling.model.MachineSpeed;
import dev.inkling.model.ModelLibrary;
import dev.inkling.recognize.Recognizer;
import dev.inkling.text.Messages;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures this machine: medians, how far the middle goes, and the slowest hundredth. Each part is
 * measured in a process of its own, so that none finds what another left in memory.
 */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
  /** The argument by which a window is started to be measured; a time follows. */
  public static final String OPENING = "--opening";

  private static final int CONVOLUTIONS = 20;

  /** Times that the program is started to see how long it takes. */
  private static final int STARTS = 5;

  private final Shell shell;

  /** GFLOP/s; 0 while not measured. */
  private double machine;

  @Option(names = "--model", paramLabel = "NAME|DIR", descriptionKey = "cli.option.model")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--arch", paramLabel = "NAME", split = ",")
  private List<String> architectures = SpeedBench.ARCHITECTURES;

  @Option(names = "--data", paramLabel = "mnist|DIR")
  private @Nullable String data;

  @Option(names = "--strokes", paramLabel = "FILE.jsonl")
  private @Nullable Path strokes;

  @Option(names = "--training")
  private boolean isTraining;

  @Option(names = "--only", paramLabel = "PART", split = ",")
  private List<Part> parts = List.of(Part.values());

  /** Milliseconds as the system's clock counts them: this process measures, from then. */
  @Option(names = "--since", hidden = true)
  private @Nullable Long since;

  @Option(names = "--json")
  private boolean isJson;

  /** The command of a shell. */
  public BenchCommand(Shell shell) {
    this.shell = shell;
  }

  /**
   * Measures how long the window takes to open, as it opens for people: no command line is read.
   *
   * @param begin when the program was started, in milliseconds as the system's clock counts them
   */
  public static void opening(AppFolders folders, long begin) throws Exception {
    Shell shell = new Shell(new Messages(Locale.getDefault()), folders, System.out, System.err);
    new WindowBench(folders).opening(begin).forEach(shell::json);
  }

  /** What can be measured by itself. */
  private enum Part {
    START,
    OPENING,
    MACHINE,
    EVALUATION,
    RECOGNITION,
    INSIDE,
    SPEED,
    SPRINT,
    ESTIMATE,
    DATA,
    MANY,
    LABELS,
    LAYERS,
    LAYERSWINDOW,
    CURVE,
    MAP,
    MAPWINDOW,
    BESIDE,
    GROWTH,
    HAND,
    SIGNS,
    PILES,
    WINDOW;

    /** Whether it is left out where no images are named. */
    boolean needsData() {
      return this == SPRINT || this == ESTIMATE || this == LABELS || this == CURVE;
    }

    /** Whether it is over as soon as the program runs. */
    boolean isStart() {
      return this == START || this == OPENING;
    }
  }

  @Override
  public Integer call() throws Exception {
    if (since != null) {
      for (Part part : parts) {
        measure(part).forEach(this::print);
      }
      return 0;
    }
    shell.model(model); // or nothing is begun
    architectures.forEach(SpeedBench::check);
    checkStrokes();
    for (Part part : parts) {
      for (BenchRow row : inProcess(part)) {
        machine = part == Part.MACHINE ? row.median() : machine;
        print(row);
      }
    }
    return 0;
  }

  /** Hands alone cannot be measured without a file that can be read. */
  private void checkStrokes() {
    if (strokes == null && parts.equals(List.of(Part.HAND))) {
      throw new Problem("cli.bench.noStrokes");
    }
    if (strokes != null && DrawingFiles.drawings(strokes).isEmpty()) {
      throw new Problem("problem.strokes.empty", strokes);
    }
  }

  private List<BenchRow> inProcess(Part part) throws Exception {
    if ((part.needsData() && data == null) || (part == Part.HAND && strokes == null)) {
      return List.of();
    }
    List<String> arguments = part == Part.OPENING ? List.of(OPENING) : argumentsFor(part);
    List<List<BenchRow>> rounds = new ArrayList<>();
    for (int i = 0; i < (part.isStart() ? STARTS : 1); i++) {
      rounds.add(BenchProcess.rows(arguments));
    }
    return rounds.size() == 1 ? rounds.getFirst() : BenchRow.ofMedians(rounds);
  }

  private List<String> argumentsFor(Part part) {
    List<String> arguments = new ArrayList<>(List.of(BenchProcess.COMMAND));
    arguments.addAll(List.of("--only", part.name(), "--model", model));
    arguments.addAll(List.of("--arch", String.join(",", architectures)));
    if (isTraining) {
      arguments.add("--training");
    }
    if (data != null) {
      arguments.addAll(List.of("--data", data));
    }
    if (strokes != null) {
      arguments.addAll(List.of("--strokes", strokes.toString()));
    }
    arguments.add("--since");
    return arguments;
  }

  /** Measures a part in this process. */
  private List<BenchRow> measure(Part part) throws Exception {
    long begin = System.nanoTime();
    EngineSetup.engine();
    double load = (System.nanoTime() - begin) / 1e6;
    // As the pad's: that of a command takes 16 images for one.
    try (Classifier classifier = Classifier.prompt(shell.model(model))) {
      Recognizer.recognize(Synthetic.drawing(7, new SplittableRandom(7)), classifier);
      return part == Part.START ? start(load) : measure(part, classifier);
    }
  }

  private List<BenchRow> start(double engineLoad) {
    double taken = System.currentTimeMillis() - Objects.requireNonNull(since);
    return List.of(
        BenchRow.of("engine-load", "ms", engineLoad),
        BenchRow.of("start-to-first-recognition", "ms", taken),
        BenchRow.of("memory-idle", "MB", Memory.megabytes()));
  }

  private List<BenchRow> measure(Part part, Classifier classifier) throws Exception {
    return switch (part) {
      case START, OPENING -> List.of(); // over by now
      case MACHINE ->
          List.of(
              BenchRow.of("large-convolution", "GFLOP/s", MachineSpeed.gigaflops(CONVOLUTIONS)));
      case EVALUATION -> RecognitionBench.evaluation(classifier);
      case RECOGNITION -> onOneProcessor(() -> RecognitionBench.recognition(classifier));
      case INSIDE -> onOneProcessor(() -> RecognitionBench.inside(classifier));
      case SPEED -> architectures.stream().map(SpeedBench::of).toList();
      case SPRINT -> TrainingBench.sprint(images());
      case ESTIMATE -> EstimateBench.measure(architectures, images());
      case DATA -> new DataBench(shell.data()).measure();
      case MANY -> ManyBench.measure(shell.data());
      case LABELS -> LabelBench.measure(images());
      case LAYERS -> LayersBench.measure(architectures);
      case LAYERSWINDOW -> new WindowBench(shell.folders()).layers();
      case CURVE -> CurveBench.measure(images());
      case MAP -> new MapBench(classifier).measure();
      case MAPWINDOW -> new WindowBench(shell.folders()).map();
      case BESIDE -> onOneProcessor(() -> TrainingBench.recognitionBeside(classifier));
      case GROWTH -> new GrowthBench(1).measure();
      case HAND ->
          new HandBench(classifier.model(), shell.data())
              .measure(DrawingFiles.drawings(Objects.requireNonNull(strokes)));
      case SIGNS -> new SignBench(classifier.model()).measure();
      case PILES -> new PileBench(classifier.model(), shell::lineReader).measure();
      case WINDOW -> new WindowBench(shell.folders()).measure(isTraining);
    };
  }

  private DataSet images() {
    return shell.data().load(Objects.requireNonNull(data), shell.downloadProgress());
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
    if (isJson || since != null) {
      shell.json(row);
      return;
    }
    shell.result(
        "cli.bench.row",
        shell.format("%-32s", row.work()),
        shell.format("%,10.2f", row.median()),
        shell.format("%,10.2f", row.low()),
        shell.format("%,10.2f", row.high()),
        shell.format("%,10.2f", row.p99()),
        row.unit(),
        row.samples());
    if (row.gigaflops() != null && machine > 0) {
      shell.result("cli.bench.arithmetic", row.gigaflops(), row.gigaflops() / machine);
    }
  }
}
