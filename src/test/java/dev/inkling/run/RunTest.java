package dev.inkling.run;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.inkling.data.Corrections;
import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.file.Folders;
import dev.inkling.model.Architecture;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.run.RunStore.Deleted;
import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs are kept, and go on as if nothing had happened. */
class RunTest {
  private static final DataSet DATA = Synthetic.dataSet(360, 60);
  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path home;
  private RunStore store;

  @BeforeEach
  void open() {
    store = new RunStore(new AppFolders(home, home, home, home));
  }

  @Test
  void imagesAreTheSameWhereverTheyAreAndOthersByTheSameNameAreNot() {
    RunInfo run = create(Optimizer.SGD, 0.1).info();
    RunInfo before = run.withImages(called("here", DATA));

    assertThat(run.withImages(called("there", DATA)).differencesFrom(before)).isEmpty();
    assertThat(run.withImages(called("here", Synthetic.dataSet(36, 6))).differencesFrom(before))
        .extracting(Phrase::key)
        .containsExactly("difference.images.changed");
    assertThat(run.differencesFrom(before))
        .extracting(Phrase::key)
        .containsExactly("difference.images");
  }

  private static DataSet called(String name, DataSet data) {
    return new DataSet(name, null, data.train(), data.validation(), data.test(), Corrections.NONE);
  }

  /** lenet-dropout has dropout, so that chance is in it. */
  private Run create(Optimizer optimizer, double rate) {
    Recipe recipe =
        new Recipe(3, 50, optimizer, rate)
            .with(
                r -> {
                  r.schedule = Schedule.COSINE;
                  r.augmentation = Augmentation.FULL;
                  r.labelSmoothing = 0.1;
                  r.synthetic = 30;
                  r.doodles = 20;
                  r.seed = 7;
                });
    return store.create("lenet-dropout", recipe, "synthetic");
  }

