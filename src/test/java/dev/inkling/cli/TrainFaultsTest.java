package dev.inkling.cli;

import static dev.inkling.support.Problems.keyOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.file.AppFolders;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.run.Run;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.run.RunStore;
import dev.inkling.run.RunTrainer;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.Program;
import dev.inkling.support.Program.Java;
import dev.inkling.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What befalls a training on a real machine, done to a real process. */
@Timeout(120)
class TrainFaultsTest extends CommandLineTest {
  private static final int EPOCHS = 5;
  private static final int BATCHES = 9;
  private static final int BATCH_SIZE = 25;

  private DataSet digits;
  private Path data;
  private RunStore store;

  @BeforeEach
  void writeData() {
    digits = Synthetic.dataSet(300, 50);
    data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    store = new RunStore(folders);
  }

  private Object[] train(String architecture, int epochs) {
    return new Object[] {
      "train",
      "--arch",
      architecture,
      "--data",
      data,
      "--epochs",
      epochs,
      "--batch-size",
      BATCH_SIZE,
      "--json"
    };
  }

  private Run newest() {
    return store.list().getFirst();
  }

  /** A run in a process that was killed when so many epochs were told. */
  private Run killedAfter(Java java, int epochs, Object... command) throws Exception {
    try (Program program = Program.start(java, home, command)) {
      for (int i = 0; i < epochs; i++) {
        program.awaitLine();
      }
      program.kill();
    }
    assertThat(newest().info().status()).isEqualTo(Status.OPEN);
    return newest();
  }

