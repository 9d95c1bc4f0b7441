package dev.inkling.cli;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.file.NamedPath;
import dev.inkling.model.Architecture;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.model.Task;
import dev.inkling.report.Numbers;
import dev.inkling.run.Run;
import dev.inkling.run.RunImages;
import dev.inkling.run.RunTrainer;
import dev.inkling.run.Sweep;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.run.Sweep.Turn;
import dev.inkling.run.SweepStore;
import dev.inkling.run.SweepStore.Begun;
import dev.inkling.run.Tried;
import dev.inkling.text.Problem;
import dev.inkling.train.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries several values of a few fields of the recipe, one training after the other. */
@Command(name = "sweep")
final class SweepCommand implements Callable<Integer>, RecipeOptions.Taker {
  private final Shell shell;
  private final SweepStore store;
  private final RecipeOptions options = new RecipeOptions();
  private final AtomicReference<@Nullable Training> underWay = new AtomicReference<>();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Option(names = "--data", paramLabel = "DATA", descriptionKey = "cli.option.data")
  private @Nullable String data;

  @Mixin private HowTaken taken = new HowTaken();

  @Option(names = "--try", paramLabel = "FIELD=VALUES")
  private @Nullable List<String> tried;

  @Option(names = "--draws", paramLabel = "N")
  private @Nullable Integer draws;

