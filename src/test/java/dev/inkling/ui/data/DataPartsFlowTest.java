package dev.inkling.ui.data;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.support.DataFiles;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.shell.Studio;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Wrong labels and the learning curve in the window. */
@ExtendWith(ApplicationExtension.class)
class DataPartsFlowTest {
  @TempDir Path home;
  private TestWindow window;
  private DataViewModel data;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1280, 800);
    data = window.studio.data();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void show(FxRobot robot, String part) throws TimeoutException {
    Digits right = DataFiles.squares(90, 2);
    int[] labels = IntStream.range(0, right.count()).map(right::label).toArray();
    labels[4] = 1;
    Path images = DataFiles.pictures(home.resolve("images"), right.labeled(labels));
    robot.clickOn("#window-data");
    robot.interact(() -> data.show(images.toString()));
    waitFor(() -> data.imagesProperty().get() != null);
    robot.clickOn(part);
  }

  private static String text(FxRobot robot, String query) {
    return ((Labeled) robot.lookup(query).query()).getText();
  }

  private static boolean isShown(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Button.class).isVisible();
  }

  @Test
  void aLabelIsFoundMendedByTheKeyboardAndTakenBack(FxRobot robot) throws TimeoutException {
    show(robot, "#data-part-labels");
    robot.clickOn("#data-labels-search");
    ListView<?> list = robot.lookup("#label-errors").query();
    waitFor(() -> !list.getItems().isEmpty());
    assertThat(text(robot, "#data-labels-headline")).startsWith("1 label of 75");

    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    waitFor(() -> text(robot, "#data-labels-facts").startsWith("1 label mended"));
    Studio studio = window.studio;
    assertThat(studio.notices().told()).isEmpty();

    robot.clickOn("#data-labels-undo");
    waitFor(() -> text(robot, "#data-labels-facts").startsWith("Your files"));
    robot.clickOn("#data-labels-leave");
    waitFor(() -> text(robot, "#data-labels-facts").contains("1 image left out"));
    assertThat(isShown(robot, "#data-labels-mend")).isFalse();
  }

  @Test
  void aCurveIsMeasuredAndStopped(FxRobot robot) throws TimeoutException {
    show(robot, "#data-part-curve");
    robot.clickOn("#data-curve-measure");
    ProgressBar bar = robot.lookup("#data-curve-progress").query();
    waitFor(() -> bar.getProgress() > 0.1);
    assertThat(isShown(robot, "#data-curve-measure")).isFalse();

    robot.clickOn("#data-curve-stop");

    waitFor(() -> isShown(robot, "#data-curve-measure"));
    assertThat(text(robot, "#data-curve-headline")).startsWith("From ");
  }
}