  private static List<String> losses(Run run) throws IOException {
    // The last column is how quick it was.
    return Files.readAllLines(run.batches()).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private List<String> lossesOf(Object... command) throws IOException {
    Result result = inkling(command);
    assertThat(result.exit()).as(result.err()).isZero();
    List<String> losses = losses(newest());
    store.delete(newest());
    return losses;
  }

  private void assertGoesOnTo(List<String> whole, Run run) throws IOException {
    Result result = inkling("train", "--resume", run.info().id());
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(run.info().status()).isEqualTo(Status.FINISHED);
    assertThat(losses(run)).isEqualTo(whole);
  }

  @Test
  void aTrainingThatWasKilledGoesOnToTheSameLosses() throws Exception {
    // With dropout, so that chance is in it.
    List<String> whole = lossesOf(train("lenet-dropout", EPOCHS));
    assertThat(whole).hasSize(1 + EPOCHS * BATCHES);

    Run killed = killedAfter(Java.AS_HERE, 2, train("lenet-dropout", EPOCHS));

    assertThat(killed.checkpointEpochs()).contains(1).doesNotContain(EPOCHS);
    assertGoesOnTo(whole, killed);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDiskEndsTheRunAndKeepsWhatWasWhole() throws Exception {
    List<String> whole = lossesOf(train("conv2-wide", EPOCHS));
    Run run = killedAfter(Java.AS_HERE, 2, train("conv2-wide", EPOCHS));
    List<Integer> before = run.checkpointEpochs();

    // 0.8 MB of parameters find room, but not Adam's state, twice as large.
    try (Program starved =
        Program.startWithFilesUpTo(
            1000, Java.AS_HERE, home, "train", "--resume", run.info().id())) {
      assertThat(starved.exit()).isEqualTo(1);
      assertThat(starved.err())
          .contains("The run in " + run.folder() + " cannot be written", "the disk has room")
          .doesNotContain("\tat ");
    }

    assertThat(run.info().status()).isEqualTo(Status.FAILED);
    assertThat(run.info().reason()).isEqualTo("problem.run.write");
    assertThat(run.checkpointEpochs()).isEqualTo(before);
    assertThat(before).isNotEmpty();
    for (int epoch : before) {
      assertThat(ModelFolder.read(run.checkpoint(epoch)).card().epochs()).isEqualTo(epoch);
    }
    assertGoesOnTo(whole, run);
  }

  @Test
  void aTrainingDoesNotMissTheFolderOfItsImages() throws Exception {
    try (Program program = Program.start(Java.QUICK, home, train("dropout-sgd", EPOCHS))) {
      program.awaitLine();
      Files.move(data, home.resolve("elsewhere"));
      assertThat(program.exit()).as(program.err()).isZero();
    }
    assertThat(newest().info().status()).isEqualTo(Status.FINISHED);
  }

  @Test
  void aRunThatGoesOnWithoutItsImagesSaysSo() throws Exception {
    Run run = killedAfter(Java.QUICK, 1, train("dropout-sgd", EPOCHS));
    Files.move(data, home.resolve("elsewhere"));

    Result result = inkling("train", "--resume", run.info().id());

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .contains("were in " + data, "inkling train --resume " + run.info().id() + " --data")
        .doesNotContain("\tat ");
    Result told =
        inkling("train", "--resume", run.info().id(), "--data", home.resolve("elsewhere"));
    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(run.info().folder()).isEqualTo(home.resolve("elsewhere").toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theNameToGoOnWithIsToldAtTheStartAndAtCtrlC() throws Exception {
    try (Program program = Program.start(Java.QUICK, home, train("dropout-sgd", 1000))) {
      program.awaitLine();
      String id = newest().info().id();
      assertThat(program.err()).containsOnlyOnce("inkling train --resume " + id);
      program.interrupt();
      assertThat(program.err()).contains("Go on: inkling train --resume " + id);
    }
    assertThat(newest().info().status()).isEqualTo(Status.STOPPED);
  }

  @Test
  void aRunThatAnotherProgramTrainsIsLeftToIt() throws Exception {
    try (Program other = Program.start(Java.QUICK, home, train("dropout-sgd", 1000))) {
      other.awaitLine();
      Run run = newest();
      assertThat(run.isInTraining()).isTrue();
      assertThat(keyOf(() -> store.delete(run))).isEqualTo("problem.run.locked");

      Result result = inkling("train", "--resume", run.info().id());

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("trained by another Inkling").doesNotContain("\tat ");
      other.awaitLine(); // which was not disturbed
      other.kill();
      assertThat(run.isInTraining()).isFalse();
    }
  }

  @Test
  void aLookAtARunDoesNotGiveItAway() throws Exception {
    Run run = killedAfter(Java.QUICK, 1, train("dropout-sgd", 3));
    RunTrainer trainer = new RunTrainer(run, digits, new TrainingListener() {});
    assertThat(run.isInTraining()).isTrue();

    try (Program other = Program.start(Java.QUICK, home, "train", "--resume", run.info().id())) {
      assertThat(other.exit()).isEqualTo(1);
      assertThat(other.err()).contains("trained by another Inkling");
    }
    trainer.train();
    assertThat(run.isInTraining()).isFalse();
  }

  @Test
  void aRunThatWasKilledAfterItsLastEpochIsMeasuredAndSaved() throws IOException {
    inkling(train("dropout-sgd", 1));
    Path info = newest().folder().resolve("run.json");
    Files.writeString(info, Files.readString(info).replace("finished", "open"));
    Path out = home.resolve("saved");

    Result result = inkling("train", "--resume", newest().info().id(), "--out", out);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(newest().info().status()).isEqualTo(Status.FINISHED);
    assertThat(ModelFolder.read(out).card().test().count()).isEqualTo(50);
  }

  /** As the line that was told: without --out, and the folder need not be there. */
  @Test
  void aRunThatGoesOnPutsItsModelWhereItWasToBe() {
    Path out = home.resolve("sig");
    Run run = store.create("dropout-sgd", new Recipe(1, 25, Optimizer.SGD, 0.01), data.toString());
    run.putInto(out); // cut off before its first epoch

    Result result = inkling("train", "--resume", run.info().id());

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(ModelFolder.read(out).card().epochs()).isEqualTo(1);
    assertThat(folders.models()).doesNotExist();
  }

  @Test
  void theFolderOfTheModelIsKeptWithTheRunUnlessItIsSomebodyElses() {
    Path out = home.resolve("sig");
    inkling(
        Stream.concat(Arrays.stream(train("dropout-sgd", 1)), Stream.of("--out", out)).toArray());
    assertThat(newest().info().out()).isEqualTo(out.toString());

    Run adopted =
        new RunStore(new AppFolders(home, home.resolve("other"), home, home)).adopt(newest());
    assertThat(adopted.info().out()).as("named by somebody else").isNull();
  }

  @Test
  void aRunThatIsKilledWhileItIsMeasuredDoesWhatIsLeft() throws Exception {
    Digits many = Synthetic.digits(8000, 3);
    IdxFiles.write(data, digits.train(), many);

    Run run = killedAfter(Java.AS_HERE, 2, train("lenet-dropout", 2));

    Path own = folders.models().resolve("lenet-dropout-own");
    assertThat(ModelFolder.read(own).card().test()).isNull();
    Result result = inkling("train", "--resume", run.info().id());
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(run.info().status()).isEqualTo(Status.FINISHED);
    assertThat(ModelFolder.read(own).card().test().count()).isEqualTo(8000);
    assertThat(folders.models()).isDirectoryNotContaining("glob:**-2");
  }

  @Test
  void theBestEpochIsInPlaceBeforeTheRunIsFinished() throws Exception {
    Path out = home.resolve("best");
    Result result =
        inkling(
            "train",
            "--arch",
            "lenet-dropout",
            "--data",
            data,
            "--epochs",
            12,
            "--batch-size",
            25,
            "--patience",
            2,
            "--lr",
            0.05,
            "--optimizer",
            "adam",
            "--dropout",
            0,
            "--out",
            out);

    assertThat(result.exit()).as(result.err()).isZero();
    int best = newest().epochToSave().orElseThrow();
    assertThat(best).isLessThan(newest().checkpointEpochs().getLast());
    assertThat(ModelFolder.read(out).card().epochs()).isEqualTo(best);
  }

  @Test
  void twoTrainingsDoNotWriteToOneFolder() throws Exception {
    Path out = home.resolve("mine");
    Object[] first =
        Stream.of(train("dropout-sgd", 1000), new Object[] {"--out", out})
            .flatMap(Arrays::stream)
            .toArray();
    try (Program other = Program.start(Java.QUICK, home, first)) {
      other.awaitLine();

      Result result = inkling("train", "--data", data, "--epochs", 1, "--out", out);

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("Another training", out.toString());
      assertThat(store.list()).hasSize(1);
      other.awaitLine(); // which was not disturbed
      other.kill();
    }
    assertThat(ModelFolder.read(out).card().architecture()).isEqualTo("dropout-sgd");
  }

  @Test
  void aRunThatAnotherTrainsLeavesNoFolderBehind() throws Exception {
    Run run = killedAfter(Java.QUICK, 1, train("dropout-sgd", 1000));
    RunTrainer trainer = new RunTrainer(run, digits, new TrainingListener() {});
    trainer.training().stop();
    Path out = home.resolve("another");

    Result result = inkling("train", "--resume", run.info().id(), "--out", out);

    trainer.train();
    assertThat(result.err()).contains("trained by another Inkling");
    assertThat(out).doesNotExist();
  }

  @Test
  void aRunThatGoesOnIsGivenNoOtherNetwork() {
    Result result = inkling("train", "--resume", "any", "--arch", "dropout-sgd");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--resume without --arch");
  }
}
