package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Synthetic;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.model.Recipe.Schedule;
import dev.inkling.model.RecipeField;
import dev.inkling.model.TeachingNetworks;
import dev.inkling.run.Run;
import dev.inkling.run.Standing;
import dev.inkling.run.TrainingCurve;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Messages;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.RunsViewModel.RunItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first press on Train to a model of one's own; trainings when the test says so. */
class TrainingStudioTest {
  @TempDir Path home;

  private final Queue<Runnable> trainings = new ArrayDeque<>();
  private Path data;
  private Studio studio;
  private TrainingViewModel training;

  @BeforeEach
  void open() {
    DataSet digits = Synthetic.dataSet(120, 20);
    data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    studio = another();
    training = studio.training();
  }

  /** Another window on the same folders. */
  private Studio another() {
    Workers workers =
        new Workers(kind -> kind == Kind.TRAINING ? trainings::add : Runnable::run, Runnable::run);
    Studio other = new Studio(TestStudio.folders(home), workers);
    other.pad().loadModels(ModelLibrary.DEFAULT);
    return other;
  }

  private void quick() {
    training.form().useFolder(data);
    training.form().number(RecipeField.EPOCHS).textProperty().set("2");
    training.form().number(RecipeField.BATCH_SIZE).textProperty().set("10");
  }

  private void train() {
    training.queue().start();
    trainings.remove().run();
  }

  private RunItem item(int index) {
    return training.runs().runs().get(index);
  }

  @Test
  void whoPressesTrainFirstWaitsForSecondsNotForHours() {
    assertThat(training.form().architectureProperty().get().name()).isEqualTo("sprint");
    assertThat(training.form().recipe()).isEqualTo(Architecture.named("sprint").recipe());
    assertThat(training.form().moreProperty().get()).isFalse();
  }

  @Test
  void theRecipeIsAsItWasLeft() {
    training.form().architectureProperty().set(Architecture.named("conv2-wide"));
    training.form().choice(RecipeField.SCHEDULE).set(Schedule.STEP);
    training.form().number(RecipeField.LEARNING_RATE).textProperty().set("0,02");
    training.form().useFolder(data);
    training.form().moreProperty().set(true);

    RecipeForm form = another().training().form();

    assertThat(form.architectureProperty().get().name()).isEqualTo("conv2-wide");
    assertThat(form.choice(RecipeField.SCHEDULE).get()).isEqualTo(Schedule.STEP);
    assertThat(form.number(RecipeField.LEARNING_RATE).textProperty().get()).isEqualTo("0,02");
    assertThat(form.dataProperty().get()).isEqualTo(data.toString());
    assertThat(form.moreProperty().get()).isTrue();
  }

  @Test
  void networksOfOnesOwnAreThereAtTheNextStart() {
    Architecture own =
        new Architecture(
            "mine", Normalization.NONE, Layer.list("dense 20, relu, dense 10"), Architecture.USUAL);
    training.shelf().keep(own);
    training.form().architectureProperty().set(own);
    training.form().number(RecipeField.EPOCHS).textProperty().set("4");

    TrainingViewModel next = another().training();
    assertThat(next.form().architectureProperty().get()).isEqualTo(own);
    assertThat(next.form().recipe().epochs()).isEqualTo(4);
    next.shelf().load();
    assertThat(next.form().architectureProperty().get()).isEqualTo(own);
    assertThat(next.form().networks().isBuilt(own)).isFalse();
    next.shelf().rename("mine", "ours");
    assertThat(next.form().architectureProperty().get().name()).isEqualTo("ours");
    assertThat(another().training().form().architectureProperty().get().name()).isEqualTo("ours");

    next.shelf().remove("ours");
    assertThat(next.form().architectureProperty().get().name()).isEqualTo("sprint");
    next.shelf().restore();
    assertThat(next.form().networks().all()).contains(own.called("ours"));
  }

