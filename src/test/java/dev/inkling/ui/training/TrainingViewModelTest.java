package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.Lesson;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Augmentation;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.RecipeField;
import dev.inkling.run.BatchRow;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.run.TrainingCurve;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Shipped;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Messages;
import dev.inkling.text.Phrase;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio without a window: files at once, trainings when the test says so. */
class TrainingViewModelTest {
  @TempDir Path home;

  private final Queue<Runnable> trainings = new ArrayDeque<>();
  private boolean isMemoryFull;
  private TrainingViewModel training;
  private Studio studio;

  @BeforeEach
  void open() {
    DataSet digits = Synthetic.dataSet(120, 20);
    Path data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    Workers workers =
        new Workers(kind -> kind == Kind.TRAINING ? trainings::add : Runnable::run, this::onFx);
    studio = new Studio(TestStudio.folders(home), workers);
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    training = studio.training();
    training.form().architectureProperty().set(Architecture.named("lenet-dropout"));
    training.form().dataProperty().set(data.toString());
    training.form().number(RecipeField.EPOCHS).textProperty().set("2");
    training.form().number(RecipeField.BATCH_SIZE).textProperty().set("10");
  }

  private void onFx(Runnable task) {
    if (isMemoryFull) {
      isMemoryFull = false;
      throw new OutOfMemoryError("Java heap space");
    }
    task.run();
  }

  /** What is thrown while the run hands over that it begins is thrown on the training thread. */
  @Test
  void whenMemoryRunsOutTheRunEndsItIsSaidAndTheNextBegins() {
    training.queue().start();
    training.queue().start();
    isMemoryFull = true;
    trainings.remove().run();
    assertThat(problem().key()).isEqualTo("problem.memory");
    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);

