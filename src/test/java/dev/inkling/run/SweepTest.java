package dev.inkling.run;

import static dev.inkling.support.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.file.AppFolders;
import dev.inkling.layer.Layer;
import dev.inkling.model.Architecture;
import dev.inkling.model.Normalization;
import dev.inkling.model.Recipe;
import dev.inkling.model.Recipe.Optimizer;
import dev.inkling.model.RecipeField;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.run.Sweep.State;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.run.Sweep.Turn;
import dev.inkling.run.SweepStore.Begun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose trainings are written by hand. */
class SweepTest {
  @TempDir Path home;

  private SweepStore store;

  @BeforeEach
  void open() {
    store = new SweepStore(new AppFolders(home, home, home, home));
  }

  private Sweep sweep(int epochs, boolean isHalving, String tried) {
    Recipe recipe = new Recipe(epochs, 64, Optimizer.ADAM, 0.01);
    List<Tried> fields = List.of(Tried.parse(tried));
    return store.create(
        Architecture.named("sprint"),
        recipe,
        "synthetic",
        fields,
        Tried.trials(fields, null, 1),
        isHalving);
  }

  /** Writes what a training to the turn’s epoch would leave. */
  private Sweep train(Sweep sweep, Turn turn, double accuracy) throws IOException {
    return train(sweep, turn, accuracy, Status.STOPPED);
  }

  private Sweep train(Sweep sweep, Turn turn, double accuracy, Status status) throws IOException {
    Begun begun = store.begin(sweep, turn);
    Run run = begun.run();
    Files.createDirectories(run.checkpoint(turn.until()));
    Files.writeString(
        run.epochs(),
        EpochRow.HEADER
            + "\n"
            + turn.until()
            + ",100,1,0.5,"
            + (1 - accuracy)
            + ","
            + accuracy
            + ",1,100\n");
    boolean isAll = turn.until() == sweep.recipe().epochs();
    run.change(info -> info.withStatus(isAll ? Status.FINISHED : status, null, 1));
    return store.end(begun);
  }

  @Test
  void withoutHalvingEachIsTrainedToItsEnd() throws IOException {
    Sweep sweep = sweep(3, false, "learningRate=0.001,0.01,0.1");
    assertThat(sweep.rounds()).containsExactly(3);
    double[] accuracies = {0.7, 0.9, 0.8};
    for (int i = 0; i < 3; i++) {
      assertThat(sweep.next()).contains(new Turn(i, 3));
      sweep = train(sweep, sweep.next().orElseThrow(), accuracies[i]);
    }

    assertThat(sweep.next()).isEmpty();
    assertThat(sweep.best()).contains(1);
    assertThat(sweep.recipe(2).learningRate()).isEqualTo(0.1);
    assertThat(sweep.fields()).containsExactly(RecipeField.LEARNING_RATE);
    assertThat(sweep.trials()).extracting(Trial::state).containsOnly(State.DONE);
  }

  @Test
  void theWorseHalfEndsAtEachRoundAndTheBetterGoesOnInItsRuns() throws IOException {
    Sweep sweep = sweep(4, true, "learningRate=0.001,0.003,0.01,0.03");
    assertThat(sweep.rounds()).containsExactly(1, 2, 4);
    double[] first = {0.5, 0.8, 0.7, 0.6};
    for (int i = 0; i < 4; i++) {
      assertThat(sweep.next()).contains(new Turn(i, 1));
      sweep = train(sweep, new Turn(i, 1), first[i]);
    }
    assertThat(sweep.trials())
        .extracting(Trial::state)
        .containsExactly(State.OUT, State.OPEN, State.OPEN, State.OUT);

    List<String> runs = new ArrayList<>(sweep.trials().stream().map(Trial::run).toList());
    assertThat(sweep.next()).contains(new Turn(1, 2));
    sweep = train(sweep, new Turn(1, 2), 0.85);
    sweep = train(sweep, new Turn(2, 2), 0.9);
    assertThat(sweep.next()).contains(new Turn(2, 4));
    sweep = train(sweep, new Turn(2, 4), 0.95);

    assertThat(sweep.next()).isEmpty();
    assertThat(sweep.best()).contains(2);
    assertThat(sweep.trials()).extracting(Trial::run).isEqualTo(runs);
    assertThat(sweep.trials()).extracting(Trial::epochs).containsExactly(1, 2, 4, 1);
  }

