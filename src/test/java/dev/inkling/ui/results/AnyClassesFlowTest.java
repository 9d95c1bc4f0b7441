package dev.inkling.ui.results;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.model.ModelFolder;
import dev.inkling.support.DataFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.results.ResultsViewModel.Page;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A network of signs in the window: on the pad, inside, and in its results. */
@ExtendWith(ApplicationExtension.class)
class AnyClassesFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;
  private ResultsViewModel results;

  @Start
  void open(Stage stage) {
    for (int classes : new int[] {2, 47}) {
      ModelFolder.write(
          TestStudio.folders(home).models().resolve("signs-" + classes),
          TinyModels.ofClasses("signs-" + classes, DataFiles.squares(classes, classes).classes()));
    }
    window = new TestWindow(stage, home, 1280, 800);
    pad = window.studio.pad();
    results = window.studio.results();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 47})
  void classesAreThoseOfTheNetwork(int classes, FxRobot robot) throws TimeoutException {
    Digits squares = DataFiles.squares(4 * classes, classes);
    Path images = DataFiles.pictures(home.resolve("images"), squares);
    waitFor(() -> pad.cardProperty().get() != null);
    robot.interact(
        () ->
            pad.choose(
                pad.models().stream()
                    .filter(entry -> entry.name().equals("signs-" + classes))
                    .findFirst()
                    .orElseThrow()));
    waitFor(() -> pad.cardProperty().get().classes().size() == classes);
    robot.interact(
        () -> {
          pad.press(80, 60);
          pad.drag(200, 220);
          pad.release();
        });
    waitFor(() -> !pad.recognitionProperty().get().isBlank() && pad.currentProperty().get());

    assertThat(squares.classes()).contains(text(robot, "#pad-digit"));
    assertThat(robot.lookup(".bar-value").queryAll()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(pad.keeping().keepableProperty().getValue()).isFalse();

    robot.clickOn("#window-inside");
    robot.clickOn("#window-results");
    robot.interact(
        () -> {
          results.modelProperty().set(pad.modelProperty().get());
          results.choose(images);
        });
    waitFor(() -> results.evaluatedProperty().get() != null);
    assertThat(results.evaluatedProperty().get().results().evaluation().confusion())
        .hasNumberOfRows(classes);
    String last = "#cell-" + (classes - 1) + "-" + (classes - 1);
    assertThat(robot.lookup(last).tryQuery()).isPresent();
    robot.interact(() -> results.pageProperty().set(Page.GALLERY));
    ComboBox<?> filter = robot.lookup("#results-filter-label").query();
    assertThat(filter.getItems()).hasSize(classes + 1);
  }

  private static String text(FxRobot robot, String query) {
    return ((Labeled) robot.lookup(query).query()).getText();
  }
}
