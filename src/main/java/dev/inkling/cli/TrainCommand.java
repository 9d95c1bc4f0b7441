package dev.inkling.cli;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.evaluate.Predictions;
import dev.inkling.evaluate.Results;
import dev.inkling.file.WriteProblem;
import dev.inkling.model.Architecture;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelCard.Score;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Recipe;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo;
import dev.inkling.run.RunTrainer;
import dev.inkling.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a network and saves it after every epoch. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--arch", paramLabel = "NAME")
  private @Nullable String arch;

  @Option(names = "--data", paramLabel = "mnist|synthetic|DIR", descriptionKey = "cli.option.data")
  private String data = DataSource.MNIST;

  @Option(names = "--epochs", paramLabel = "N")
  private @Nullable Integer epochs;

  @Option(names = "--batch-size", paramLabel = "N")
  private @Nullable Integer batchSize;

  @Option(names = "--optimizer", paramLabel = "NAME")
  private Recipe.@Nullable Optimizer optimizer;

  @Option(names = "--lr", paramLabel = "X")
  private @Nullable Double learningRate;

  @Option(names = "--schedule", paramLabel = "constant|step|cosine|one-cycle")
  private Recipe.@Nullable Schedule schedule;

  @Option(names = "--dropout", paramLabel = "P")
  private @Nullable Double dropout;

  @Option(names = "--patience", paramLabel = "N")
  private @Nullable Integer patience;

  @Option(names = "--seed", paramLabel = "N")
  private @Nullable Long seed;

  @Option(names = "--augment", paramLabel = "none|light|full")
  private Recipe.@Nullable Augmentation augmentation;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "RUN")
  private @Nullable String resume;

  @Option(names = "--json")
  private boolean isJson;

  TrainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Run run = resume == null ? null : resumed(resume);
    String wanted = run == null ? data : run.info().data();
    Architecture architecture =
        run == null ? architecture() : Architecture.named(run.info().architecture());
    Recipe recipe = run == null ? recipe(architecture) : run.info().recipe();
    DataSet dataSet = shell.data().load(wanted, shell.downloadProgress());
    Path folder = folder(architecture);
    if (run == null) {
      run = shell.runs().create(architecture.name(), recipe, dataSet.name());
    }
    TrainOutput output =
        new TrainOutput(
            shell, isJson, recipe.epochs(), recipe.imagesPerEpoch(dataSet.train().count()), folder);
    RunTrainer trainer = new RunTrainer(run, dataSet, output);
    shell.tell(
        trainer.epochsDone() == 0 ? "cli.train.begin" : "cli.train.resume",
        architecture.name(),
        recipe.imagesPerEpoch(dataSet.train().count()),
        dataSet.validation().count(),
        recipe.epochs(),
        trainer.epochsDone(),
        run.info().id());
    if (trainUntilInterrupted(trainer, output)) {
      measureTest(trained(run, folder), dataSet, folder);
    }
    return 0;
  }

  /** The run to go on with, which has its own recipe and must not be given another. */
  private Run resumed(String id) {
    boolean isChanged =
        Stream.of(
                arch,
                epochs,
                batchSize,
                optimizer,
                learningRate,
                schedule,
                dropout,
                patience,
                seed,
                augmentation)
            .anyMatch(Objects::nonNull);
    if (isChanged) {
      throw new UsageProblem("cli.train.resumeAlone");
    }
    Run run = shell.runs().find(id);
    if (run.info().status() == RunInfo.Status.FINISHED) {
      throw new Problem("problem.run.finished", id);
    }
    return run;
  }

  private Architecture architecture() {
    try {
      return Architecture.named(arch == null ? ModelLibrary.DEFAULT : arch);
    } catch (Problem problem) {
      throw new UsageProblem(problem);
    }
  }

  /** The architecture's own recipe, with what was given in its place. */
  private Recipe recipe(Architecture architecture) {
    Recipe own = architecture.recipe();
    Recipe recipe =
        own.with(
            r -> {
              r.epochs = given(epochs, own.epochs());
              r.batchSize = given(batchSize, own.batchSize());
              r.optimizer = given(optimizer, own.optimizer());
              r.learningRate = given(learningRate, own.learningRate());
              r.schedule = given(schedule, own.schedule());
              r.dropout = given(dropout, own.dropout());
              r.patience = given(patience, own.patience());
              r.augmentation = given(augmentation, own.augmentation());
              r.seed = given(seed, own.seed());
            });
    RecipeField.wrongIn(recipe).ifPresent(field -> refuse(field, recipe));
    if (dropout != null && !architecture.hasDropout()) {
      throw new UsageProblem("cli.train.noDropout", architecture.name());
    }
    return recipe;
  }

  private static <T extends @Nullable Object> T given(@Nullable T value, T own) {
    return value == null ? own : value;
  }

  /** What was given in place of a possible value of the architecture's own. */
  private static void refuse(RecipeField field, Recipe recipe) {
    throw new UsageProblem("cli.limit", option(field), field.told(recipe), field.limit().words());
  }

  /** The field of a recipe that an option is for. */
  static Optional<RecipeField> field(String option) {
    return Arrays.stream(RecipeField.values()).filter(f -> option(f).equals(option)).findFirst();
  }

  private static String option(RecipeField field) {
    return switch (field) {
      case BATCH_SIZE -> "--batch-size";
      case LEARNING_RATE -> "--lr";
      case AUGMENTATION -> "--augment";
      default -> "--" + field.key();
    };
  }

  /** Where the model will be; made at once, because an hour later is too late to hear of it. */
  private Path folder(Architecture architecture) {
    Path folder = out;
    for (int n = 1; folder == null; n++) {
      String name = n == 1 ? architecture.name() + "-own" : architecture.name() + "-own-" + n;
      Path free = shell.folders().models().resolve(name);
      folder = Files.exists(free) ? null : free;
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", null));
    } catch (IOException e) {
      throw WriteProblem.of(e, "problem.folder.unwritable", folder);
    }
    return folder;
  }

  /** True when the run came to its end, false when Ctrl-C ended it. */
  private static boolean trainUntilInterrupted(RunTrainer trainer, TrainOutput output) {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean isInterrupted = new AtomicBoolean();
    Thread hook =
        new Thread(
            () -> {
              isInterrupted.set(true);
              trainer.training().stop();
              await(ended);
              output.interrupted();
            },
            "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      trainer.train();
    } finally {
      ended.countDown();
      if (!isInterrupted.get()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
      output.forgetEmptyFolder();
    }
    return !isInterrupted.get();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Model trained(Run run, Path folder) {
    Model model = ModelFolder.read(run.checkpoint(run.epochToSave().orElseThrow()));
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    return new Model(model.card().named(name), model.weights());
  }

  /** The one time that the test images are looked at. */
  private void measureTest(Model model, DataSet dataSet, Path folder) {
    try (Classifier classifier = new Classifier(model)) {
      Results results =
          Results.of(Predictions.of(classifier, dataSet.name(), dataSet.test(), done -> {}));
      Evaluation evaluation = results.evaluation();
      Score score =
          evaluation.score(
              results.calibration().error(),
              "inkling evaluate --model " + model.card().name() + " --data " + dataSet.name());
      ModelFolder.write(folder, new Model(model.card().withTest(score), model.weights()));
      shell.tell(
          "cli.train.done",
          evaluation.count(),
          shell.format("%.2f", evaluation.accuracy() * 100),
          shell.format("%.4f", evaluation.loss()),
          folder);
    }
  }
}