  private static List<String> losses(Run run) throws IOException {
    // The last column is how quick it was.
    return Files.readAllLines(run.batches()).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  /** Trains and stops in the midst of an epoch. */
  private static void trainUntil(Run run, int epoch, int batch) {
    AtomicReference<RunTrainer> trainer = new AtomicReference<>();
    trainer.set(
        new RunTrainer(
            run,
            DATA,
            new TrainingListener() {
              @Override
              public void onBatch(BatchMetrics metrics) {
                if (metrics.epoch() == epoch && metrics.batch() == batch) {
                  trainer.get().training().stop();
                }
              }
            }));
    trainer.get().train();
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void aStoppedRunGoesOnToTheSameLosses(Optimizer optimizer) throws IOException {
    double rate = optimizer == Optimizer.SGD || optimizer == Optimizer.MOMENTUM ? 0.05 : 0.002;
    Run whole = create(optimizer, rate);
    new RunTrainer(whole, DATA, NOBODY).train();
    Run cutOff = create(optimizer, rate);
    trainUntil(cutOff, 2, 3);
    assertThat(cutOff.info().status()).isEqualTo(RunInfo.Status.STOPPED);
    assertThat(cutOff.checkpointEpochs()).containsExactly(1);

    RunTrainer again = new RunTrainer(cutOff, DATA, NOBODY);
    assertThat(again.epochsDone()).isEqualTo(1);
    again.train();

    assertThat(losses(cutOff)).isEqualTo(losses(whole)).hasSize(1 + 3 * 7);
    assertThat(cutOff.layers()).hasSameTextualContentAs(whole.layers());
    assertThat(LayerRow.read(whole))
        .extracting(LayerRow::layer)
        .hasSameElementsAs(whole.info().layerNames());
    assertThat(cutOff.info().status()).isEqualTo(RunInfo.Status.FINISHED);
    assertThat(EpochRow.read(cutOff))
        .extracting(EpochRow::valLoss)
        .isEqualTo(EpochRow.read(whole).stream().map(EpochRow::valLoss).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "parameters.npz, 0.5",
    "parameters.npz, 0.99",
    "parameters.npz, 0",
    "optimizer.npz, 0.5",
    "optimizer.npz, 0",
    "checkpoint.json, 0.5",
    "model.json, 0"
  })
  void aCheckpointThatWasCutShortIsPassedOver(String file, double part) throws IOException {
    Run whole = create(Optimizer.ADAM, 0.002);
    new RunTrainer(whole, DATA, NOBODY).train();
    Run cutOff = create(Optimizer.ADAM, 0.002);
    trainUntil(cutOff, 3, 2);
    Path damaged = cutOff.checkpoint(2).resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(bytes, (int) (part * bytes.length)));

    RunTrainer again = new RunTrainer(cutOff, DATA, NOBODY);
    assertThat(again.epochsDone()).isEqualTo(1);
    again.train();

    assertThat(losses(cutOff)).isEqualTo(losses(whole));
    assertThat(cutOff.checkpointEpochs()).containsExactly(1, 2, 3);
  }

  @Test
  void aCheckpointWithoutItsOptimizersStateIsPassedOverAndTold() throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    new RunTrainer(run, DATA, NOBODY).train();
    Path state = run.checkpoint(3).resolve("optimizer.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(state))) {
      zip.putNextEntry(new ZipEntry("other.npy"));
    }

    RunTrainer again = new RunTrainer(run, DATA, NOBODY);
    assertThat(again.epochsDone()).isEqualTo(2);
    again.train();

    assertThat(run.log()).content().contains("after epoch 2; checkpoints that cannot be read: 1");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"steps\": 7', '\"steps\": -1'",
    "'\"epoch\": 1', '\"epoch\": 2'",
    "'\"bestEpoch\": 1', '\"bestEpoch\": 9'",
    "'\"bestLoss\": ', '\"bestLoss\": 1e999, \"before\": '",
    "'\"seconds\": ', '\"seconds\": NaN, \"before\": '"
  })
  void aRunWithoutACheckpointThatCanBeReadKeepsWhatItHas(String good, String bad)
      throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    trainUntil(run, 2, 1);
    List<String> before = losses(run);
    Path state = run.checkpoint(1).resolve("checkpoint.json");
    String text = Files.readString(state);
    assertThat(text).contains(good);
    Files.writeString(state, text.replace(good, bad));

    assertThat(problemOf(() -> new RunTrainer(run, DATA, NOBODY)))
        .hasMessageContaining(run.folder().toString())
        .extracting(Problem::key)
        .isEqualTo("problem.run.checkpoints");
    assertThat(losses(run)).isEqualTo(before).isNotEmpty();
    assertThat(run.isInTraining()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"synthetic\",', '\"a\\u0000b\",', problem.run.info",
    "'\"seconds\": 0.0', '\"seconds\": -1', problem.run.info",
    "'\"seconds\": 0.0', '\"seconds\": NaN', problem.run.info",
    "'\"status\": \"open\"', '\"status\": \"asleep\"', problem.run.info",
    "'\"architecture\": \"lenet-dropout\",', '', problem.run.info",
    "'\"architecture\": \"lenet-dropout\"', '\"architecture\": \"x\"', problem.architecture",
    "'\"created\": \"', '\"created\": \"x', problem.run.info"
  })
  void aDescriptionThatWasChangedIsTold(String good, String bad, String key) throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    Path info = run.folder().resolve("run.json");
    String text = Files.readString(info);
    assertThat(text).contains(good);
    Files.writeString(info, text.replace(good, bad));

    assertThat(problemOf(() -> new RunTrainer(run, DATA, NOBODY)).key()).isEqualTo(key);
  }

  @Test
  void aRunIsTrainedByOneProgramAtATime() {
    Run run = create(Optimizer.ADAM, 0.002);
    assertThat(run.isInTraining()).isFalse();
    RunTrainer first = new RunTrainer(run, DATA, NOBODY);
    assertThat(run.isInTraining()).isTrue();
    assertThat(problemOf(() -> new RunTrainer(run, DATA, NOBODY)).key())
        .isEqualTo("problem.run.locked");
    assertThat(problemOf(() -> store.delete(run)).key()).isEqualTo("problem.run.locked");
    first.train();
    assertThat(run.isInTraining()).isFalse();
  }

  @Test
  void aLossThatIsNoNumberKeepsTheLastGoodEpochAndSaysSo() {
    Recipe absurd =
        new Recipe(2, 50, Optimizer.SGD, 10)
            .with(
                r -> {
                  r.weightDecay = 0.99; // each step takes the weights times −8.9
                  r.seed = 7;
                });
    Run run = store.create("lenet5-relu", absurd, "synthetic");
    assertThat(problemOf(() -> new RunTrainer(run, DATA, NOBODY).train()).key())
        .isEqualTo("problem.train.nan");
    assertThat(run.info().status()).isEqualTo(RunInfo.Status.FAILED);
    assertThat(run.info().reason()).isEqualTo("problem.train.nan");
    assertThat(run.isInTraining()).isFalse();
  }

  @Test
  void whatALaterEpochBreaksLeavesTheEpochsBeforeIt() throws IOException {
    Run whole = create(Optimizer.ADAM, 0.002);
    new RunTrainer(whole, DATA, NOBODY).train();
    Run run = create(Optimizer.ADAM, 0.002);
    trainUntil(run, 2, 3);
    String recipe = Files.readString(run.folder().resolve("run.json"));
    String absurd =
        recipe
            .replace("\"adam\"", "\"adamw\"")
            .replace("0.002", "10")
            .replace("\"batchSize\": 50", "\"batchSize\": 5")
            .replace("\"weightDecay\": 0.0", "\"weightDecay\": 0.99");
    Files.writeString(run.folder().resolve("run.json"), absurd);

    Problem problem = problemOf(() -> new RunTrainer(run, DATA, NOBODY).train());

    assertThat(problem.getMessage()).contains("epoch 2", "lower learning rate");
    assertThat(run.info().status()).isEqualTo(RunInfo.Status.FAILED);
    assertThat(run.checkpointEpochs()).containsExactly(1);
    Files.writeString(run.folder().resolve("run.json"), recipe);
    new RunTrainer(run, DATA, NOBODY).train();
    assertThat(losses(run)).isEqualTo(losses(whole));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"batchSize\": 50', '\"batchSize\": 0', batchSize is 0,'1 to 10,000'",
    "'\"learningRate\": 0.002', '\"learningRate\": NaN', learningRate is NaN, up to 10",
    "'\"adam\"', '\"rmsprop\"', optimizer is missing or unknown, 'sgd, momentum, adam, adamw'",
    "'\"epochs\": 3,', '', epochs is 0, '1 to 1,000'"
  })
  void aRecipeThatCannotBeFollowedIsTold(String good, String bad, String value, String range)
      throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    Path info = run.folder().resolve("run.json");
    String text = Files.readString(info);
    assertThat(text).contains(good);
    Files.writeString(info, text.replace(good, bad));

    assertThat(problemOf(run::info).getMessage()).contains(info.toString(), value, range);
    assertThat(problemOf(() -> new RunTrainer(run, DATA, NOBODY)).key())
        .isEqualTo("problem.recipe");
    assertThat(run.isInTraining()).isFalse();
    assertThat(store.find(run.folder().getFileName().toString())).isEqualTo(run);
  }

  @Test
  void whoDescribesARunInTrainingDoesNotDisturbIt() throws Exception {
    Run run = create(Optimizer.ADAM, 0.002);
    AtomicBoolean isOver = new AtomicBoolean();
    FutureTask<Integer> person =
        new FutureTask<>(
            () -> {
              int times = 0;
              while (!isOver.get() || times == 0) {
                run.describe("title " + ++times, "notes");
              }
              return times;
            });
    Thread.ofPlatform().start(person);

    new RunTrainer(run, DATA, NOBODY).train();

    isOver.set(true);
    int times = person.get();
    assertThat(run.info().title()).isEqualTo("title " + times);
    assertThat(run.info().status()).isEqualTo(RunInfo.Status.FINISHED);
  }

  @Test
  void changesFromManySidesAreAllKept() {
    Run run = create(Optimizer.ADAM, 0.002);

    IntStream.range(0, 80)
        .parallel()
        .forEach(_ -> run.change(i -> i.withWords(i.title(), i.notes() + "+")));

    assertThat(run.info().notes()).isEqualTo("+".repeat(80));
  }

  @Test
  void memoryThatRunsOutEndsARunAsFailed() {
    Run run = create(Optimizer.ADAM, 0.002);
    Error error = new OutOfMemoryError("of a test");

    assertThat(failed(run, error)).isSameAs(error);

    assertThat(run.info().status()).isEqualTo(RunInfo.Status.FAILED);
    assertThat(run.info().reason()).isEqualTo("problem.train.memory");
    assertThat(run.checkpointEpochs()).containsExactly(1);
    assertThat(run.isInTraining()).isFalse();
    new RunTrainer(run, DATA, NOBODY).train();
    assertThat(run.info().status()).isEqualTo(RunInfo.Status.FINISHED);
    assertThat(run.info().reason()).isNull();
  }

  @Test
  void whatNobodyForesawEndsARunAsFailed() {
    Run run = create(Optimizer.ADAM, 0.002);
    RuntimeException defect = new IllegalStateException("of a test");

    assertThat(failed(run, defect)).isSameAs(defect);

    assertThat(run.info().reason()).isEqualTo("problem.train.unforeseen");
    assertThat(Messages.LANGUAGES)
        .allSatisfy(each -> assertThat(new Messages(each).get(run.info().reason())).isNotBlank());
  }

  /** What comes out of a training whose listener throws in the second epoch. */
  private static Throwable failed(Run run, Throwable thrown) {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onBatch(BatchMetrics metrics) {
            if (metrics.epoch() == 2) {
              RunTest.<RuntimeException>sneak(thrown);
            }
          }
        };
    return catchThrowable(() -> new RunTrainer(run, DATA, listener).train());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void aRunThatIsCutOffAtItsEndDoesWhatIsLeft() {
    Run run = create(Optimizer.ADAM, 0.002);
    RunTrainer trainer = new RunTrainer(run, DATA, NOBODY);
    AtomicReference<RunInfo.Status> meanwhile = new AtomicReference<>();

    trainer.train(
        () -> {
          meanwhile.set(run.info().status());
          return false;
        });

    assertThat(meanwhile.get()).isEqualTo(RunInfo.Status.OPEN);
    assertThat(run.info().status()).isEqualTo(RunInfo.Status.STOPPED);
    assertThat(run.checkpointEpochs()).containsExactly(1, 2, 3);
    AtomicBoolean isDone = new AtomicBoolean();
    new RunTrainer(run, DATA, NOBODY).train(() -> isDone.compareAndSet(false, true));
    assertThat(isDone).isTrue();
    assertThat(run.info().status()).isEqualTo(RunInfo.Status.FINISHED);
  }

  @Test
  void aCheckpointThatWasHalfWrittenIsSwept() throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    trainUntil(run, 2, 3);
    Path part = Files.createDirectory(run.checkpoint(1).resolveSibling(".0002.part"));
    Files.writeString(part.resolve("model.json"), "{");

    trainUntil(run, 2, 3);

    assertThat(part).doesNotExist();
    assertThat(run.checkpointEpochs()).containsExactly(1);
  }

  @Test
  void aRunWhoseFolderIsDeletedEndsAndSaysSo() {
    Run run = create(Optimizer.ADAM, 0.002);
    TrainingListener vandal =
        new TrainingListener() {
          @Override
          public void onBatch(BatchMetrics metrics) {
            if (metrics.epoch() == 2 && metrics.batch() == 1) {
              delete(run.folder());
            }
          }
        };

    Problem problem = problemOf(() -> new RunTrainer(run, DATA, vandal).train());

    assertThat(problem.key()).isEqualTo("problem.run.gone");
    assertThat(problem.getMessage()).contains(run.folder().toString());
    assertThat(run.folder()).doesNotExist();
    assertThat(run.isInTraining()).isFalse();
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDeletedRunComesBack() {
    Run run = create(Optimizer.ADAM, 0.002);
    Deleted deleted = store.delete(run);
    assertThat(store.list()).isEmpty();
    assertThat(store.restore(deleted)).isEqualTo(run);
    assertThat(store.list()).containsExactly(run);
  }

  @Test
  void runsOfOneSecondAreListedTheNewestFirstToo() {
    List<Run> made = Stream.generate(() -> create(Optimizer.ADAM, 0.002)).limit(24).toList();
    assertThat(store.list()).isEqualTo(made.reversed());
  }

  @Test
  void anotherWindowDoesNotEmptyTheBin() throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    Run older = create(Optimizer.ADAM, 0.002);
    Deleted deleted = store.delete(run);
    Deleted yesterday = store.delete(older);
    FileTime then = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    Files.setLastModifiedTime(yesterday.place(), then);

    new RunStore(new AppFolders(home, home, home, home)).emptyBin();

    assertThat(yesterday.place()).doesNotExist();
    store.restore(deleted);
    assertThat(store.list()).containsExactly(run);
  }

  @Test
  void aRunThatWasDeletedTwiceComesBackTwice() throws IOException {
    Run run = create(Optimizer.ADAM, 0.002);
    Deleted first = store.delete(run);
    Path again = Files.createDirectories(run.folder());
    Files.copy(first.place().resolve("run.json"), again.resolve("run.json"));
    Deleted second = store.delete(run);

    assertThat(store.restore(second)).isEqualTo(run);
    Run other = store.restore(first);

    assertThat(store.list()).hasSize(2);
    assertThat(other.info().id()).isEqualTo(other.folder().getFileName().toString());
  }

  @Test
  void runsAreFoundByIdTitleAndFolder() {
    Run run = create(Optimizer.ADAM, 0.002);
    run.describe("my first", "with dropout");
    assertThat(run.info().notes()).isEqualTo("with dropout");
    assertThat(store.find("my first")).isEqualTo(run);
    assertThat(store.find(run.info().id())).isEqualTo(run);
    assertThat(store.find(run.folder().toString())).isEqualTo(run);
    assertThat(problemOf(() -> store.find("another")).key()).isEqualTo("problem.run.unknown");
  }

  @Test
  void everyEpochOfARunIsAModel() {
    Run run = create(Optimizer.ADAM, 0.002);
    new RunTrainer(run, DATA, NOBODY).train();
    assertThat(run.checkpointEpochs()).containsExactly(1, 2, 3);
    assertThat(dev.inkling.model.ModelFolder.read(run.checkpoint(2)).card().epochs()).isEqualTo(2);
    assertThat(EpochConfusions.read(run)).hasSize(3);
    assertThat(run.info().architecture()).isEqualTo(Architecture.named("lenet-dropout").name());
  }

  @Test
  void aRunEndsEarlyWhenTheValidationLossNoLongerFallsAlsoAfterAStop() throws IOException {
    Run patient = createWithPatience(0);
    new RunTrainer(patient, DATA, NOBODY).train();
    int best = 0;
    int last = 0;
    List<EpochRow> epochs = EpochRow.read(patient);
    while (last - (best + 1) < 2) {
      best = epochs.get(last).valLoss() < epochs.get(best).valLoss() ? last : best;
      last++;
    }

    Run impatient = createWithPatience(2);
    trainUntil(impatient, 2, 1);
    new RunTrainer(impatient, DATA, NOBODY).train();

    assertThat(impatient.checkpointEpochs()).hasSize(last).hasSizeLessThan(epochs.size());
    assertThat(losses(impatient)).isEqualTo(losses(patient).subList(0, 1 + last * 6));
    assertThat(impatient.info().status()).isEqualTo(RunInfo.Status.FINISHED);
    assertThat(impatient.epochToSave()).contains(best + 1);
    assertThat(patient.epochToSave()).contains(epochs.size());
  }

  /** So large a rate that the loss soon goes up and down. */
  private Run createWithPatience(int patience) {
    Recipe recipe =
        new Recipe(12, 50, Optimizer.ADAM, 0.05)
            .with(
                r -> {
                  r.patience = patience;
                  r.dropout = 0.0;
                });
    return store.create("lenet-dropout", recipe, "synthetic");
  }
}
