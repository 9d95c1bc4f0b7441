package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.inkling.data.Synthetic;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.ArchitectureStore;
import dev.inkling.model.ModelCard;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Init;
import dev.inkling.model.Weights;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.run.SweepStore;
import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainCommandTest extends CommandLineTest {
  private Path data;
  private Path out;

  @BeforeEach
  void writeData() {
    var digits = Synthetic.dataSet(120, 50);
    data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    out = home.resolve("mine");
  }

  private Result train(Object... more) {
    Object[] args = {
      "train", "--arch", "dropout-sgd", "--data", data, "--epochs", "2", "--out", out, "--json"
    };
    Object[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return inkling(all);
  }

  private static List<JsonObject> json(Result result) {
    return result.lines().stream().map(l -> JsonParser.parseString(l).getAsJsonObject()).toList();
  }

  @Test
  void everyEpochIsALineOfJson() {
    Result result = train();

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(json(result)).hasSize(2);
    assertThat(json(result))
        .allSatisfy(
            line ->
                assertThat(line.keySet())
                    .containsExactly(
                        "epoch",
                        "trainLoss",
                        "valLoss",
                        "valAccuracy",
                        "seconds",
                        "imagesPerSecond"));
    assertThat(json(result)).extracting(line -> line.get("epoch").getAsInt()).containsExactly(1, 2);
    assertThat(json(result).getFirst().get("valAccuracy").getAsDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void theModelIsSavedWithItsCard() {
    train("--seed", "5", "--lr", "0.02", "--batch-size", "50", "--optimizer", "adam");

    ModelCard card = ModelFolder.read(out).card();
    assertThat(card.name()).isEqualTo("mine");
    assertThat(card.architecture()).isEqualTo("dropout-sgd");
    assertThat(card.epochs()).isEqualTo(2);
    assertThat(card.data()).isEqualTo(data.toString());
    assertThat(card.recipe().seed()).isEqualTo(5);
    assertThat(card.recipe().learningRate()).isEqualTo(0.02);
    assertThat(card.recipe().batchSize()).isEqualTo(50);
    assertThat(card.recipe().optimizer()).hasToString("ADAM");
    assertThat(card.test().count()).isEqualTo(50);
  }

  @Test
  void aNetworkThatIsWrittenOutIsTrainedGoneOnWithAndBegunWith() {
    String layers = "conv 4@5x5 stride 2 same, gelu, residual 6@3x3 stride 2, dense 10";
    Result result =
        inkling(
            "train",
            "--layers",
            layers,
            "--normalization",
            "none",
            "--data",
            data,
            "--epochs",
            "1",
            "--out",
            out);

    assertThat(result.exit()).as(result.err()).isZero();
    ModelCard card = ModelFolder.read(out).card();
    assertThat(card.architecture()).isEqualTo("custom");
    assertThat(card.layers())
        .containsExactly(
            "conv 4@5x5 stride 2 pad 2", "gelu", "residual 6@3x3 stride 2", "dense 10");
    assertThat(card.normalization()).isEqualTo(Normalization.NONE);
    assertThat(card.validation().command())
        .contains("--layers \"conv 4@5x5 stride 2 pad 2, gelu,", "--normalization none");
    Run run = new RunStore(folders).list().getFirst();
    assertThat(run.info().network().layers()).isEqualTo(card.parsedLayers());
    Result more =
        inkling("train", "--from", out, "--data", data, "--epochs", "1", "--freeze", "1", "--json");
    assertThat(more.exit()).as(more.err()).isZero();
  }

  @Test
  void layersThatMakeNoNetworkAreNamed() {
    assertThat(inkling("train", "--layers", "conv 8@3x3 same, kanv 3").err())
        .contains("“kanv 3” is no layer that Inkling knows", "depthwise");
    assertThat(inkling("train", "--layers", "max-pool 9, conv 8@5x5, dense 10").err())
        .contains("Layer 2, conv 8@5x5: A filter of 5×5 does not fit", "Make it “conv 8@3x3”");
    assertThat(inkling("train", "--layers", "conv 8@5x5, relu").err())
        .contains("The network: No layer gives the outputs", "End with “dense 10”");
    assertThat(inkling("train", "--layers", "dense 10", "--arch", "sprint").exit()).isEqualTo(2);
    assertThat(inkling("train", "--normalization", "none").err()).contains("--layers");
  }

  @Test
  void whatIsPointlessIsToldAndTrainedAllTheSame() {
    Result result =
        inkling(
            "train",
            "--layers",
            "dense 8, relu, relu, dense 10",
            "--data",
            data,
            "--epochs",
            "1",
            "--out",
            out);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("Layer 3, relu: This changes nothing: behind relu1 no value is negative.");
    assertThat(ModelFolder.read(out).card().layers()).hasSize(4);
  }

  /** What became of the file later is no matter of what was trained. */
  @Test
  void onesOwnNetworkIsTrainedByNameAndByFileAndItsRunsOutliveIt() throws IOException {
    ArchitectureStore store = new ArchitectureStore(folders);
    Path file =
        store.save(
            new Architecture(
                "mine",
                Normalization.SYMMETRIC,
                Layer.list("dense 12, tanh, dense 10"),
                new Recipe(2, 40, Recipe.Optimizer.ADAM, 0.002)));
    Result named = inkling("train", "--arch", "mine", "--data", data, "--out", out);
    Path elsewhere = Files.copy(file, home.resolve("theirs.json"));
    store.remove("mine");
    Result byFile =
        inkling("train", "--arch", elsewhere, "--data", data, "--epochs", "1", "--json");

    assertThat(named.exit()).as(named.err()).isZero();
    assertThat(byFile.exit()).as(byFile.err()).isZero();
    ModelCard card = ModelFolder.read(out).card();
    assertThat(card.architecture()).isEqualTo("mine");
    assertThat(card.layers()).containsExactly("dense 12", "tanh", "dense 10");
    assertThat(card.normalization()).isEqualTo(Normalization.SYMMETRIC);
    assertThat(card.recipe().batchSize()).isEqualTo(40);
    assertThat(card.epochs()).isEqualTo(2);
    List<Run> runs = new RunStore(folders).list();
    assertThat(runs)
        .extracting(run -> run.info().network().name())
        .containsExactlyInAnyOrder("mine", "theirs");
    assertThat(runs).allSatisfy(run -> assertThat(run.epochToSave()).isPresent());
    assertThat(inkling("train", "--arch", "mine", "--data", data).err())
        .contains("There is no architecture mine", "sprint", "softmax-regression");
  }

  @Test
  void everyFieldOfTheRecipeHasAnOptionAndIsInTheCommandOfTheCard() {
    String options =
        "--optimizer momentum --momentum 0.8 --warm-up 0.1 --weight-decay 1.0E-4 --clip 2.5"
            + " --label-smoothing 0.1 --synthetic 20 --doodles 10 --init he";
    Result result = train((Object[]) options.split(" "));

    assertThat(result.exit()).as(result.err()).isZero();
    ModelCard card = ModelFolder.read(out).card();
    assertThat(card.recipe().momentum()).isEqualTo(0.8);
    assertThat(card.recipe().warmUp()).isEqualTo(0.1);
    assertThat(card.recipe().weightDecay()).isEqualTo(1e-4);
    assertThat(card.recipe().clip()).isEqualTo(2.5);
    assertThat(card.recipe().labelSmoothing()).isEqualTo(0.1);
    assertThat(card.recipe().synthetic()).isEqualTo(20);
    assertThat(card.recipe().doodles()).isEqualTo(10);
    assertThat(card.recipe().init()).isEqualTo(Init.HE);
    assertThat(card.validation().command())
        .contains("--momentum 0.8", "--warm-up 0.1", "--weight-decay 1.0E-4", "--clip 2.5")
        .contains("--label-smoothing 0.1", "--synthetic 20", "--doodles 10", "--init he");
  }

  @Test
  void aMomentumThatNothingWouldHaveIsRefused() {
    Result result = train("--momentum", "0.8", "--optimizer", "adam");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("The optimizer adam has no momentum");
  }

  @Test
  void partOfTheImagesIsLearnedWithFaultsThatTheRecipeTells() {
    Result result =
        train("--part", "0.5", "--label-noise", "0.2", "--imbalance", "1", "--leave-out", "7");

    assertThat(result.exit()).as(result.err()).isZero();
    ModelCard card = ModelFolder.read(out).card();
    assertThat(card.recipe().part()).isEqualTo(0.5);
    assertThat(card.recipe().labelNoise()).isEqualTo(0.2);
    assertThat(card.recipe().imbalance()).isEqualTo(1);
    assertThat(card.recipe().leftOut()).isEqualTo("7");
    assertThat(card.classes()).hasSize(10);
    assertThat(card.test().count()).isEqualTo(50);
  }

  @Test
  void aClassThatIsNoneCannotBeLeftOut() {
    Result result = train("--leave-out", "K");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("There is no class “K” to leave out", "0, 1, 2");
    assertThat(new RunStore(folders).list()).isEmpty(); // which never could go on
    Result sweep =
        inkling("sweep", "--arch", "dropout-sgd", "--data", data, "--try", "leave-out=1,K");
    assertThat(sweep.err()).contains("There is no class “K” to leave out");
    assertThat(new SweepStore(folders).names()).isEmpty();
  }

  @Test
  void layersThatHaveLearnedNothingAreNotFrozen() {
    for (String command : List.of("train", "sweep")) {
      Result result = inkling(command, "--arch", "dropout-sgd", "--data", data, "--freeze", "1");
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).contains("a network that begins anew has none");
    }
    assertThat(new RunStore(folders).list()).isEmpty();
  }

  @Test
  void aTrainedModelCanBeEvaluated() {
    train("--seed", "5", "--lr", "0,02"); // with a comma, as half of the world writes it

    Result result = inkling("evaluate", "--model", out, "--data", data, "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    JsonObject answer = json(result).getFirst();
    assertThat(answer.keySet())
        .startsWith("model", "data", "count", "accuracy", "loss", "perClass", "confusionMatrix");
    assertThat(answer.get("model").getAsString()).isEqualTo(out.toString());
    assertThat(answer.get("count").getAsInt()).isEqualTo(50);
    ModelCard card = ModelFolder.read(out).card();
    assertThat(answer.get("accuracy").getAsDouble()).isEqualTo(card.test().accuracy());
    assertThat(answer.get("loss").getAsDouble()).isEqualTo(card.test().loss());
    JsonArray perClass = answer.getAsJsonArray("perClass");
    assertThat(perClass).hasSize(10);
    assertThat(perClass.get(3).getAsJsonObject().keySet())
        .containsExactly("class", "count", "precision", "recall", "f1");
    assertThat(perClass.get(3).getAsJsonObject().get("class").getAsInt()).isEqualTo(3);
    assertThat(answer.getAsJsonArray("confusionMatrix")).hasSize(10);
    int sum = 0;
    for (var row : answer.getAsJsonArray("confusionMatrix")) {
      for (var cell : row.getAsJsonArray()) {
        sum += cell.getAsInt();
      }
    }
    assertThat(sum).isEqualTo(50);
  }

  @Test
  void anEvaluationForPeopleHasAllClasses() {
    ship("inkling");

    Result result = inkling("evaluate", "--data", data);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("inkling on " + data).contains("of 50 images");
    assertThat(result.lines()).hasSizeGreaterThanOrEqualTo(23);
  }

  @Test
  void theSameSeedTrainsTheSameModelAgain() {
    List<JsonObject> once = json(train("--seed", "9"));
    List<JsonObject> again = json(train("--seed", "9"));

    for (int i = 0; i < 2; i++) {
      for (String field : List.of("trainLoss", "valLoss", "valAccuracy")) {
        assertThat(again.get(i).get(field)).isEqualTo(once.get(i).get(field));
      }
    }
  }

  @Test
  void trainingToTheSameFolderMovesTheOldModelAside() {
    train("--seed", "1");
    train("--seed", "2");
    Result third = train("--seed", "3");

    assertThat(ModelFolder.read(out).card().recipe().seed()).isEqualTo(3);
    assertThat(ModelFolder.read(home.resolve("mine-old")).card().recipe().seed()).isEqualTo(1);
    assertThat(ModelFolder.read(home.resolve("mine-old-2")).card().recipe().seed()).isEqualTo(2);
    assertThat(third.err()).contains(home.resolve("mine-old-2").toString());
  }

  @Test
  void whatElseIsInAFolderStaysThere() throws IOException {
    Files.createDirectories(out);
    Path notes = Files.writeString(out.resolve("notes.txt"), "mine");
    Path work = Files.createDirectories(out.resolve("work"));

    train("--seed", "1");
    train("--seed", "2");

    assertThat(notes).hasContent("mine");
    assertThat(work).exists();
    assertThat(ModelFolder.read(out).card().recipe().seed()).isEqualTo(2);
    assertThat(ModelFolder.read(home.resolve("mine-old")).card().recipe().seed()).isEqualTo(1);
    try (var old = Files.list(home.resolve("mine-old"));
        var now = Files.list(out)) {
      assertThat(old).hasSize(2);
      assertThat(now).hasSize(4);
    }
  }

  @Test
  void withoutAFolderTheModelGoesToTheUsersModels() {
    Result result =
        inkling("train", "--arch", "dropout-sgd", "--data", data, "--epochs", "1", "--seed", "1");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(ModelFolder.isModel(folders.models().resolve("dropout-sgd-own"))).isTrue();
    assertThat(result.out()).contains("epoch   1/1");
    assertThat(inkling("models").out()).contains("dropout-sgd-own");
  }

  @Test
  void damagedDataIsAProblemAndTheOldModelStays() throws IOException {
    train("--seed", "1");
    Files.writeString(data.resolve(IdxFiles.TRAIN_LABELS), "not labels");

    Result result = train("--seed", "2");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(IdxFiles.TRAIN_LABELS).doesNotContain("\tat ");
    assertThat(ModelFolder.read(out).card().recipe().seed()).isEqualTo(1);
  }

  @Test
  void dataThatIsNotThereLeavesNoEmptyModelBehind() {
    Result result = inkling("train", "--data", home.resolve("none"), "--epochs", "1");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains(home.resolve("none").toString());
    assertThat(folders.models().resolve("inkling-own")).doesNotExist();
  }

  @Test
  void tooFewImagesAreAProblem() {
    var digits = Synthetic.dataSet(6, 5);
    IdxFiles.write(data, digits.train().range(0, 3), digits.test());

    Result result = train();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("3 training images");
  }

  @Test
  void aLossThatIsNoNumberLeavesTheOldModel() {
    train("--seed", "1");

    Result result = train("--lr", "10", "--optimizer", "momentum", "--batch-size", "1");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("learning rate").doesNotContain("\tat ");
    assertThat(ModelFolder.read(out).card().recipe().seed()).isEqualTo(1);
  }

  @Test
  void aFolderThatCannotBeMadeIsToldBeforeTheTraining() throws IOException {
    out = Files.writeString(home.resolve("file"), "in the way").resolve("model");

    Result result = train();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(out.toString());
  }

  @Test
  void dropoutAndEarlyStoppingCanBeChosen() {
    Result result =
        train("--dropout", "0.1", "--schedule", "one-cycle", "--patience", "1", "--epochs", "2");
    assertThat(result.exit()).isEqualTo(2); // --epochs stands twice

    train("--dropout", "0.1", "--schedule", "one-cycle", "--patience", "1");
    ModelCard card = ModelFolder.read(out).card();
    assertThat(card.recipe().patience()).isEqualTo(1);
    assertThat(card.recipe().schedule()).isEqualTo(Recipe.Schedule.ONE_CYCLE);
    assertThat(card.layers()).contains("channel-dropout 0.1", "dropout 0.1");
    assertThat(card.validation().command())
        .endsWith("--epochs 2 --schedule one-cycle --dropout 0.1 --patience 1 --seed 1");
  }

  @Test
  void aFolderWithoutANameIsWrongUsage() {
    Result result = inkling("train", "--data", data, "--arch", "dropout-sgd", "--out", "/");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("“/” cannot be a model’s name");
  }

  @Test
  void dataBesideResumeMustBeTheRunsOwn() throws IOException {
    train();
    Run run = new RunStore(folders).list().getFirst();
    Path info = run.folder().resolve("run.json");
    Files.writeString(info, Files.readString(info).replace("finished", "open"));
    var others = Synthetic.dataSet(90, 10);
    Path wrong = IdxFiles.write(home.resolve("wrong"), others.train(), others.test());
    Path moved = Files.move(data, home.resolve("moved"));

    Result refused = inkling("train", "--resume", run.info().id(), "--data", wrong);
    Result taken =
        inkling("train", "--resume", run.info().id(), "--data", moved, "--out", home.resolve("b"));

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(run.info().id(), wrong.toString());
    assertThat(taken.exit()).as(taken.err()).isZero();
    assertThat(run.info().folder()).isEqualTo(moved.toString());
  }

  /** What ships here was never trained, and reads these images as badly as any others. */
  @Test
  void imagesThatTheShippedNetworkMisreadsAreQuestioned() {
    ship("inkling");

    Result result = train();

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("shipped network reads only", data.toString());
    assertThat(json(result)).hasSize(2);
  }

  @Test
  void dropoutForANetworkWithoutItIsWrongUsage() {
    Result result = inkling("train", "--arch", "lenet5-relu", "--dropout", "0.1", "--out", out);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("lenet5-relu has no dropout layer");
  }

  @Test
  void whatWasReadBeforeAndAfterEndsATrainingFromAModel() {
    train("--seed", "5");
    Path more = home.resolve("more");

    Result result =
        inkling("train", "--from", out, "--data", data, "--epochs", "1", "--out", more, "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(ModelFolder.read(more).card().architecture()).isEqualTo("dropout-sgd");
    JsonObject last = json(result).getLast();
    assertThat(last.keySet()).containsExactly("before", "after", "seconds");
    assertThat(last.getAsJsonObject("before").get("own").getAsDouble())
        .isEqualTo(ModelFolder.read(out).card().test().accuracy());
    assertThat(last.getAsJsonObject("after").get("own").getAsDouble())
        .isEqualTo(ModelFolder.read(more).card().test().accuracy());
    assertThat(last.getAsJsonObject("after").get("mnist").isJsonNull()).isTrue();
    assertThat(last.get("seconds").getAsDouble()).isPositive();
  }

  @Test
  void otherClassesGetANewLastLayer() {
    train("--seed", "5");
    Path signs = DataFiles.pictures(home.resolve("signs"), DataFiles.squares(90, 3));
    Path more = home.resolve("more");

    Result result =
        inkling(
            "train",
            "--from",
            out,
            "--freeze",
            "3",
            "--data",
            signs,
            "--epochs",
            "2",
            "--out",
            more,
            "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    ModelCard card = ModelFolder.read(more).card();
    assertThat(card.classes()).containsExactly("sign 0", "sign 1", "sign 2");
    assertThat(card.layers()).contains("dense 3").doesNotContain("dense 10");
    Weights learned = ModelFolder.read(more).weights();
    Weights old = ModelFolder.read(out).weights();
    for (String name : List.of("conv1.weight", "conv2.bias", "dense1.weight")) {
      assertThat(learned.tensor(name).values()).isEqualTo(old.tensor(name).values());
    }
    assertThat(learned.tensor("dense2.weight").values()).hasSize(150);
    JsonObject last = json(result).getLast();
    assertThat(last.get("before").isJsonNull()).isTrue();
    assertThat(last.getAsJsonObject("after").get("own").getAsDouble())
        .isEqualTo(card.test().accuracy());
  }

  @Test
  void aModelThatIsBuiltOtherwiseIsWrongUsage() {
    train();

    Result result = inkling("train", "--from", out, "--arch", "sprint", "--data", data);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("not built as sprint");
  }
}
