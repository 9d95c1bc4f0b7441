package dev.inkling.ui.inside;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Box;
import dev.inkling.diagram.DiagramLayout;
import dev.inkling.diagram.Spot;
import dev.inkling.evaluate.Evaluation;
import dev.inkling.layer.Cell;
import dev.inkling.model.Weights;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One step of learning as a person takes it: draw, back, step until right, undo. */
@ExtendWith(ApplicationExtension.class)
class StepFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;
  private StepViewModel step;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1100, 800);
    pad = window.studio.pad();
    step = window.studio.inside().step();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void look(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-inside");
    robot.clickOn("#inside-page-step");
    robot.interact(pad::drawSample);
    waitFor(() -> step.foundProperty().get() != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private Point2D place(FxRobot robot, Spot spot) {
    FigureChart picture = robot.lookup("#one-step").queryAs(FigureChart.class);
    DiagramLayout layout =
        DiagramLayout.of(
            step.network().blocksProperty().get(),
            picture.getWidth(),
            picture.getHeight(),
            picture.lettersProperty().getValue());
    Box box = layout.cell(spot);
    return picture.localToScreen(box.x() + box.width() / 2, box.y() + box.height() / 2);
  }

  private int read() {
    return Evaluation.best(step.pass().images().getFirst().probabilities());
  }

  /** A step is made when the copy has made one more. */
  private void steps(int wanted) throws TimeoutException {
    waitFor(
        () ->
            step.foundProperty().get().answer().now().steps() == wanted
                && !step.runningProperty().get());
  }

  @Test
  void drawBackStepUntilRightAndUndo(FxRobot robot) throws TimeoutException {
    look(robot);
    Weights before = pad.networkProperty().get().weights();
    float[] values = before.tensors().values().iterator().next().values().clone();
    int wrong = (read() + 1) % 10;

    robot.interact(() -> step.labelProperty().set(wrong));
    waitFor(() -> step.foundProperty().get().asked().label() == wrong);
    double loss = step.pass().loss();
    assertThat(text(robot, "#step-stand")).contains("no step yet");

    robot.clickOn("#inside-step-flow");
    waitFor(() -> step.reachedProperty().get() == 0);

    robot.clickOn("#inside-step-step");
    steps(1);
    assertThat(step.pass().loss()).isLessThan(loss);
    assertThat(text(robot, "#step-stand")).contains("1 step");

    robot.clickOn("#inside-step-until");
    waitFor(() -> step.answer().isRight() && !step.runningProperty().get());
    assertThat(read()).isEqualTo(wrong);
    int made = step.answer().now().steps();

    robot.clickOn("#inside-step-undo");
    steps(made - 1);
    robot.clickOn("#inside-step-restart");
    steps(0);
    assertThat(step.pass().loss()).isEqualTo(loss);
    assertThat(pad.networkProperty().get().weights()).isSameAs(before);
    assertThat(before.tensors().values().iterator().next().values()).isEqualTo(values);
  }

  @Test
  void everyGradientIsComputedBeforeOnesEyes(FxRobot robot) throws TimeoutException {
    look(robot);
    robot.clickOn(place(robot, new Spot(1, new Cell(3, 12, 15))));

    assertThat(text(robot, "#step-place")).contains("map 4");
    assertThat(text(robot, "#step-value")).startsWith("∂L/∂x = ");
    assertThat(text(robot, "#step-gradient")).startsWith("∂L/∂w = Σ x · g = ");
    assertThat(text(robot, "#step-next")).startsWith("w ← w − η·g = ");
    for (String id :
        new String[] {"#step-value-engine", "#step-gradient-engine", "#step-next-engine"}) {
      Labeled engine = robot.lookup(id).queryAs(Labeled.class);
      assertThat(engine.getText()).contains("engine");
      assertThat(engine.getGraphic().getStyleClass()).contains("kept-icon");
    }

    String first = text(robot, "#step-gradient");
    robot.clickOn("#step-weights").press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(text(robot, "#step-gradient")).isNotEqualTo(first);
  }

  @Test
  void aBatchOfImagesIsLearnedTogether(FxRobot robot) throws TimeoutException {
    look(robot);

    robot.clickOn("#step-images").clickOn("8 images");
    waitFor(() -> step.pass().count() == 8);
    double loss = step.pass().loss();
    robot.clickOn("#inside-step-ten");
    steps(10);

    assertThat(step.pass().loss()).isLessThan(loss);
    robot.clickOn("#inside-step-next");
    assertThat(text(robot, "#step-shown")).isEqualTo("2 of 8");
  }
}