  @Test
  void whatComesFromTheBuilderAndIsNotKeptIsThereAtTheNextStart() {
    Architecture built =
        new Architecture("mine", Normalization.NONE, Layer.list("dense 10"), Architecture.USUAL)
            .from(Origin.of("sprint", Architecture.named("sprint")));
    training.form().use(built);
    TrainingViewModel next = another().training();
    next.shelf().load();
    assertThat(next.form().architectureProperty().get()).isEqualTo(built);
    assertThat(next.form().networks().isBuilt(built)).isTrue();

    training.form().architectureProperty().set(TeachingNetworks.ALL.getLast());
    assertThat(another().training().form().architectureProperty().get())
        .isEqualTo(TeachingNetworks.ALL.getLast());
  }

  @Test
  void aRunOfACopyKnowsWhatWasCopied() {
    Architecture sprint = Architecture.named("sprint");
    Architecture copy =
        sprint
            .called("sprint-copy")
            .from(Origin.of("sprint", sprint))
            .withLayers(Layer.list("max-pool 2, dense 10"));
    training.form().use(copy);
    quick();
    train();
    assertThat(item(0).info().network().origin()).isEqualTo(copy.origin());
    assertThat(new Messages(Locale.ENGLISH).get(item(0).info().descent().orElseThrow()))
        .startsWith("copied from sprint: ");
  }

  @Test
  void whatIsLeftInADamagedFileIsTaken() throws Exception {
    Files.writeString(
        home.resolve("recipe.json"),
        "{\"architecture\": \"gone\", \"data\": \"/gone\", \"numbers\": {\"epochs\": \"7\"}}");
    RecipeForm form = another().training().form();
    assertThat(form.architectureProperty().get().name()).isEqualTo("sprint");
    assertThat(form.dataProperty().get()).isEqualTo(DataSource.MNIST);
    assertThat(form.number(RecipeField.EPOCHS).textProperty().get()).isEqualTo("7");

    Files.writeString(home.resolve("recipe.json"), "no recipe");
    assertThat(another().training().form().number(RecipeField.EPOCHS).textProperty().get())
        .isEqualTo("3");
  }

  @Test
  void aDecimalCommaIsTakenAndWhatIsRefusedSaysWhy() {
    RecipeForm form = training.form();
    form.number(RecipeField.LEARNING_RATE).textProperty().set("0,02");
    assertThat(form.recipe().learningRate()).isEqualTo(0.02);
    assertThat(form.problem().getValue()).isNull();

    assertThat(refusal("20"))
        .isEqualTo("Learning rate: “20” is out of range; a number above 0, up to 10 is needed.");
    assertThat(refusal("1,000")).contains("“1,000” could mean thousands or decimals");
    assertThat(refusal("")).startsWith("Learning rate: nothing is typed");
    assertThat(form.moreProperty().get()).isTrue(); // or nobody would see what is wrong
  }

  private String refusal(String typed) {
    training.form().number(RecipeField.LEARNING_RATE).textProperty().set(typed);
    var problem = training.form().problem().getValue();
    return new Messages(Locale.ENGLISH).get(problem.key(), problem.arguments());
  }

  @Test
  void whoHasNoMnistIsAskedBeforeThereIsARun() {
    training.queue().start();
    assertThat(training.queue().missing().askedProperty().get()).isTrue();
    assertThat(training.live().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(training.runs().runs()).isEmpty();
    assertThat(trainings).isEmpty();

    quick();
    assertThat(training.queue().missing().askedProperty().get()).isFalse();
    training.form().dataProperty().set(DataSource.MNIST);
    training.queue().start();
    training.queue().missing().use(data);
    trainings.remove().run();
    assertThat(item(0).standing()).isEqualTo(Standing.FINISHED);

    training.form().dataProperty().set(DataSource.MNIST);
    training.queue().start();
    training.queue().missing().write();
    assertThat(item(0).info().data()).isEqualTo(DataSource.SYNTHETIC);
    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);
  }

