package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.ParallelFigure;
import dev.inkling.data.DataSet;
import dev.inkling.data.DataSource;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Sweep.State;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.kit.Workers.Kind;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.binding.BooleanBinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps without a window; trainings wait to be run one at a time. */
class SweepViewModelTest {
  @TempDir Path home;

  private final Queue<Runnable> trainings = new ArrayDeque<>();
  private Studio studio;
  private TrainingViewModel training;
  private SweepViewModel sweeps;

  @BeforeEach
  void open() {
    DataSet digits = Synthetic.dataSet(120, 20);
    Path data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    Workers workers =
        new Workers(kind -> kind == Kind.TRAINING ? trainings::add : Runnable::run, Runnable::run);
    studio = new Studio(TestStudio.folders(home), workers);
    training = studio.training();
    sweeps = training.sweeps();
    training.form().architectureProperty().set(Architecture.named("sprint"));
    training.form().dataProperty().set(data.toString());
    training.form().number(RecipeField.EPOCHS).textProperty().set("2");
    training.form().number(RecipeField.BATCH_SIZE).textProperty().set("25");
    sweeps.rows().getFirst().valuesProperty().set("0.001,0.01");
  }

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void imagesThatAreMissingAreAskedForAndTheSweepStartsThen() {
    MissingImages missing = training.queue().missing();
    training.form().dataProperty().set(DataSource.MNIST);
    sweeps.start();
    assertThat(missing.askedProperty().get()).isTrue();
    assertThat(sweeps.sweepProperty().get()).isNull();

    missing.write(); // digits that Inkling writes are always there
    assertThat(missing.askedProperty().get()).isFalse();
    assertThat(sweeps.sweepProperty().get().data()).isEqualTo(DataSource.SYNTHETIC);
    sweeps.stop();
    trainings.remove().run();

    training.form().dataProperty().set(DataSource.MNIST);
    sweeps.start();
    missing.download(); // the first training begins with it
    assertThat(sweeps.sweepProperty().get().data()).isEqualTo(DataSource.MNIST);
    assertThat(sweeps.runningProperty().get()).isTrue();
    assertThat(trainings).hasSize(1);
    String name = sweeps.sweepProperty().get().name();
    sweeps.stop();
    trainings.remove().run();
    missing.askAgain(new Problem("problem.sweep.values", "")); // as where it failed
    missing.download();
    assertThat(sweeps.sweepProperty().get().name()).as("no other sweep").isEqualTo(name);
  }

  @Test
  void trialsAreTrainedOneAfterTheOther() {
    List<Boolean> atWork = new ArrayList<>();
    BooleanBinding work = training.atWork();
    work.subscribe(isAtWork -> atWork.add(isAtWork));
    sweeps.start();
    assertThat(sweeps.runningProperty().get()).isTrue();
    assertThat(trainings).hasSize(1);
    trainings.remove().run();
    assertThat(sweeps.sweepProperty().get().trials())
        .extracting(Trial::epochs)
        .containsExactly(2, 0);
    assertThat(trainings).hasSize(1);
    trainings.remove().run();

    assertThat(trainings).isEmpty();
    assertThat(sweeps.runningProperty().get()).isFalse();
    assertThat(atWork).as("a closed window waits for its end").containsExactly(false, true, false);
    assertThat(sweeps.canGoOn()).isFalse();
    assertThat(sweeps.sweepProperty().get().best()).isPresent();
    assertThat(training.runs().runs()).hasSize(2);
    assertThat(TestStudio.problems(studio)).isEmpty();
    ParallelFigure figure = SweepFigure.of(new Texts(Locale.ENGLISH), sweeps.sweepProperty().get());
    assertThat(figure.axes())
        .extracting(ParallelFigure.Axis::name)
        .containsExactly("Learning rate", "Accuracy");
    assertThat(figure.lines()).hasSize(2);
    assertThat(figure.words()).contains("Learning rate 0.01");
  }

  @Test
  void noSweepIsKeptThatLeavesOutAClassThatIsNotThere() {
    training.form().leftOutProperty().set("apple");
    sweeps.start();
    assertThat(TestStudio.problems(studio).getLast().key()).isEqualTo("problem.lesson.class");
    assertThat(sweeps.runningProperty().get()).isFalse();
    assertThat(sweeps.sweepProperty().get()).isNull();
    assertThat(trainings).isEmpty();

    training.form().leftOutProperty().set("");
    sweeps.rows().getFirst().fieldProperty().set(Optional.of(RecipeField.LEFT_OUT));
    sweeps.rows().getFirst().valuesProperty().set("3, pear");
    sweeps.start();
    assertThat(TestStudio.problems(studio).getLast().getMessage()).contains("pear");
    assertThat(sweeps.sweepProperty().get()).isNull();

    sweeps.rows().getFirst().valuesProperty().set("3, 4");
    sweeps.start();
    assertThat(TestStudio.problems(studio)).isEmpty();
    assertThat(trainings).hasSize(1);
  }

  @Test
  void itIsStoppedAndGoesOnAfterARestart() {
    sweeps.halvingProperty().set(true);
    sweeps.start();
    trainings.remove().run();
    sweeps.stop();
    assertThat(sweeps.runningProperty().get()).isFalse();
    trainings.remove().run();
    String name = sweeps.sweepProperty().get().name();
    assertThat(sweeps.canGoOn()).isTrue();

    studio.close();
    trainings.clear();
    open();
    sweeps.open();
    assertThat(sweeps.kept()).containsExactly(name);
    assertThat(sweeps.sweepProperty().get().trials().getFirst().epochs()).isEqualTo(1);
    sweeps.goOn();
    while (!trainings.isEmpty()) {
      trainings.remove().run();
    }

    assertThat(sweeps.runningProperty().get()).isFalse();
    assertThat(sweeps.sweepProperty().get().trials())
        .extracting(Trial::state)
        .containsExactlyInAnyOrder(State.DONE, State.OUT);
    assertThat(training.runs().runs()).hasSize(2);
  }

  @Test
  void whatCannotBeTriedIsSaidAndNotStarted() {
    sweeps.rows().getFirst().valuesProperty().set("fast, slow");
    assertThat(sweeps.problem().getValue().key()).isEqualTo("problem.sweep.value");
    sweeps.start();
    assertThat(sweeps.runningProperty().get()).isFalse();

    sweeps.rows().getFirst().valuesProperty().set("0.001..0.1");
    assertThat(sweeps.problem().getValue()).isNull();
    sweeps.drawsProperty().set("1");
    assertThat(sweeps.problem().getValue().key()).isEqualTo("problem.sweep.trials");
    sweeps.rows().getFirst().fieldProperty().set(Optional.empty());
    assertThat(sweeps.problem().getValue().key()).isEqualTo("problem.sweep.fields");
  }
}
