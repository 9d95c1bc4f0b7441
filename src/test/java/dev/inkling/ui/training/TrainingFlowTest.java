package dev.inkling.ui.training;

import static dev.inkling.support.Waiting.waitFor;
import static dev.inkling.support.Waiting.waitForTraining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.run.LayerMeasure;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.run.TrainingCurve;
import dev.inkling.support.DataFiles;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.chart.LineChart;
import dev.inkling.ui.chart.Series;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Training in the real window, on digits that Inkling writes itself. */
@ExtendWith(ApplicationExtension.class)
class TrainingFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;
  private TrainingViewModel training;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 990, 900);
    pad = window.studio.pad();
    training = window.studio.training();
    training.form().architectureProperty().set(Architecture.named("lenet5-relu"));
    training.form().dataProperty().set(DataSource.SYNTHETIC);
    pad.drawSample();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aRunIsStartedWatchedPausedStoppedAndResumed(FxRobot robot) throws TimeoutException {
    robot.clickOn("#window-training");
    type(robot, "#training-epochs", "10"); // it must not be at its end before Stop is clicked
    robot.clickOn("#training-start");
    waitForTraining(
        () -> training.live().shown().curves().of(TrainingCurve.TRAIN_LOSS).size() > 20);
    waitForTraining(() -> training.live().shown().curves().classesProperty().get() != null);
    waitFor(() -> training.live().shown().curves().digit().getFirst().size() > 0);

    robot.clickOn("#training-page-layers");
    Series spread = training.live().shown().layers().of(LayerMeasure.SPREAD).getFirst();
    waitForTraining(() -> spread.size() > 5); // seldom while nobody looks
    assertThat(training.live().shown().firstLayerProperty().get()).isNotNull();

    robot.clickOn("#training-pause");
    waitFor(() -> training.live().stateProperty().get() == State.PAUSED);
    WaitForAsyncUtils.waitForFxEvents(20);
    int paused = training.live().metrics().batchProperty().get().batch();
    WaitForAsyncUtils.waitForFxEvents(20);
    // The batch at hand is finished, no other is begun.
    assertThat(training.live().metrics().batchProperty().get().batch())
        .isBetween(paused, paused + 1);
    assertThat(headline(robot)).contains("Paused");

    robot.clickOn("#training-goOn");
    waitForTraining(() -> training.live().metrics().epochProperty().get() != null);
    robot.clickOn("#training-stop");
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
    waitFor(
        () ->
            training.runs().runs().size() == 1
                && !training.runs().runs().getFirst().isInTraining());
    assertThat(training.runs().runs().getFirst().info().status()).isEqualTo(Status.STOPPED);

    robot.clickOn("#runs .list-cell");
    robot.clickOn("#runs-resume");
    waitForTraining(() -> training.runs().runs().getFirst().info().status() == Status.FINISHED);
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
    double[] classes = training.live().shown().curves().classesProperty().get();
    assertThat(classes).hasSize(10);
    assertThat(java.util.Arrays.stream(classes).average().orElse(0)).isGreaterThan(0.8);
    assertThat(training.live().shown().curves().of(TrainingCurve.VAL_LOSS).size())
        .isGreaterThanOrEqualTo(10);

    robot.interact(() -> robot.lookup("#training-epoch").queryAs(Slider.class).setValue(2));
    Entry second = training.onPadProperty().get();
    assertThat(second.name()).endsWith("· 2");
    robot.interact(() -> pad.choose(second));
    waitFor(() -> pad.cardProperty().get().epochs() == 2);
  }

  @Test
  void theCurvesOfTheDrawingAreThoseOfTheClassesInTraining(FxRobot robot) throws TimeoutException {
    Path signs = DataFiles.pictures(home.resolve("signs"), DataFiles.squares(90, 3));
    robot.clickOn("#window-training");
    robot.interact(() -> training.form().dataProperty().set(signs.toString()));
    type(robot, "#training-epochs", "1");
    robot.clickOn("#training-start");
    LineChart chart = robot.lookup("#chart-digit").query();
    waitForTraining(() -> training.live().metrics().epochProperty().get() != null);
    assertThat(chart.series())
        .extracting(series -> series.nameProperty().getValue())
        .containsExactly("sign 0", "sign 1", "sign 2");
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
  }

  @Test
  void impossibleValuesAreMarkedWhereTheyStand(FxRobot robot) {
    robot.clickOn("#window-training");
    type(robot, "#training-learningRate", "fast");
    assertThat(robot.lookup("#training-facts").queryAs(Labeled.class).getText())
        .isEqualTo("Learning rate: “fast” is not a number; a number above 0, up to 10 is needed.");
    assertThat(robot.lookup("#training-start").query().isDisabled()).isTrue();
    // What is unfolded to show the wrong value takes the buttons below the window's edge.
    robot.interact(() -> robot.lookup(".training-scroll").queryAs(ScrollPane.class).setVvalue(1));
    robot.clickOn("#training-own");
    assertThat(robot.lookup("#training-start").query().isDisabled()).isFalse();
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
  }

  private static String headline(FxRobot robot) {
    return robot.lookup("#training-headline").queryAs(Labeled.class).getText();
  }
}