  /** What was refused does not stay chosen, and what is told is true. */
  @Test
  void imagesThatAreNotThereAreNotChosen() throws Exception {
    quick();
    String none = home.resolve("none").toString();
    training.form().useData(none);
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.data.nowhere");
    assertThat(training.form().dataProperty().get()).isEqualTo(data.toString());
    assertThat(training.form().dataSets()).doesNotContain(none);

    Path some = Files.move(data, Path.of(none));
    String both = none + "," + DataSource.SYNTHETIC;
    training.form().useData(both);
    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(training.form().validBinding().get()).isTrue();
    Files.move(some, data); // gone after it was chosen
    train();
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.data.nowhere");
    assertThat(training.form().dataProperty().get()).isEqualTo(data.toString());
    assertThat(training.form().dataSets()).doesNotContain(both);
    assertThat(training.runs().runs()).isEmpty();
    assertThat(training.live().shown().runProperty().get()).isNull();
  }

  @Test
  void aFolderWithoutImagesIsNotChosenWhereverItWas() throws Exception {
    Path folder = Files.createDirectory(home.resolve("empty"));
    training.form().useFolder(folder);
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.data.nothing");
    assertThat(training.form().dataProperty().get()).isEqualTo(DataSource.DEFAULT);
    assertThat(training.form().dataSets()).doesNotContain(folder.toString());

    training.queue().start();
    training.queue().missing().use(home.resolve("nowhere"));
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.data.nowhere");
    assertThat(training.form().dataProperty().get()).isEqualTo(DataSource.DEFAULT);
    assertThat(training.queue().missing().askedProperty().get()).as("still").isTrue();
    assertThat(trainings).isEmpty();

    quick();
    assertThat(TestStudio.problems(studio)).isEmpty();
    Files.move(data, folder.resolve("elsewhere"));
    training.look().take(true, false);
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.data.nowhere");
    assertThat(training.form().dataProperty().get()).isEqualTo(data.toString());
    training.form().useData(DataSource.SYNTHETIC);
    training.offerFolders();
    assertThat(training.form().dataSets()).doesNotContain(data.toString());
  }

  @Test
  void whileImagesAreLoadedNoOldCurvesStandThere() {
    quick();
    train();
    assertThat(training.live().shown().curves().of(TrainingCurve.TRAIN_LOSS).size()).isPositive();
    assertThat(training.live().shown().outcomeProperty().get()).isNotNull();
    training.queue().start();

    assertThat(training.live().stateProperty().get()).isEqualTo(State.LOADING);
    assertThat(training.shownProperty().get()).isSameAs(training.live().shown());
    assertThat(training.live().shown().curves().of(TrainingCurve.TRAIN_LOSS).size()).isZero();
    assertThat(training.live().shown().outcomeProperty().get()).isNull();
  }

  @Test
  void theTimeInTrainingIsTheRunsOwn() {
    quick();
    train();
    double seconds = item(0).info().seconds();
    assertThat(training.live().metrics().seconds()).isCloseTo(seconds, byPart(1e-6));
  }

  private static org.assertj.core.data.Offset<Double> byPart(double part) {
    return org.assertj.core.api.Assertions.within(part);
  }

  @Test
  void aFinishedRunHasAResultThatLeadsOn() {
    quick();
    train();
    RunOutcome outcome = training.live().shown().outcomeProperty().get();
    assertThat(outcome.summary().accuracy()).isBetween(0.0, 1.0);
    assertThat(outcome.images()).isEqualTo(16); // a sixth of the 100 there are
    assertThat(outcome.epochToKeep()).isEqualTo(2);

    assertThat(training.epochOnPad().get()).isZero();
    training.visit(Visit.Place.PAD);
    assertThat(training.visitProperty().get().place()).isEqualTo(Visit.Place.PAD);
    assertThat(studio.pad().modelProperty().get()).isEqualTo(training.onPadProperty().get());
    assertThat(training.epochOnPad().get()).isEqualTo(2);
    training.putOnPad(1);
    assertThat(training.epochOnPad().get()).isEqualTo(1);
    training.visit(Visit.Place.MISTAKES);
    assertThat(training.visitProperty().get().epoch().folder())
        .isEqualTo(item(0).run().checkpoint(2));
  }

