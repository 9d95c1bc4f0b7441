package dev.inkling.ui.shell;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.support.Looks;
import dev.inkling.support.TestWindow;
import dev.inkling.text.Problem;
import dev.inkling.ui.kit.Notices;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What belongs to the whole window: what is told, and which screen the keys are for. */
@ExtendWith(ApplicationExtension.class)
class MainWindowFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;
  private Notices notices;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 960, 700);
    pad = window.studio.pad();
    notices = window.studio.notices();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void fail(FxRobot robot, String... files) {
    for (String file : files) {
      Problem problem = new Problem("problem.file.missing", file);
      robot.interact(() -> notices.topic(file).fail(problem));
    }
  }

  private static List<String> shown(FxRobot robot) {
    return robot.lookup(".notice .label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void whatIsToldIsQueuedAndPutAwayByEscOrItsButton(FxRobot robot) {
    fail(robot, "1", "2", "3", "4", "5");
    assertThat(shown(robot))
        .containsExactly(
            "5: there is no such file.", "4: there is no such file.", "3: there is no such file.");
    assertThat(robot.lookup("#notices-more").queryAs(Button.class).getText())
        .isEqualTo("Show 2 more");

    robot.push(KeyCode.ESCAPE);
    assertThat(shown(robot)).first().isEqualTo("4: there is no such file.");
    robot.clickOn("#notices-more");
    assertThat(shown(robot)).hasSize(4).last().isEqualTo("1: there is no such file.");
    robot.clickOn("#notices-dismiss");
    robot.push(KeyCode.ESCAPE);
    assertThat(shown(robot))
        .containsExactly("2: there is no such file.", "1: there is no such file.");
    assertThat(robot.lookup("#notices-more").tryQuery()).isEmpty();
  }

  @Test
  void whatWasSavedIsToldWithItsPlace(FxRobot robot) {
    robot.interact(() -> notices.topic("exports").saved(home.resolve("curves.png")));
    assertThat(shown(robot)).containsExactly("Saved: curves.png");
    assertThat(robot.lookup("#notices-show").queryAs(Button.class).getText())
        .isEqualTo("Show in folder");
    robot.push(KeyCode.ESCAPE);
    assertThat(shown(robot)).isEmpty();
  }

  /** Lists, boxes and fields want keys of their own, but not this one. */
  @Test
  void escPutsItAwayWhereverTheFocusIs(FxRobot robot) {
    for (String screen : List.of("pad", "training", "results", "inside")) {
      robot.interact(() -> robot.lookup("#window-" + screen).queryAs(ToggleButton.class).fire());
      Parent root = robot.lookup("#window-pad").query().getScene().getRoot();
      List<Node> stops =
          Looks.seen(root).stream()
              .filter(node -> node.isFocusTraversable() && !node.isDisabled())
              .toList();
      assertThat(stops).hasSizeGreaterThan(8);
      Problem problem = new Problem("problem.file.missing", "1");
      for (Node stop : stops) {
        robot.interact(
            () -> {
              notices.topic("1").fail(problem);
              stop.requestFocus();
            });
        robot.push(KeyCode.ESCAPE);
        assertThat(notices.told()).as(screen + Looks.path(stop)).isEmpty();
      }
    }
  }

  @Test
  void whatIsToldCoversNothingOfTheScreen(FxRobot robot) {
    fail(robot, "1", "2", "3", "4");
    Node told = robot.lookup("#notices").query();
    Node screen = robot.lookup(".pad").query();
    double end = told.localToScene(told.getLayoutBounds()).getMaxY();
    assertThat(screen.localToScene(screen.getLayoutBounds()).getMinY()).isGreaterThanOrEqualTo(end);
    assertThat(end).isLessThan(700 * 0.4);
  }

  @Test
  void whatIsToldFollowsTheLanguageAndIsNeverCut(FxRobot robot) {
    fail(robot, "long/".repeat(60) + "name.png");
    Label line = robot.lookup(".notice .label").queryAs(Label.class);
    assertThat(line.getHeight())
        .isGreaterThan(40)
        .isGreaterThanOrEqualTo(line.prefHeight(line.getWidth()));

    robot.interact(() -> window.texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    assertThat(shown(robot)).first().asString().contains("没有这个文件");
  }

  @Test
  void severalLongNoticesAreWhole(FxRobot robot) {
    fail(robot, "1" + " long".repeat(60), "2" + " long".repeat(60));
    robot.interact(() -> {}); // laid out
    ScrollPane pane = robot.lookup(".notices-scroll").queryAs(ScrollPane.class);
    assertThat(pane.getViewportBounds().getHeight())
        .isGreaterThan(80)
        .isGreaterThanOrEqualTo(pane.getContent().getLayoutBounds().getHeight());
  }

  @Test
  void keysAreForTheScreenInView(FxRobot robot) throws TimeoutException {
    robot.interact(pad::drawSample);
    Drawing drawn = pad.drawingProperty().get();
    for (String other : List.of("#window-training", "#window-results")) {
      robot.clickOn(other).push(KeyCode.DELETE).push(KeyCode.E).push(KeyCode.CONTROL, KeyCode.D);
      assertThat(pad.drawingProperty().get()).isEqualTo(drawn);
      assertThat(pad.eraserProperty().get()).isFalse();
    }
    robot.clickOn("#window-inside").push(KeyCode.DELETE);
    waitFor(() -> pad.drawingProperty().get().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> pad.drawingProperty().get().equals(drawn));
    robot.clickOn("#window-pad").push(KeyCode.DELETE);
    waitFor(() -> pad.drawingProperty().get().isEmpty());
  }
}
