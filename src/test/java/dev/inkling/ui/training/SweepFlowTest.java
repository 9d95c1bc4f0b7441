package dev.inkling.ui.training;

import static dev.inkling.support.Waiting.waitFor;
import static dev.inkling.support.Waiting.waitForTraining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Sweep.Trial;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestWindow;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sweep of four tiny runs in the real window. */
@ExtendWith(ApplicationExtension.class)
class SweepFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private TrainingViewModel training;

  @Start
  void open(Stage stage) {
    DataSet digits = Synthetic.dataSet(240, 20);
    Path data = IdxFiles.write(home.resolve("digits"), digits.train(), digits.test());
    window = new TestWindow(stage, home, 1024, 680);
    training = window.studio.training();
    training.form().dataProperty().set(data.toString());
    training.form().number(RecipeField.EPOCHS).textProperty().set("2");
    training.form().number(RecipeField.BATCH_SIZE).textProperty().set("50");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void fourRatesAreTriedAndTheBestIsSaid(FxRobot robot) throws TimeoutException {
    SweepViewModel sweeps = training.sweeps();
    robot.clickOn("#window-training");
    robot.clickOn("#training-sweep");
    assertThat(robot.lookup("#sweep-chart").query().isVisible()).isTrue();
    robot.interact(
        () ->
            robot
                .lookup("#sweep-values-0")
                .queryAs(TextInputControl.class)
                .setText("0.0001, 0.001, 0.005, 0.02"));
    robot.clickOn("#sweep-halving");
    robot.clickOn("#sweep-start");
    waitForTraining(() -> sweeps.sweepProperty().get() != null && !sweeps.runningProperty().get());

    assertThat(sweeps.sweepProperty().get().trials())
        .extracting(Trial::epochs)
        .containsExactlyInAnyOrder(1, 1, 2, 2);
    waitFor(() -> robot.lookup("#sweep-table").queryTableView().getItems().size() == 4);
    assertThat(robot.lookup("#sweep-status").queryAs(Labeled.class).getText())
        .startsWith("4 of 4 trials are over. Best so far: Learning rate ");
    assertThat(robot.lookup("#sweep-go-on").query().isVisible()).isFalse();

    robot.clickOn("#sweep-back");
    assertThat(robot.lookup("#chart-loss").query().isVisible()).isTrue();
    assertThat(training.runs().runs()).hasSize(4);
  }
}