  @Test
  void aRunThatFailedOffersAMendThatTrains() {
    quick();
    training.form().number(RecipeField.LEARNING_RATE).textProperty().set("10");
    train();
    Mend mend = training.live().shown().outcomeProperty().get().mend().orElseThrow();
    assertThat(mend.recipe().learningRate()).isEqualTo(0.01);

    training.mend(mend);
    trainings.remove().run();

    assertThat(item(0).info().recipe().learningRate()).isEqualTo(0.01);
    assertThat(item(0).info().recipe().epochs()).isEqualTo(2);
    assertThat(item(0).standing()).isEqualTo(Standing.FINISHED);
  }

  @Test
  void severalRunsAreDeletedAndComeBackTogether() {
    assertThat(training.runs().undoableProperty().get()).isFalse();
    quick();
    train();
    train();
    train();
    training.runs().delete(List.of(item(0).run(), item(2).run()));
    assertThat(training.runs().runs()).hasSize(1);
    assertThat(training.runs().undoableProperty().get()).isTrue();

    training.runs().undoDelete();
    assertThat(training.runs().runs()).hasSize(3);
    assertThat(training.runs().undoableProperty().get()).isFalse();
  }

  @Test
  void aModelHasANameOfItsOwnAndTheSuggestionSaysWhatItIs() {
    quick();
    train();
    training.runs().saveModel(item(0).run(), "Sprint"); // as one that ships, but for a letter
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.model.exists");

    Set<String> taken = new HashSet<>();
    training.runs().askModelNames(taken::addAll);
    assertThat(taken).contains("sprint", "inkling");
    String name = RunNames.model(item(0), new Messages(Locale.ENGLISH), taken);
    assertThat(name).matches("sprint, \\d+ \\p{L}+ \\d\\d\\.\\d\\d, \\d+\\.\\d%");
    training.runs().saveModel(item(0).run(), name);
    assertThat(ModelFolder.isModel(TestStudio.folders(home).models().resolve(name))).isTrue();
    taken.add(name.toLowerCase(Locale.ROOT));
    assertThat(RunNames.model(item(0), new Messages(Locale.ENGLISH), taken))
        .isEqualTo(name + " (2)");
  }

  @Test
  void aRunThatWaitsInAnotherWindowIsNotCutOff() {
    quick();
    training.queue().start();
    training.queue().start();
    Run waiting = training.queue().waiting().getFirst();
    Studio other = another();
    other.training().runs().refresh();
    assertThat(other.training().runs().runs())
        .extracting(RunItem::standing)
        .containsOnly(Standing.WAITING);

    other.training().queue().resume(waiting);
    assertThat(TestStudio.problems(other).getLast().key()).isEqualTo("problem.run.waiting");
    other.training().runs().delete(List.of(waiting));
    assertThat(Run.isRun(waiting.folder())).isTrue();

    training.queue().dequeue(waiting);
    other.training().runs().refresh();
    assertThat(other.training().runs().runs())
        .extracting(RunItem::standing)
        .containsExactlyInAnyOrder(Standing.WAITING, Standing.OPEN);
  }

  @Test
  void theListSaysWhatARunCameTo() {
    quick();
    train();
    assertThat(item(0).summary().epochs()).isEqualTo(2);
    assertThat(item(0).summary().accuracy())
        .isEqualTo(training.live().metrics().epochProperty().get().valAccuracy());
    assertThat(item(0).summary().losses()).hasSize(18); // 84 images in batches of 10, twice
  }
}
