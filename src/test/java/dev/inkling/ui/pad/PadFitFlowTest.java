package dev.inkling.ui.pad;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.support.Handwriting;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The pad in a window of 960×600, of which the system's frame takes some: all of it is there. */
@ExtendWith(ApplicationExtension.class)
class PadFitFlowTest {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 564;

  @TempDir Path folder;

  private TestWindow window;
  private PadViewModel pad;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, folder, WIDTH, HEIGHT);
    pad = window.studio.pad();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  @Test
  void allOfThePadIsInTheWindowAndHasAName(FxRobot robot) throws IOException, TimeoutException {
    waitFor(() -> pad.networkProperty().get() != null);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      robot.interact(() -> window.texts.setLocale(locale));
      look(robot, "empty");
      robot.interact(pad::drawSample);
      waitFor(() -> pad.currentProperty().get());
      look(robot, "a drawing");
      robot.interact(() -> pad.keeping().keep(0));
      waitFor(() -> pad.keeping().keptProperty().get() != null);
      look(robot, "kept");
      number(robot);
      look(robot, "a number");
      robot.interact(() -> pad.keeping().keep(0));
      waitFor(() -> pad.keeping().keptProperty().get() != null);
      look(robot, "a digit of it kept");
      Path pictures = Files.createDirectories(folder.resolve("pictures"));
      for (int i = 0; i < 3; i++) {
        Path file = pictures.resolve(i + " has a long name, as scanners give them.png");
        Pictures.write(Pictures.stored(Pictures.seven(200)), "png", file);
      }
      robot.interact(() -> pad.pictures().open(List.of(pictures)));
      waitFor(() -> pad.sight().sightProperty().get() != null && pad.currentProperty().get());
      look(robot, "pictures");
      robot.interact(
          () -> {
            pad.pictures().close();
            pad.sight().close();
            pad.clear();
          });
    }
  }

  private void number(FxRobot robot) throws TimeoutException {
    List<Mark> marks = new ArrayList<>(Handwriting.at(20, 60, 1, Handwriting.TWO));
    marks.addAll(Handwriting.at(160, 60, 1, Handwriting.ZERO));
    robot.interact(() -> pad.replace(new Drawing(marks)));
    waitFor(() -> pad.currentProperty().get());
    assertThat(pad.readingProperty().get().text()).isEqualTo("20");
  }

  @Test
  void drawingsOfOnesOwnCanBeImportedThere(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.networkProperty().get() != null);
    robot.clickOn("#window-results");
    robot.interact(() -> window.studio.results().dataProperty().set(DataSource.DRAWINGS));
    waitFor(() -> window.studio.results().failureProperty().get() != null);
    WaitForAsyncUtils.waitForFxEvents();
    List<String> faults = new ArrayList<>();
    collect(robot.lookup("#results-status").query(), faults);
    assertThat(faults).isEmpty();
    assertThat(robot.lookup("#no-drawings-import").query().isVisible()).isTrue();
  }

  private static void look(FxRobot robot, String state) {
    WaitForAsyncUtils.waitForFxEvents();
    Node screen = robot.lookup(".pad").query();
    robot.interact(() -> screen.getScene().getRoot().layout());
    List<String> faults = new ArrayList<>();
    collect(screen, faults);
    assertThat(faults).as(state).isEmpty();
  }

  /** What is cut, lies outside of the window or has no name; a list scrolls. */
  private static void collect(Node node, List<String> faults) {
    if (!node.isVisible()) {
      return;
    }
    if (isOfItsOwn(node)) {
      Bounds at = bounds(node);
      if (at.getMinX() < 0 || at.getMaxX() > WIDTH + 0.5 || at.getMaxY() > HEIGHT + 0.5) {
        faults.add("outside: " + node + " " + at);
      }
    }
    if (node instanceof Label label && label.lookup(".text") instanceof Text text) {
      if (!text.getText().equals(label.getText()) && label.getTooltip() == null) {
        faults.add("cut: " + label.getText());
      }
    }
    if (node instanceof ButtonBase || node instanceof ComboBoxBase || node instanceof Slider) {
      Object name = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
      if (name == null || name.toString().isBlank()) {
        faults.add("no name: " + node);
      }
    }
    boolean isClosed = node instanceof ListView || node instanceof ScrollPane;
    if (node instanceof Parent parent && !isClosed) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, faults));
    }
  }

  private static boolean isOfItsOwn(Node node) {
    return node instanceof Canvas
        || (node instanceof Control && !(node instanceof Label))
        || (node instanceof Label label && !label.getText().isEmpty());
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }
}
