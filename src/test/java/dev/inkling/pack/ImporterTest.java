package dev.inkling.pack;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.Classifier;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.Normalization;
import dev.inkling.model.Origin;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.pack.Importer.Imported;
import dev.inkling.pack.Importer.ImportedNetwork;
import dev.inkling.pack.Importer.ImportedRun;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTrainer;
import dev.inkling.support.TinyModels;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  private static final DataSet DATA = Synthetic.dataSet(60, 20);

  @TempDir Path home;

  /** A user of their own. */
  private AppFolders user(String name) {
    Path root = home.resolve(name);
    return new AppFolders(
        root.resolve("config"), root.resolve("data"), root.resolve("cache"), home.resolve("ship"));
  }

  private Path packed(Model model) {
    Path folder = home.resolve("from").resolve(model.card().name());
    ModelFolder.write(folder, model);
    Path file = home.resolve("model.inkling");
    InklingFile.pack(folder, file);
    return file;
  }

  private Path packedRun(AppFolders from) {
    Recipe recipe = TinyModels.recipe(Optimizer.ADAM, 0.01, 2);
    Run run = new RunStore(from).create("lenet-dropout", recipe, "synthetic");
    new RunTrainer(run, DATA, new TrainingListener() {}).train();
    Path file = home.resolve("run.inkling");
    InklingFile.pack(run.folder(), file);
    return file;
  }

  private static void assertNothingPassing(AppFolders user) throws IOException {
    try (var paths = Files.list(user.data())) {
      assertThat(paths.map(path -> path.getFileName().toString()))
          .noneMatch(n -> n.startsWith("."));
    }
  }

  @Test
  void aModelComesAmongTheUsersOwn() throws IOException {
    AppFolders anna = user("anna");
    Model model = TinyModels.untrained("mine");

    Imported imported = new Importer(anna).take(packed(model));

    assertThat(imported.name()).isEqualTo("mine");
    assertThat(new ModelLibrary(anna).find("mine")).isEqualTo(anna.models().resolve("mine"));
    assertThat(ModelFolder.read(imported.folder()).card()).isEqualTo(model.card());
    assertNothingPassing(anna);
  }

  @Test
  void aNameThatIsTakenGetsANumberAndTheOldModelStays() {
    AppFolders anna = user("anna");
    Model old = TinyModels.untrained("mine", "dense 10");
    ModelFolder.write(anna.models().resolve("mine"), old);

    Imported imported = new Importer(anna).take(packed(TinyModels.untrained("mine")));

    assertThat(imported.name()).isEqualTo("mine-2");
    assertThat(ModelFolder.read(imported.folder()).card().name()).isEqualTo("mine-2");
    assertThat(ModelFolder.read(anna.models().resolve("mine")).card()).isEqualTo(old.card());
  }

  @Test
  void aShippedModelsNameIsTakenToo() {
    AppFolders anna = user("anna");
    ModelFolder.write(anna.shipped().resolve("mine"), TinyModels.untrained("mine", "dense 10"));

    assertThat(new Importer(anna).take(packed(TinyModels.untrained("mine"))).name())
        .isEqualTo("mine-2");
  }

  @Test
  void whatIsThereAlreadyIsNotTakenInTwice() {
    AppFolders anna = user("anna");
    ModelFolder.write(anna.models().resolve("mine"), TinyModels.untrained("mine", "dense 10"));
    Path file = packed(TinyModels.untrained("mine"));

    Imported once = new Importer(anna).take(file);
    Imported twice = new Importer(anna).take(file);

    assertThat(twice).isEqualTo(once);
    assertThat(new ModelLibrary(anna).list()).hasSize(2);
  }

  @Test
  void aNameThatIsAPathLeadsNowhere() {
    AppFolders anna = user("anna");
    Model model = TinyModels.untrained("mine");
    Path folder = home.resolve("from/mine");
    ModelFolder.write(folder, new Model(model.card().named("../../evil"), model.weights()));
    Path file = home.resolve("evil.inkling");
    InklingFile.pack(folder, file);

    Imported imported = new Importer(anna).take(file);

    assertThat(imported.folder()).isEqualTo(anna.models().resolve("model"));
    assertThat(home.resolve("anna/evil")).doesNotExist();
  }

  @Test
  void aRunComesAmongTheRunsAndCanGoOn() throws IOException {
    Path file = packedRun(user("anna"));
    AppFolders bert = user("bert");

    Imported imported = new Importer(bert).take(file);

    Run run = new RunStore(bert).list().getFirst();
    assertThat(imported).isEqualTo(new ImportedRun(run));
    assertThat(run.info()).isEqualTo(new RunStore(user("anna")).list().getFirst().info());
    assertThat(run.checkpointEpochs()).containsExactly(1, 2);
    assertThat(run.epochToSave()).contains(2);
    assertThat(run.layers())
        .hasSameTextualContentAs(new RunStore(user("anna")).list().getFirst().layers());
    assertNothingPassing(bert);
  }

  /** Whoever gets it has no file of the network. */
  @Test
  void aRunOfANetworkThatSomebodyBuiltBringsItAlongAndGoesOn() throws IOException {
    List<Layer> layers = Layer.list("conv 4@5x5 stride 3, batch-norm, tanh, dense 10");
    Architecture own =
        new Architecture("annas", Normalization.SYMMETRIC, layers, Architecture.USUAL);
    Run run =
        new RunStore(user("anna"))
            .create(own, TinyModels.recipe(Optimizer.ADAM, 0.01, 1), "synthetic");
    new RunTrainer(run, DATA, new TrainingListener() {}).train();
    InklingFile.pack(run.folder(), home.resolve("run.inkling"));

    new Importer(user("bert")).take(home.resolve("run.inkling"));

    Run berts = new RunStore(user("bert")).list().getFirst();
    assertThat(berts.info().network()).isEqualTo(own);
    Model trained = ModelFolder.read(berts.checkpoint(1));
    assertThat(trained.card().parsedLayers()).isEqualTo(layers);
    assertThat(trained.card().normalization()).isEqualTo(Normalization.SYMMETRIC);
    try (Classifier classifier = new Classifier(trained)) {
      assertThat(classifier.probabilities(DATA.test(), _ -> {}))
          .hasDimensions(DATA.test().count(), 10);
    }
  }

  /** Nobody has trained it yet. */
  @Test
  void aNetworkThatSomebodyBuiltIsAmongTheOwnOnes() throws IOException {
    Architecture own =
        new Architecture(
                "annas",
                Normalization.NONE,
                Layer.list("dense 20, relu, dense 10"),
                Architecture.USUAL)
            .from(Origin.of("sprint", Architecture.named("sprint")));
    Path file = home.resolve("network.inkling");
    PackedNetwork.pack(own, file);
    AppFolders bert = user("bert");
    ArchitectureStore berts = new ArchitectureStore(bert);

    assertThat(new Importer(bert).take(file)).isEqualTo(new ImportedNetwork(own, bert.networks()));
    new Importer(bert).take(file); // it is here already
    assertThat(berts.readable()).containsExactly(own);
    berts.save(own.withLayers(Layer.list("dense 10")));
    assertThat(new Importer(bert).take(file).name()).isEqualTo("annas-2");
    assertThat(berts.readable()).hasSize(2);
    assertThat(problemOf(() -> new Importer(bert).model(file)).key())
        .isEqualTo("problem.pack.untrained");
    assertNothingPassing(bert);
  }

  @Test
  void aRunThatIsHereAlreadyStaysOneAlsoUnderAnotherTitle() {
    AppFolders anna = user("anna");
    Path file = packedRun(anna);
    Run run = new RunStore(anna).list().getFirst();
    run.describe("another title", "");

    Imported imported = new Importer(anna).take(file);

    assertThat(new RunStore(anna).list()).containsExactly(run);
    assertThat(imported.name()).isEqualTo("another title");
  }

  @Test
  void anotherRunOfTheSameIdGetsANumber() {
    AppFolders anna = user("anna");
    Path file = packedRun(anna);
    Run run = new RunStore(anna).list().getFirst();
    new RunTrainer(run, DATA, new TrainingListener() {}).train(); // went on: not the same any more
    assertThat(run.batches()).exists();
    try {
      Files.writeString(run.batches(), "other losses");
    } catch (IOException e) {
      throw new AssertionError(e);
    }

    Imported imported = new Importer(anna).take(file);

    String id = run.folder().getFileName() + "-2";
    assertThat(imported.folder().getFileName()).hasToString(id);
    assertThat(new Run(imported.folder()).info().id()).isEqualTo(id);
    assertThat(run.batches()).hasContent("other losses");
  }

  @Test
  void aDamagedModelIsToldAndNothingComesIn() throws IOException {
    AppFolders anna = user("anna");
    Path folder = home.resolve("from/mine");
    ModelFolder.write(folder, TinyModels.untrained("mine"));
    Files.writeString(folder.resolve(ModelFolder.PARAMETERS), "no numbers");
    Path file = home.resolve("mine.inkling");
    InklingFile.pack(folder, file);

    var problem = problemOf(() -> new Importer(anna).take(file));

    assertThat(problem.key()).isEqualTo("problem.pack.content");
    assertThat(problem.getMessage()).contains(file.toString()).doesNotContain(".unpack");
    assertThat(new ModelLibrary(anna).list()).isEmpty();
    assertNothingPassing(anna);
  }

  @Test
  void aRunWithoutAPartOfItsDescriptionIsTold() throws IOException {
    AppFolders anna = user("anna");
    Path folder = Files.createDirectories(home.resolve("from/run"));
    Files.writeString(folder.resolve("run.json"), "{\"id\":\"a\",\"created\":\"yesterday\"}");
    Path file = home.resolve("run.inkling");
    InklingFile.pack(folder, file);

    assertThat(problemOf(() -> new Importer(anna).take(file)).key())
        .isEqualTo("problem.pack.content");
  }

  @Test
  void aRecipeThatCannotBeFollowedIsToldAndNothingComesIn() throws IOException {
    Path file = packedRun(user("anna"));
    Run run = new RunStore(user("anna")).list().getFirst();
    Path info = run.folder().resolve("run.json");
    Files.writeString(
        info, Files.readString(info).replace("\"batchSize\": 20", "\"batchSize\": 0"));
    InklingFile.pack(run.folder(), file);
    AppFolders bert = user("bert");

    assertThat(problemOf(() -> new Importer(bert).take(file)))
        .hasMessage(file + ": batchSize is 0, but must be a whole number from 1 to 10,000.");
    assertThat(new RunStore(bert).list()).isEmpty();
    assertNothingPassing(bert);
  }

  @Test
  void aModelWithSuchARecipeIsToldToo() throws IOException {
    Model model = TinyModels.untrained("mine");
    Path file = packed(model);
    Path card = home.resolve("from/mine").resolve(ModelFolder.CARD);
    Files.writeString(
        card, Files.readString(card).replaceAll("\"momentum\": [0-9.]+", "\"momentum\": NaN"));
    InklingFile.pack(card.getParent(), file);

    assertThat(problemOf(() -> new Importer(user("anna")).take(file)).getMessage())
        .startsWith(file + ": momentum is NaN");
    assertThat(problemOf(() -> ModelFolder.readCard(card.getParent())).getMessage())
        .startsWith(card + ": momentum is NaN");
  }

  @Test
  void aNetworkThatIsTooLargeIsToldWithTheBoundAndNothingComesIn() throws IOException {
    AppFolders anna = user("anna");
    Path file = packed(TinyModels.untrained("mine"));
    Path card = home.resolve("from/mine").resolve(ModelFolder.CARD);
    Files.writeString(card, Files.readString(card).replace("dense 16", "dense 99999"));
    InklingFile.pack(card.getParent(), file);

    assertThat(problemOf(() -> new Importer(anna).take(file)))
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("up to 8,000,000 parameters");
    assertNothingPassing(anna);
  }

  @Test
  void aFileWithNeitherIsTold() throws IOException {
    Path folder = Files.createDirectories(home.resolve("from/nothing"));
    Path file = home.resolve("nothing.inkling");
    InklingFile.pack(folder, file);

    assertThat(problemOf(() -> new Importer(user("anna")).take(file)).key())
        .isEqualTo("problem.pack.empty");
  }

  @Test
  void toReadWithAModelOrARunNothingIsTakenIn() throws IOException {
    Path file = packed(TinyModels.untrained("mine"));
    Path run = packedRun(user("anna"));
    AppFolders bert = user("bert");

    assertThat(new Importer(bert).model(file).card().name()).isEqualTo("mine");
    assertThat(new Importer(bert).model(run).card().epochs()).isEqualTo(2);
    assertThat(new ModelLibrary(bert).list()).isEmpty();
    assertThat(new RunStore(bert).list()).isEmpty();
    assertThat(bert.data()).doesNotExist();
  }

  @Test
  void aPackedModelIsReadWithoutTheUsersFolder() throws IOException {
    AppFolders user = user("bert");
    Path file = packed(TinyModels.untrained("tiny"));
    Files.createDirectories(user.data().getParent());
    Files.writeString(user.data(), "no folder can be made here");

    assertThat(new Importer(user).model(file).card().name()).isEqualTo("tiny");
  }
}
