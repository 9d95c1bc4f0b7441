package dev.inkling.cli;

import dev.inkling.chart.ValueFormat;
import dev.inkling.cli.TuningResult.Accuracy;
import dev.inkling.data.Classes;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.DownloadProgress;
import dev.inkling.evaluate.DataDoubt;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.file.NamedPath;
import dev.inkling.model.Architecture;
import dev.inkling.model.Beginning;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.model.Task;
import dev.inkling.run.Run;
import dev.inkling.run.RunImages;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunTrainer;
import dev.inkling.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network and saves it after every epoch. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer>, RecipeOptions.Taker {
  /** What says nothing to a network that reads lines. */
  private static final List<RecipeField> OF_DIGITS =
      List.of(
          RecipeField.AUGMENTATION,
          RecipeField.LABEL_SMOOTHING,
          RecipeField.DOODLES,
          RecipeField.PATIENCE,
          RecipeField.FROZEN,
          RecipeField.PART,
          RecipeField.LABEL_NOISE,
          RecipeField.IMBALANCE,
          RecipeField.LEFT_OUT);

  private final Shell shell;
  private final RecipeOptions options = new RecipeOptions();

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Option(names = "--data", paramLabel = "DATA", descriptionKey = "cli.option.data")
  private @Nullable String data;

  @Mixin private HowTaken taken = new HowTaken();

  @Option(names = "--from", paramLabel = "NAME|DIR")
  private @Nullable String from;

  @Option(names = "--hand", paramLabel = "NAME")
  private @Nullable String hand;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "RUN")
  private @Nullable String resume;

  @Option(names = "--json")
  private boolean isJson;

  private final long begin = System.nanoTime();

  TrainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public RecipeOptions recipe() {
    return options;
  }

  @Override
  public Integer call() {
    checkTuning();
    if (from != null && data != null && HandTrainer.isFor(data)) {
      new HandTrainer(shell, isJson).train(from, data, hand, out, options);
      return 0;
    }
    Run resumed = resume == null ? null : resumed(resume);
    Optional<Model> beginning = Optional.ofNullable(from).map(shell::model);
    Architecture architecture =
        resumed == null
            ? network.network(shell, beginning.map(Model::card).map(Architecture::of).orElse(null))
            : resumed.info().network();
    Recipe recipe = resumed == null ? options.of(architecture, from) : resumed.info().recipe();
    if (architecture.task() == Task.LINE) {
      OF_DIGITS.forEach(this::refuseForLines);
    }
    beginning.ifPresent(model -> checkBuiltAlike(model, architecture));
    DataSet dataSet = images(resumed);
    checkDrawn(dataSet);
    try (ModelPlace place = place(architecture, resumed)) {
      if (architecture.task() == Task.LINE) {
        new LineTrainer(shell, isJson, recipe, dataSet, place).train(beginning.orElse(null));
        return 0;
      }
      Run run = resumed == null ? create(architecture, recipe, dataSet) : resumed;
      beginning.ifPresent(run::beginWith);
      if (out != null) {
        run.putInto(out);
      }
      train(run, recipe, dataSet, place);
    }
    return 0;
  }

  /** What is learned from drawings has a recipe of its own; no option is ignored silently. */
  private void checkTuning() {
    boolean isHand = from != null && HandTrainer.isFor(data);
    if (!isHand && hand != null) {
      throw new UsageProblem("cli.train.handAlone", "--hand");
    }
    boolean isMore = network.any() || options.hasBeside(RecipeField.FROZEN) || resume != null;
    if (isHand && isMore) {
      throw new UsageProblem("cli.train.drawingsAlone");
    }
  }

  /** What Inkling draws besides is for digits alone. */
  private void checkDrawn(DataSet images) {
    for (RecipeField field : List.of(RecipeField.SYNTHETIC, RecipeField.DOODLES)) {
      if (options.has(field) && !Classes.areDigits(images.classes())) {
        throw new UsageProblem("cli.train.noDigits", field.option(), images.name());
      }
    }
  }

  /** A run that cannot begin, whatever is wrong with its options or images, is not kept. */
  private Run create(Architecture architecture, Recipe recipe, DataSet images) {
    Recipe suited = recipe.suited(images.classes());
    suited.lesson().check(images);
    return shell.runs().create(architecture, suited, images.name());
  }

  private void train(Run run, Recipe recipe, DataSet dataSet, ModelPlace place) {
    Recipe suited = recipe.suited(dataSet.classes());
    int images = suited.imagesPerEpoch(suited.lesson().count(dataSet.train()));
    TrainOutput output = new TrainOutput(shell, isJson, recipe.epochs(), images, place, run);
    RunTrainer trainer = new RunTrainer(run, dataSet, output);
    shell.tell(
        trainer.epochsDone() == 0 ? "cli.train.begin" : "cli.train.resume",
        run.info().architecture(),
        images,
        dataSet.validation().count(),
        recipe.epochs(),
        trainer.epochsDone(),
        run.info().id());
    shell.tell("cli.train.goOn", run.info().id());
    CtrlC.guard(
        trainer.training()::stop,
        output::interrupted,
        isInterrupted -> trainer.train(() -> finish(run, dataSet, place, output, isInterrupted)));
  }

  /** Only the classes of the model whose weights are begun with may be others. */
  private static void checkBuiltAlike(Model model, Architecture architecture) {
    if (!Beginning.isBuiltAs(architecture, model.card())) {
      throw new UsageProblem("cli.train.fromOther", model.card().name(), architecture.name());
    }
  }

  /** What is to be learned from; a run that goes on knows where that is, or is told. */
  private DataSet images(@Nullable Run run) {
    DataSource source = shell.data();
    DownloadProgress progress = shell.downloadProgress();
    if (run == null) {
      DataSet images = shell.upright(taken.name(given(data, DataSource.DEFAULT)), source);
      question(images);
      return corrected(images, source);
    }
    return data == null
        ? RunImages.load(run, source, progress)
        : RunImages.load(run, source, taken.name(data), progress);
  }

  /** With the right labels, where somebody said that some are wrong. */
  private DataSet corrected(DataSet images, DataSource source) {
    DataSet corrected = source.corrected(images);
    if (!corrected.corrections().isEmpty()) {
      shell.tell(
          "cli.train.corrected",
          corrected.corrections().relabeled(),
          corrected.corrections().leftOut());
    }
    return corrected;
  }

  private void question(DataSet images) {
    DataDoubt.of(images, shell.library())
        .ifPresent(
            part ->
                shell.tell("training.doubt.images", ValueFormat.percent(part, 0), images.name()));
  }

  /** The run to go on with, which has its own recipe and must not be given another. */
  private Run resumed(String id) {
    boolean isChanged = network.any() || options.any() || from != null;
    if (isChanged) {
      throw new UsageProblem("cli.train.resumeAlone");
    }
    Run run = shell.runs().find(id);
    if (run.info().status() == RunInfo.Status.FINISHED) {
      throw new Problem("problem.run.finished", id);
    }
    run.checkAtRest();
    return run;
  }

  private void refuseForLines(RecipeField field) {
    if (options.has(field)) {
      throw new UsageProblem("cli.train.noLines", field.option());
    }
  }

  private static <T extends @Nullable Object> T given(@Nullable T value, T own) {
    return value == null ? own : value;
  }

  /** Where the model will be: for a run that goes on, where it was to be, or where it left one. */
  private ModelPlace place(Architecture architecture, @Nullable Run resumed) {
    String name = architecture.name() + "-own";
    Optional<Path> left =
        shell.library().list().stream()
            .filter(entry -> !entry.isShipped() && entry.name().matches(name + "(-\\d+)?"))
            .map(ModelLibrary.Entry::folder)
            .filter(folder -> resumed != null && ModelPlace.isOf(resumed, folder))
            .findFirst();
    return Optional.ofNullable(out)
        .or(() -> named(resumed))
        .or(() -> left)
        .map(folder -> ModelPlace.at(folder, shell.folders()))
        .orElseGet(() -> ModelPlace.free(name, shell.folders()));
  }

  private static Optional<Path> named(@Nullable Run resumed) {
    return Optional.ofNullable(resumed)
        .flatMap(run -> Optional.ofNullable(run.info().out()))
        .map(NamedPath::of);
  }

  /**
   * Puts the best epoch's model in place, then has its one look at the test images.
   *
   * @return false when Ctrl-C ended that; who resumes the run begins it again
   */
  private boolean finish(
      Run run, DataSet dataSet, ModelPlace place, TrainOutput output, AtomicBoolean isInterrupted) {
    Model trained = ModelFolder.read(run.checkpoint(run.epochToSave().orElseThrow()));
    output.save(trained);
    try (Classifier classifier = new Classifier(trained.named(place.name()))) {
      Predictions predictions =
          Predictions.of(
              classifier, dataSet.name(), dataSet.test(), _ -> checkOnward(isInterrupted));
      Results results = Results.of(predictions);
      Evaluation evaluation = results.evaluation();
      Score score =
          evaluation.score(
              results.calibration().error(),
              "inkling evaluate --model " + place.name() + " --data " + dataSet.name());
      output.save(trained.with(trained.card().withTest(score)));
      shell.tell(
          "cli.train.done",
          evaluation.count(),
          shell.format("%.2f", evaluation.accuracy() * 100),
          ValueFormat.loss(evaluation.loss()),
          place.folder());
      run.beginning().ifPresent(other -> compare(other, trained, dataSet, isInterrupted));
      return true;
    } catch (CancellationException e) {
      return false;
    }
  }

  /** What the other network read before it learned these images too; nothing of other classes. */
  private void compare(Model other, Model trained, DataSet data, AtomicBoolean isInterrupted) {
    Accuracy before =
        other.card().classes().equals(data.classes()) ? accuracy(other, data, isInterrupted) : null;
    if (isJson) {
      Accuracy after = accuracy(trained, data, isInterrupted);
      shell.json(new TuningResult(before, after, (System.nanoTime() - begin) / 1e9));
    } else if (before != null) {
      String percent = shell.format("%.2f", before.own() * 100);
      shell.tell("cli.train.before", other.card().name(), data.test().count(), percent);
    }
  }

  private Accuracy accuracy(Model model, DataSet data, AtomicBoolean isInterrupted) {
    return Accuracy.of(model, data, shell.data(), _ -> checkOnward(isInterrupted));
  }

  private static void checkOnward(AtomicBoolean isInterrupted) {
    if (isInterrupted.get()) {
      throw new CancellationException();
    }
  }
}
