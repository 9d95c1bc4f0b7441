package dev.inkling.ui.builder;

import static dev.inkling.support.Waiting.waitFor;
import static dev.inkling.support.Waiting.waitForTraining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.layer.Kinds;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Networks are built in the real window. */
@ExtendWith(ApplicationExtension.class)
class BuilderFlowTest {
  private static final String LENET =
      "conv 6@5x5 pad 2, relu, max-pool 2, conv 16@5x5, relu, max-pool 2, "
          + "dense 120, relu, dense 84, relu, dense 10";

  @TempDir Path home;

  private TestWindow window;
  private Stage stage;
  private BuilderViewModel builder;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    window = new TestWindow(stage, home, 1280, 800);
    builder = window.studio.builder();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  /** Chooses a kind in the palette. */
  private void add(FxRobot robot, String kind) {
    robot.push(KeyCode.A);
    for (int i = 0; i < Kinds.ALL.size() && !isReached(kind); i++) {
      robot.push(KeyCode.DOWN);
    }
    assertThat(isReached(kind)).as(kind).isTrue();
    robot.push(KeyCode.SPACE);
  }

  private boolean isReached(String kind) {
    Node focused = stage.getScene().getFocusOwner();
    return focused != null && ("builder-add-" + kind).equals(focused.getId());
  }

  /** Types numbers into the settings of the card that has the focus; null leaves one. */
  private static void edit(FxRobot robot, String... numbers) {
    robot.push(KeyCode.ENTER);
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) {
        robot.push(KeyCode.TAB);
      }
      if (numbers[i] != null) {
        robot.write(numbers[i]);
      }
    }
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void leNetIsBuiltFromNothingByKeyboardAlone(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    add(robot, "conv");
    edit(robot, "6", "5");
    add(robot, "relu");
    add(robot, "max-pool");
    add(robot, "conv");
    edit(robot, "16", "5", null, "0");
    add(robot, "relu");
    add(robot, "max-pool");
    add(robot, "dense");
    edit(robot, "120");
    add(robot, "relu");
    add(robot, "dense");
    edit(robot, "84");
    add(robot, "relu");
    add(robot, "dense");
    assertThat(builder.text()).isEqualTo(LENET);
    assertThat(text(robot, "#builder-total-parameters")).isEqualTo("61,706");

    robot.push(KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
    assertThat(builder.text()).endsWith("relu, dense 84, dense 10");
    robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.DELETE);
    assertThat(builder.text()).isEqualTo(LENET);
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.Z);
    }
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(builder.text()).isEqualTo(LENET);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  @Test
  void whatIsWrongIsSaidWhereItStandsAndMended(FxRobot robot) {
    robot.clickOn("#window-builder");
    robot.clickOn("#builder-typed").write("conv 8@5x5, relu, dense 7").push(KeyCode.ENTER);
    assertThat(robot.lookup("#builder-train").query().isDisabled()).isTrue();
    assertThat(text(robot, "#builder-why")).contains("dense1");
    robot.clickOn("#builder-mend-outputs");
    assertThat(robot.lookup("#builder-train").query().isDisabled()).isFalse();

    robot.clickOn("#builder-units").push(KeyCode.CONTROL, KeyCode.A).write("ten");
    assertThat(text(robot, "#builder-layer-2 #builder-problem"))
        .isEqualTo("Units: “ten” is not a number; a whole number from 1 to 99,999 is needed.");
    assertThat(builder.text()).endsWith("dense 10");
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#builder-units").queryAs(TextField.class).getText()).isEqualTo("10");

    robot.clickOn("#builder-typed").write("konv 3").push(KeyCode.ENTER);
    assertThat(text(robot, "#builder-typed-problem")).startsWith("“konv 3” is no layer");
    assertThat(builder.text()).isEqualTo("conv 8@5x5, relu, dense 10");
  }

  @Test
  void aCardIsDrawnToAnotherPlace(FxRobot robot) {
    robot.clickOn("#window-builder");
    robot.interact(() -> builder.add("dense 30, relu, dense 10, log-softmax"));
    robot.interact(() -> builder.select(1)); // it becomes higher
    Bounds from = onScreen(robot, "#builder-layer-1");
    Bounds to = onScreen(robot, "#builder-layer-2");
    robot.drag(from.getMinX() + 30, from.getMinY() + 15);
    robot.moveTo(to.getMinX() + 40, to.getMinY() + 8);
    robot.moveTo(to.getMinX() + 40, to.getMaxY() - 4);
    robot.drop();
    assertThat(builder.text()).isEqualTo("dense 30, dense 10, relu, log-softmax");
    assertThat(builder.draftProperty().get().selected()).isEqualTo(2);
  }

  private static Bounds onScreen(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    return node.localToScreen(node.getLayoutBounds());
  }

  @Test
  void whatIsBuiltIsTrainedAndIsAmongTheRuns(FxRobot robot) throws Exception {
    robot.clickOn("#window-builder");
    robot.clickOn("#builder-typed").write("max-pool 4, dense 10").push(KeyCode.ENTER);
    robot.clickOn("#builder-train");
    var training = window.studio.training();
    assertThat(robot.lookup("#training-start").query().isVisible()).isTrue();
    robot.interact(
        () -> {
          training.form().dataProperty().set(DataSource.SYNTHETIC);
          robot.lookup("#training-epochs").queryAs(TextField.class).setText("1");
        });
    robot.clickOn("#training-start");
    waitForTraining(() -> training.runs().runs().size() == 1);
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
    assertThat(training.runs().runs().getFirst().info().architecture())
        .isEqualTo(builder.draftProperty().get().network().name());
  }
}