  @Test
  void whatFailedIsNeitherTheBestNorTrainedAgain() throws IOException {
    Sweep sweep = sweep(4, true, "learningRate=0.001,0.01");
    sweep = train(sweep, new Turn(0, 2), 0.99, Status.FAILED);
    assertThat(sweep.next()).contains(new Turn(1, 2));
    sweep = train(sweep, new Turn(1, 2), 0.5);

    assertThat(sweep.trials()).extracting(Trial::state).containsExactly(State.FAILED, State.OPEN);
    assertThat(sweep.best()).contains(1);
    assertThat(sweep.next()).contains(new Turn(1, 4));
  }

  @Test
  void itsFileIsReadAsItsRunsStand() throws IOException {
    Sweep sweep = sweep(2, false, "optimizer=adam,sgd");
    Sweep after = train(sweep, new Turn(0, 2), 0.9);
    assertThat(store.read(sweep.name())).isEqualTo(after);

    // As if the program had been killed before it kept that.
    store.write(
        sweep.begun(0, new RunStore(new AppFolders(home, home, home, home)).list().getFirst()));
    assertThat(store.read(sweep.name())).isEqualTo(after);
    assertThat(store.names()).containsExactly(sweep.name());
    Path file = home.resolve("sweeps").resolve(sweep.name() + ".json");
    assertThat(Files.readString(file)).contains("\"optimizer\": \"sgd\"", "\"tried\"");
  }

  @Test
  void aRunThatWasDeletedBeginsAnew() {
    Sweep sweep = sweep(2, false, "optimizer=adam,sgd");
    Begun begun = store.begin(sweep, new Turn(0, 2));
    assertThat(begun.run().discardIfEmpty()).isTrue();

    assertThat(store.end(begun)).isEqualTo(sweep);
    assertThat(store.begin(begun.sweep(), new Turn(0, 2)).run().info().recipe().optimizer())
        .isEqualTo(Optimizer.ADAM);
  }

  @Test
  void aNetworkOfOnesOwnIsKeptWithItsLayers() {
    Architecture own =
        Architecture.own("mine", Normalization.NONE, Layer.list("dense 20, relu, dense 10"), "");
    Recipe recipe = new Recipe(2, 64, Optimizer.ADAM, 0.01);
    List<Tried> fields = List.of(Tried.parse("optimizer=adam,sgd"));
    Sweep sweep =
        store.create(own, recipe, "synthetic", fields, Tried.trials(fields, null, 1), false);

    Run run = store.begin(store.read(sweep.name()), new Turn(0, 2)).run();

    assertThat(run.info().layers()).containsExactly("dense 20", "relu", "dense 10");
    assertThat(run.info().network().normalization()).isEqualTo(Normalization.NONE);
  }

  @Test
  void whatIsNoSweepIsTold() throws IOException {
    Sweep sweep = sweep(2, false, "optimizer=adam,sgd");
    assertThat(problemOf(() -> store.read("none")).key()).isEqualTo("problem.sweep.unknown");
    assertThat(problemOf(() -> store.read("../x")).key()).isEqualTo("problem.sweep.unknown");
    Path file = home.resolve("sweeps").resolve(sweep.name() + ".json");
    for (String wrong : List.of("[]", "{}", Files.readString(file).replace("adam\"", "much\""))) {
      Files.writeString(file, wrong);
      assertThat(problemOf(() -> store.read(sweep.name())).key()).isEqualTo("problem.sweep.file");
    }
  }
}
