package dev.inkling.ui.inside;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Film;
import dev.inkling.diagram.Spot;
import dev.inkling.explain.Fooling.Method;
import dev.inkling.layer.Cell;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
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

/** What a network would love to see, and what fools it. */
@ExtendWith(ApplicationExtension.class)
class LovesFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;
  private InsideViewModel inside;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1000, 700);
    pad = window.studio.pad();
    inside = window.studio.inside();
    pad.loadModels("lenet5-relu");
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  @Test
  void aMapIsClickedAClassIsPaintedAndTheDrawingFools(FxRobot robot) throws Exception {
    waitFor(() -> pad.cardProperty().get() != null);
    waitFor(() -> pad.cardProperty().get().name().equals("lenet5-relu"));
    robot.clickOn("#window-inside");
    robot.interact(() -> pad.replace(Subjects.FOUR));
    waitFor(inside::isCurrent);

    // From a value in the network to the picture that it would love to see.
    robot.interact(() -> inside.network().point(new Spot(3, new Cell(5, 4, 4))));
    robot.interact(inside.network()::open);
    robot.clickOn("#inside-network-loves");
    waitFor(() -> inside.loves().dreamProperty().get() != null);
    waitFor(() -> text(robot, "#loves-title").contains("map 6 of 16"));
    assertThat(text(robot, "#loves-value")).isEqualTo("Only row 5, column 5");
    robot.clickOn("#loves-value");
    assertThat(robot.lookup("#loves-value").query().isVisible()).isFalse();

    // All classes, one of them by the keyboard.
    robot.interact(() -> inside.loves().columnProperty().set(inside.loves().columns().getLast()));
    waitFor(() -> inside.loves().dreamProperty().get() != null);
    robot.clickOn("#loves-8").type(KeyCode.RIGHT).type(KeyCode.SPACE);
    assertThat(text(robot, "#loves-title")).endsWith("see as 9");
    waitFor(() -> text(robot, "#loves-facts").contains("read as 9"));
    robot.clickOn("#loves-stop");
    waitFor(() -> !inside.loves().runningProperty().get());

    LovesView view = robot.lookup("#inside-loves").queryAs(LovesView.class);
    Film film = WaitForAsyncUtils.asyncFx(view::film).get(10, TimeUnit.SECONDS);
    assertThat(film.frames()).hasSizeBetween(2, 52);
    assertThat(film.sheet().picture(film.frames().getLast()).getWidth()).isEqualTo(620);

    robot.interact(() -> inside.fools().methodProperty().set(Method.FGSM));
    robot.clickOn("#inside-page-fools");
    waitFor(() -> text(robot, "#fools-verdict").contains("the 4 is read as"));
    int found = inside.fools().strengthProperty().get();
    robot.interact(() -> robot.lookup("#fools-strength").queryAs(Slider.class).requestFocus());
    robot.type(KeyCode.LEFT);
    assertThat(inside.fools().strengthProperty().get()).isEqualTo(found - 1);
    assertThat(inside.fools().smallestProperty().get()).isFalse();
  }
}
