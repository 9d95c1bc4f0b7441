package dev.inkling.ui.results;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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
    if (classes == 47) {
      headingsStayWhereTheCellsAreScrolled(robot);
    }
    robot.interact(() -> results.pageProperty().set(Page.GALLERY));
    ComboBox<?> filter = robot.lookup("#results-filter-label").query();
    assertThat(filter.getItems()).hasSize(classes + 1);
  }

  private static void headingsStayWhereTheCellsAreScrolled(FxRobot robot) {
    Node view = robot.lookup(".matrix-body .viewport").query();
    Node heading = robot.lookup(".matrix-body .matrix-left").query();
    double left = onScreen(heading).getMinX();
    Node last = robot.lookup("#cell-0-46").query();
    assertThat(onScreen(last).getMaxX()).isGreaterThan(onScreen(view).getMaxX());

    robot.interact(robot.lookup("#cell-0-0").query()::requestFocus);
    robot.type(KeyCode.END);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(onScreen(last).getMaxX()).isLessThanOrEqualTo(onScreen(view).getMaxX() + 1);
    assertThat(onScreen(heading).getMinX()).isCloseTo(left, within(1.0));
    robot.type(KeyCode.HOME);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(onScreen(robot.lookup("#cell-0-0").query()).getMinX())
        .isGreaterThanOrEqualTo(onScreen(heading).getMaxX() - 1);
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  private static String text(FxRobot robot, String query) {
    return ((Labeled) robot.lookup(query).query()).getText();
  }
}