  @Option(names = "--halving")
  private boolean isHalving;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "SWEEP")
  private @Nullable String resume;

  @Option(names = "--json")
  private boolean isJson;

  SweepCommand(Shell shell) {
    this.shell = shell;
    store = new SweepStore(shell.folders());
  }

  @Override
  public RecipeOptions recipe() {
    return options;
  }

  /** What scripts read of a trial that has rested or ended. */
  private record Line(
      String sweep,
      int trial,
      Map<String, String> values,
      int epochs,
      @Nullable Double accuracy,
      @Nullable Double loss,
      String state,
      @Nullable String run) {
    static Line of(Sweep sweep, int index) {
      Trial trial = sweep.trials().get(index);
      return new Line(
          sweep.name(),
          index + 1,
          trial.values(),
          trial.epochs(),
          trial.accuracy(),
          trial.loss(),
          trial.state().name().toLowerCase(Locale.ROOT),
          trial.run());
    }
  }

  /** What scripts read at the end. */
  private record Best(String sweep, Line best) {}

  @Override
  public Integer call() {
    boolean isMore =
        network.any()
            || data != null
            || tried != null
            || draws != null
            || isHalving
            || options.any();
    if (resume != null && isMore) {
      throw new UsageProblem("cli.sweep.resumeAlone");
    }
    Images images = new Images();
    Sweep begun = resume == null ? create(images) : store.read(resume);
    Sweep sweep = out == null ? begun : store.putInto(begun, out);
    shell.tell("cli.sweep.begin", sweep.trials().size(), sweep.architecture(), sweep.name());
    AtomicReference<Sweep> last = new AtomicReference<>(sweep);
    CtrlC.guard(
        this::stop,
        () -> shell.tell("cli.sweep.goOn", sweep.name()),
        isInterrupted -> train(last, images, isInterrupted));
    finish(last.get(), sweep.next().isPresent());
    return 0;
  }

  /** The images of all trials, read once. */
  private final class Images {
    private @Nullable DataSet images;

    DataSet of(String name) {
      DataSource source = shell.data();
      DataSet loaded = images == null ? source.corrected(shell.upright(name, source)) : images;
      images = loaded;
      return loaded;
    }

    /** Of a run that goes on, which has to be the same that it began with. */
    DataSet of(Run run) {
      DataSet loaded =
          images == null ? RunImages.load(run, shell.data(), shell.downloadProgress()) : images;
      images = loaded;
      return loaded;
    }
  }

  private Sweep create(Images images) {
    Architecture architecture = architecture();
    Recipe recipe = options.of(architecture, null);
    try {
      List<Tried> fields =
          (tried == null ? List.<String>of() : tried).stream().map(Tried::parse).toList();
      checkDropout(fields, architecture);
      List<Map<String, String>> trials = Tried.trials(fields, draws, recipe.seed());
      String name = taken.name(Objects.requireNonNullElse(data, DataSource.DEFAULT));
      DataSet loaded = images.of(name);
      Recipe suited = recipe.suited(loaded.classes());
      trials.forEach(values -> Tried.in(suited, values).lesson().check(loaded));
      return store.create(architecture, suited, loaded.name(), fields, trials, isHalving);
    } catch (Problem problem) {
      throw problem.key().startsWith("problem.sweep.") ? new UsageProblem(problem) : problem;
    }
  }

  private Architecture architecture() {
    Architecture architecture = network.network(shell, null);
    if (architecture.task() == Task.LINE) {
      throw new UsageProblem("cli.sweep.noLines");
    }
    return architecture;
  }

  private static void checkDropout(List<Tried> fields, Architecture architecture) {
    boolean isDropout = fields.stream().anyMatch(one -> one.field() == RecipeField.DROPOUT);
    if (isDropout && !architecture.hasDropout()) {
      throw new UsageProblem("cli.train.noDropout", architecture.name());
    }
  }

  private void stop() {
    Training training = underWay.get();
    if (training != null) {
      training.stop();
    }
  }

  private void train(AtomicReference<Sweep> last, Images images, AtomicBoolean isInterrupted) {
    Optional<Turn> next = last.get().next();
    while (next.isPresent() && !isInterrupted.get()) {
      Begun begun = store.begin(last.get(), next.get());
      train(begun, images, isInterrupted);
      last.set(store.end(begun));
      if (!isInterrupted.get()) {
        print(last.get(), begun.turn());
      }
      next = last.get().next();
    }
  }

  /** One that fails, such as by a rate that is too high, is no reason to end the others. */
  private void train(Begun begun, Images images, AtomicBoolean isInterrupted) {
    ProgressLine progress = new ProgressLine(shell.err());
    boolean isNew = begun.run().info().fingerprint() == null;
    DataSet loaded = isNew ? images.of(begun.sweep().data()) : images.of(begun.run());
    int epochs = begun.turn().until();
    RunTrainer trainer =
        new RunTrainer(
            begun.run(), loaded, new SweepProgress(progress, epochs), begun.turn().until());
    underWay.set(trainer.training());
    try {
      if (!isInterrupted.get()) {
        trainer.train();
      }
    } catch (Problem problem) {
      if (!problem.key().startsWith("problem.train.")) {
        throw problem;
      }
      shell.tell(problem);
    } finally {
      underWay.set(null);
      progress.clear();
    }
  }

  private void print(Sweep sweep, Turn turn) {
    Trial trial = sweep.trials().get(turn.trial());
    if (isJson) {
      shell.json(Line.of(sweep, turn.trial()));
    } else {
      shell.result(
          "cli.sweep.line",
          turn.trial() + 1,
          sweep.trials().size(),
          trial.epochs(),
          sweep.recipe().epochs(),
          Numbers.percent(trial.accuracy()),
          values(trial));
    }
  }

  private static String values(Trial trial) {
    return trial.values().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private void finish(Sweep sweep, boolean isTrained) {
    Optional<Integer> best = sweep.best();
    if (sweep.next().isPresent() || best.isEmpty()) {
      return;
    }
    Trial trial = sweep.trials().get(best.get());
    String run = Objects.requireNonNull(trial.run(), "the best was trained");
    if (isJson) {
      shell.json(new Best(sweep.name(), Line.of(sweep, best.get())));
    } else {
      shell.result("cli.sweep.best", values(trial), Numbers.percent(trial.accuracy()), run);
    }
    Optional.ofNullable(sweep.out())
        .map(NamedPath::of)
        // Where nothing was trained, what is there already is not put there again.
        .filter(folder -> out != null || isTrained || !Files.exists(folder))
        .ifPresent(folder -> save(shell.runs().find(run), folder));
  }

  private void save(Run run, Path folder) {
    Model model = ModelFolder.read(run.checkpoint(run.epochToSave().orElseThrow()));
    try (ModelPlace place = ModelPlace.at(folder, shell.folders())) {
      place
          .save(model.named(place.name()), null)
          .ifPresent(old -> shell.tell("cli.train.movedAside", place.folder(), old));
      shell.tell("cli.train.linesDone", place.folder());
    }
  }
}