    training.live().stop();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.STOPPING);
    isMemoryFull = true;
    trainings.remove().run();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(training.live().underWayProperty().get()).isNull();
    assertThat(trainings).isEmpty();
  }

  private Problem problem() {
    return TestStudio.problems(studio).getLast();
  }

  private RunItem item(int index) {
    return training.runs().runs().get(index);
  }

  @Test
  void aTrainingBeginsWithWhatAnotherNetworkLearned() {
    assertThat(training.form().starts()).containsExactly("", "lenet-dropout");
    training.form().fromProperty().set("lenet-dropout");
    training.form().number(RecipeField.FROZEN).textProperty().set("2");
    training.form().number(RecipeField.EPOCHS).textProperty().set("1");
    training.queue().start();
    trainings.remove().run();

    Recipe recipe = item(0).info().recipe();
    assertThat(recipe.from()).isEqualTo("lenet-dropout");
    assertThat(recipe.frozen()).isEqualTo(2);
    float[] shipped = Shipped.model("lenet-dropout").weights().tensor("conv1.weight").values();
    Path epoch = item(0).run().checkpoint(1);
    assertThat(ModelFolder.read(epoch).weights().tensor("conv1.weight").values())
        .containsExactly(shipped);
  }

  @Test
  void anotherNetworkBeginsFromScratchAgain() {
    training.form().fromProperty().set("lenet-dropout");
    training.form().architectureProperty().set(Architecture.named("sprint"));

    assertThat(training.form().fromProperty().get()).isEmpty();
    assertThat(training.form().starts()).containsExactly("", "sprint");
    assertThat(training.form().recipe().from()).isNull();
  }

  @Test
  void oneLayerAtLeastMustLearn() {
    training.form().number(RecipeField.FROZEN).textProperty().set("99");
    assertThat(training.form().validBinding().get()).as("from scratch it is not asked").isTrue();
    training.form().fromProperty().set("lenet-dropout");
    assertThat(training.form().validBinding().get()).isFalse();
    Phrase field = (Phrase) training.form().problem().getValue().arguments()[0];
    assertThat(field.key()).isEqualTo("training.frozen");
  }

  @Test
  void aNetworkToBeginWithThatIsGoneIsTold() {
    training.form().start("gone");
    training.queue().start();

    assertThat(problem().key()).isEqualTo("problem.model.unknown");
    assertThat(training.runs().runs()).isEmpty();
  }

  @Test
  void oneRunTrainsTheOthersWaitTheirTurn() {
    training.queue().start();
    training.form().number(RecipeField.SEED).textProperty().set("2");
    training.queue().start();
    training.queue().start();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);
    assertThat(trainings).hasSize(1);
    assertThat(training.queue().waiting()).hasSize(2);

    training.queue().dequeue(training.queue().waiting().getLast());
    trainings.remove().run();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);
    assertThat(training.queue().waiting()).isEmpty();
    assertThat(training.live().underWayProperty().get().info().recipe().seed()).isEqualTo(2);

    trainings.remove().run();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(training.live().shown().recipeProperty().get().seed()).isEqualTo(2);
    assertThat(training.runs().runs())
        .extracting(item -> item.info().status())
        .containsExactlyInAnyOrder(Status.FINISHED, Status.FINISHED, Status.OPEN);
  }

  @Test
  void stopEndsTheRunInTrainingAloneAndClosingEndsThemAll() {
    training.queue().start();
    training.queue().start();
    training.live().stop();
    trainings.remove().run();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);

    training.queue().stopAll();
    trainings.remove().run();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(training.runs().runs())
        .extracting(item -> item.info().status())
        .containsOnly(Status.STOPPED);
  }

  @Test
  void aRunWhoseImagesHaveVanishedSaysSoAndTheNextBegins() throws IOException {
    DataSet digits = Synthetic.dataSet(60, 10);
    Path gone = IdxFiles.write(home.resolve("gone"), digits.train(), digits.test());
    Path kept = Path.of(training.form().dataProperty().get());
    training.form().dataProperty().set(gone.toString());
    training.queue().start();
    training.form().dataProperty().set(kept.toString());
    training.queue().start();
    Files.delete(gone.resolve(IdxFiles.TRAIN_IMAGES));

    trainings.remove().run();
    assertThat(problem().getMessage()).contains(gone.toString());
    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);
    trainings.remove().run();
    assertThat(item(0).info().status()).isEqualTo(Status.FINISHED);
    assertThat(item(0).info().data()).isEqualTo(kept.toString());
  }

  @Test
  void aRunWhoseImagesWereMovedGoesOnWhereTheyAre() throws IOException {
    training.queue().start();
    training.live().stop();
    trainings.remove().run();
    Run run = item(0).run();
    Path moved =
        Files.move(Path.of(training.form().dataProperty().get()), home.resolve("elsewhere"));

    training.queue().resume(run);
    trainings.remove().run();
    assertThat(problem().getMessage()).contains(run.info().id(), "Resume this run");
    assertThat(training.queue().asksForImages(run)).isTrue();

    training.queue().resume(run, moved);
    trainings.remove().run();
    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(training.queue().asksForImages(run)).isFalse();
    assertThat(item(0).info().status()).isEqualTo(Status.FINISHED);
    assertThat(item(0).info().folder()).isEqualTo(moved.toString());
  }

  @Test
  void imagesThatAreNoDigitsAreQuestionedAndTrainedOnAllTheSame() {
    DataSet digits = Synthetic.dataSet(120, 20);
    byte[] labels = digits.train().labels().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) ((labels[i] + 1) % 10);
    }
    Digits odd = new Digits(digits.train().pixels(), labels);
    Path place = IdxFiles.write(home.resolve("odd"), odd, digits.test());
    training.form().dataProperty().set(place.toString());
    training.queue().start();
    trainings.remove().run();

    assertThat(TestStudio.problems(studio))
        .anySatisfy(
            problem ->
                assertThat(problem.getMessage())
                    .contains("shipped network reads only", place.toString()));
    assertThat(item(0).info().status()).isEqualTo(Status.FINISHED);
  }

  @Test
  void aFailedRunSaysWhyAlsoLater() {
    training.form().architectureProperty().set(Architecture.named("dropout-sgd"));
    training.form().choice(RecipeField.OPTIMIZER).set(Optimizer.MOMENTUM);
    training.form().number(RecipeField.LEARNING_RATE).textProperty().set("10");
    training.form().number(RecipeField.BATCH_SIZE).textProperty().set("1");
    training.queue().start();
    trainings.remove().run();
    Run failed = item(0).run();
    assertThat(item(0).info().status()).isEqualTo(Status.FAILED);
    assertThat(training.live().shown().failureProperty().get().key())
        .isEqualTo(item(0).info().reason());

    training.form().fill(Architecture.named("lenet-dropout").recipe());
    training.form().number(RecipeField.EPOCHS).textProperty().set("1");
    training.queue().start();
    trainings.remove().run();
    assertThat(training.live().shown().failureProperty().get()).isNull();
    training.show(failed);
    assertThat(training.other().failureProperty().get().sentence(new Messages(Locale.ENGLISH)))
        .contains("infinite");
  }

  @Test
  void aRunWithoutAnEpochIsNoModel() {
    training.queue().start();
    training.live().stop();
    trainings.remove().run();
    assertThat(item(0).hasEpoch()).isFalse();

    training.runs().saveModel(item(0).run(), "early");

    assertThat(problem().key()).isEqualTo("problem.run.noEpoch");
    assertThat(home.resolve("models/early")).doesNotExist();
  }

  @Test
  void aRunThatCannotBeReadShowsNoOtherRunsCurves() throws IOException {
    training.queue().start();
    trainings.remove().run();
    Run good = item(0).run();
    training.queue().start();
    trainings.remove().run();
    Run bad = training.live().shown().runProperty().get();
    training.queue().start();
    trainings.remove().run();
    Files.delete(bad.batches());
    Files.createDirectory(bad.batches());
    training.show(good);
    assertThat(training.other().curves().of(TrainingCurve.TRAIN_LOSS).size()).isPositive();

    training.show(bad);

    assertThat(problem().getMessage()).contains(bad.batches().toString());
    assertThat(training.shownProperty().get()).isSameAs(training.other());
    assertThat(training.other().curves().of(TrainingCurve.TRAIN_LOSS).size()).isZero();
    assertThat(training.other().runProperty().get()).isNull();
    assertThat(training.other().keptEpochsProperty().get()).isZero();
  }

  /** A line out of its order says that there were more examples than there can have been. */
  @Test
  void aRunWithBatchesOutOfOrderIsShownAndGoesOn() throws IOException {
    training.form().number(RecipeField.EPOCHS).textProperty().set("1");
    training.queue().start();
    trainings.remove().run();
    Run run = item(0).run();
    Path info = run.folder().resolve("run.json");
    Files.writeString(
        info,
        Files.readString(info)
            .replace("finished", "stopped")
            .replace("\"epochs\": 1,", "\"epochs\": 2,"));
    List<String> lines = Files.readAllLines(run.batches());
    lines.add(2, "1,2,999999999,0.5,0.1,7");
    Files.write(run.batches(), lines);
    training.form().number(RecipeField.SEED).textProperty().set("2");
    training.queue().start();
    trainings.remove().run();

    training.show(run);
    assertThat(training.other().curves().of(TrainingCurve.TRAIN_LOSS).size()).isEqualTo(2);
    training.queue().resume(run);
    trainings.remove().run();

    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(run.info().status()).isEqualTo(Status.FINISHED);
    assertThat(training.live().shown().curves().of(TrainingCurve.TRAIN_LOSS).size())
        .isGreaterThan(2);
  }

  @Test
  void anotherRunCanBeLookedAtAndTheLiveOneComesBack() {
    training.queue().start();
    trainings.remove().run();
    Run first = training.live().shown().runProperty().get();
    int points = training.live().shown().curves().of(TrainingCurve.VAL_LOSS).size();
    training.queue().start();
    trainings.remove().run();

    training.show(first);
    assertThat(training.shownProperty().get()).isSameAs(training.other());
    // Eight looks in the midst of the first epoch are not kept; two epochs are.
    assertThat(training.other().curves().of(TrainingCurve.VAL_LOSS).size())
        .isEqualTo(2)
        .isLessThan(points);
    training.putOnPad(2);
    assertThat(training.onPadProperty().get().folder()).isEqualTo(first.checkpoint(2));

    assertThat(training.other().firstLayerProperty().get()).as("of another page").isNull();
    training.pageProperty().set(RunPage.LAYERS);
    assertThat(training.other().firstLayerProperty().get()).isNotNull();

    training.show(training.live().shown().runProperty().get());
    assertThat(training.shownProperty().get()).isSameAs(training.live().shown());
  }

  @Test
  void aFolderWithoutDataIsRefusedAndTheImagesBeforeAreChosen() {
    Path empty = home.resolve("empty");
    training.form().dataProperty().set(empty.toString());
    assertThat(training.form().validBinding().get()).isFalse();
    training.form().dataProperty().set(DataSource.SYNTHETIC);
    training.form().dataProperty().set(home.toString());
    assertThat(TestStudio.problems(studio))
        .extracting(Problem::key)
        .containsExactly("problem.data.nothing");
    assertThat(training.form().dataProperty().get()).isEqualTo(DataSource.SYNTHETIC);
    assertThat(training.form().validBinding().get()).isTrue();
  }

  @Test
  void aRunIsDescribedDeletedBroughtBackAndSavedAsAModel() {
    training.queue().start();
    trainings.remove().run();
    Run run = item(0).run();
    training.runs().describe(run, "Mine", "first try\nsecond line");
    assertThat(item(0).info().title()).isEqualTo("Mine");
    assertThat(item(0).info().notes()).isEqualTo("first try\nsecond line");
    assertThat(item(0).name(new Messages(Locale.ENGLISH))).matches("Mine, .*\\d+:\\d\\d.*%");

    training.runs().delete(List.of(run));
    assertThat(training.runs().runs()).isEmpty();
    assertThat(training.shownProperty().get().runProperty().get()).isNull();
    assertThat(training.shownProperty().get().outcomeProperty().get()).isNull();
    training.runs().undoDelete();
    assertThat(training.runs().runs()).hasSize(1);

    training.runs().saveModel(run, "my net");
    assertThat(studio.pad().models()).extracting(Entry::name).contains("my net");
    Path saved = TestStudio.folders(home).models().resolve("my net");
    assertThat(ModelFolder.read(saved).card().epochs()).isEqualTo(2);
    training.runs().saveModel(run, "my net");
    assertThat(problem().key()).isEqualTo("problem.model.exists");
  }

  /** It is told once how many there are, and why; not each time the list is read. */
  @Test
  void aRunWhoseRecipeCannotBeFollowedIsLeftOutAndTold() throws IOException {
    training.queue().start();
    training.form().number(RecipeField.SEED).textProperty().set("2");
    training.queue().start();
    Path info = item(0).run().folder().resolve("run.json");
    String text = Files.readString(info);

    Files.writeString(info, text.replace("\"batchSize\": 10", "\"batchSize\": 0"));
    training.runs().refresh();

    assertThat(training.runs().runs()).hasSize(1);
    assertThat(new Messages(Locale.ENGLISH).get(problem()))
        .startsWith("1 run cannot be read")
        .contains(info.toString());
    assertThat(new Messages(Locale.SIMPLIFIED_CHINESE).get(problem()))
        .startsWith("有 1 次训练的记录无法读取")
        .contains(info.toString());
    studio.notices().dismiss(studio.notices().told().getLast());
    training.runs().refresh();
    assertThat(TestStudio.problems(studio)).as("told once").isEmpty();
    Files.writeString(info, text);
    training.runs().refresh();
    assertThat(training.runs().runs()).hasSize(2);
    assertThat(TestStudio.problems(studio)).isEmpty();
  }

  @Test
  void whatTheFormTakesIsWhatARecipeMayHave() {
    RecipeForm form = training.form();
    form.number(RecipeField.EPOCHS).textProperty().set("1001");
    assertThat(
            new Messages(Locale.ENGLISH)
                .get(
                    "training.problem",
                    "Epochs",
                    form.number(RecipeField.EPOCHS).problem().getValue()))
        .isEqualTo("Epochs: “1001” is out of range; a whole number from 1 to 1,000 is needed.");
    assertThat(form.validBinding().get()).isFalse();
    form.number(RecipeField.EPOCHS).textProperty().set(" 1000 ");
    form.number(RecipeField.SEED).textProperty().set("9007199254740991");
    form.number(RecipeField.LEARNING_RATE).textProperty().set("10");

    assertThat(form.validBinding().get()).isTrue();
    assertThat(form.recipe().seed()).isEqualTo(9007199254740991L);
    assertThat(RecipeField.wrongIn(form.recipe())).isEmpty();
  }

  @Test
  void allFieldsOfANetworksRecipeComeBackAsTheyWere() {
    RecipeForm form = training.form();
    for (Architecture network : Architecture.all()) {
      form.architectureProperty().set(network);
      assertThat(form.recipe()).isEqualTo(network.recipe());
    }
    form.number(RecipeField.WARM_UP).textProperty().set("0.1");
    form.number(RecipeField.CLIP).textProperty().set("2");
    form.choice(RecipeField.INIT).set(Init.HE);
    assertThat(form.recipe().warmUp()).isEqualTo(0.1);
    assertThat(form.recipe().clip()).isEqualTo(2);
    assertThat(form.recipe().init()).isEqualTo(Init.HE);

    RecipeDraft draft = RecipeDraft.of(form);
    RecipeForm again = new RecipeForm();
    draft.fillIn(again);
    assertThat(again.recipe()).isEqualTo(form.recipe());
  }

  @Test
  void aMomentumThatIsNotAskedForIsNotWrong() {
    RecipeForm form = training.form();
    form.choice(RecipeField.OPTIMIZER).set(Optimizer.ADAM);
    form.number(RecipeField.MOMENTUM).textProperty().set("much");
    assertThat(form.validBinding().get()).isTrue();
    form.choice(RecipeField.OPTIMIZER).set(Optimizer.MOMENTUM);
    assertThat(form.validBinding().get()).isFalse();
    assertThat(form.moreProperty().get()).isTrue();
  }

  @Test
  void whatOfTheImagesIsLearnedStaysWithAnotherNetwork() {
    RecipeForm form = training.form();
    form.number(RecipeField.PART).textProperty().set("0.1");
    form.number(RecipeField.LABEL_NOISE).textProperty().set("0.2");
    form.number(RecipeField.IMBALANCE).textProperty().set("10");
    form.leftOutProperty().set(" 7 ");
    form.architectureProperty().set(Architecture.named("lenet5-relu"));

    assertThat(form.recipe().lesson()).isEqualTo(new Lesson(0.1, 0.2, 10, "7", 1));
    assertThat(form.validBinding().get()).isTrue();
    assertThat(form.lessonProperty().get()).isFalse();

    form.number(RecipeField.PART).textProperty().set("2");
    assertThat(form.validBinding().get()).isFalse();
    assertThat(form.lessonProperty().get()).isTrue();
    assertThat(form.moreProperty().get()).isFalse();

    form.fill(Architecture.named("lenet5-relu").recipe());
    assertThat(form.recipe().lesson()).isEqualTo(new Lesson(1, 0, 0, null, 1));
  }

  @Test
  void aRunLearnsWhatItsRecipeLeavesAndItsCurvesCountThat() {
    training.form().number(RecipeField.PART).textProperty().set("0.5");
    training.queue().start();
    trainings.remove().run();
    training.live().drain();

    // Of 84 images to learn from half of each digit's 8 or 9, which is 4 or 5.
    assertThat(training.live().metrics().batchProperty().get().examples()).isEqualTo(2 * 44);
    assertThat(item(0).info().recipe().part()).isEqualTo(0.5);
  }

  @Test
  void theTimeIsEstimatedAlsoForAFolder() {
    training.estimate().update();
    trainings.remove().run();
    double seconds = training.estimate().secondsProperty().get();
    assertThat(seconds).isPositive();
    training.form().number(RecipeField.EPOCHS).textProperty().set("1000");
    training.estimate().update();
    assertThat(training.estimate().secondsProperty().get()).isNaN();
    trainings.remove().run();
    assertThat(training.estimate().secondsProperty().get()).isGreaterThan(5 * seconds);
  }

  @Test
  void theTimeIsTriedAgainAndIsThatOfARunLikeIt() {
    training.estimate().update();
    trainings.remove().run();
    training.estimate().again();
    assertThat(training.estimate().secondsProperty().get()).isPositive(); // while it is tried
    trainings.remove().run();

    training.queue().start();
    trainings.remove().run();
    double taken = item(0).info().seconds();
    assertThat(training.estimate().secondsProperty().get()).isCloseTo(taken, within(1e-6));
    training.form().number(RecipeField.EPOCHS).textProperty().set("6");
    training.estimate().update();
    assertThat(training.estimate().secondsProperty().get()).isCloseTo(3 * taken, within(1e-6));
    training.form().number(RecipeField.BATCH_SIZE).textProperty().set("12");
    training.estimate().update();
    assertThat(training.estimate().secondsProperty().get()).isNaN();
  }

  @Test
  void aRunThatIsTrainedHereIsNotDeletedAndItIsSaidWhere() {
    training.queue().start();
    training.runs().refresh();
    Run run = item(0).run();
    training.runs().delete(List.of(run));
    assertThat(problem().getMessage()).contains("in this window", "Stop it first");
    training.runs().pack(run, home.resolve("run.inkling"));
    assertThat(home.resolve("run.inkling")).doesNotExist();
    assertThat(run.folder()).exists();
  }

  @Test
  void aRunThatWasCutOffInItsFirstEpochSaysHowLongItWasTrainedAndCanGoOn() throws IOException {
    training.queue().start();
    training.live().stop();
    trainings.remove().run();
    Run run = item(0).run();
    Files.writeString(
        run.batches(), BatchRow.HEADER + "\n1,1,10,2.3,0.1,5\n1,2,20,2.2,0.1,4\n1,3,30,2.");
    RunOutcome outcome = RunOutcome.of(run);
    assertThat(outcome.seconds()).isEqualTo(5);
    assertThat(outcome.canGoOn()).isTrue();
  }

  @Test
  void dropoutBelongsToNetworksThatHaveIt() {
    training.form().number(RecipeField.DROPOUT).textProperty().set("0.1");
    assertThat(training.form().recipe().dropout()).isEqualTo(0.1);
    training.form().number(RecipeField.DROPOUT).textProperty().set("1");
    assertThat(training.form().number(RecipeField.DROPOUT).problem().getValue()).isNotNull();
    training.form().number(RecipeField.DROPOUT).textProperty().set("");
    assertThat(training.form().recipe().dropout()).isNull();
    training.form().architectureProperty().set(Architecture.named("lenet5-relu"));
    training.form().number(RecipeField.DROPOUT).textProperty().set("0.1");
    assertThat(training.form().recipe().dropout()).isNull();
  }

  @Test
  void thePreviewVariesTheChosenImages() {
    training.preview().show(training.form().dataProperty().get(), Augmentation.NONE);
    float[] plain = training.preview().imagesProperty().get().getFirst().ink();
    assertThat(training.preview().imagesProperty().get()).hasSize(AugmentationPreview.COUNT);
    training.preview().show(training.form().dataProperty().get(), Augmentation.FULL);
    float[] varied = training.preview().imagesProperty().get().getFirst().ink();
    training.preview().show(training.form().dataProperty().get(), Augmentation.FULL);
    float[] again = training.preview().imagesProperty().get().getFirst().ink();
    assertThat(Arrays.equals(plain, varied)).isFalse();
    assertThat(Arrays.equals(varied, again)).isFalse();
    // Before MNIST is there, written digits stand in for it; nothing is downloaded.
    training.preview().show(DataSource.MNIST, Augmentation.LIGHT);
    assertThat(training.preview().imagesProperty().get()).hasSize(AugmentationPreview.COUNT);
    assertThat(Files.exists(home.resolve("train-images-idx3-ubyte.gz"))).isFalse();
  }
}
