package dev.inkling.ui.pad;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.image.Hint;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How a person helps with a picture, in the real window with a real network. */
@ExtendWith(ApplicationExtension.class)
class SightFlowTest {
  @TempDir Path folder;

  private TestWindow window;
  private PadViewModel pad;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, folder, 1024, 680);
    pad = window.studio.pad();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  @Test
  void aBlotThatIsSaidToBePaperIsNotRead(FxRobot robot) throws IOException, TimeoutException {
    openBlotted(robot);
    waitFor(() -> pad.currentProperty().get());
    assertThat(label(robot, "#pad-digit")).isNotEqualTo("7");

    robot.clickOn("#pad-sight-paper").clickOn(at(robot, 235, 140));

    waitFor(() -> label(robot, "#pad-digit").equals("7"));
    assertThat(label(robot, "#pad-sight-words")).startsWith("Not right?");
    robot.push(KeyCode.ESCAPE);
    assertThat(isShown(robot)).isFalse();
    assertThat(label(robot, "#pad-digit")).isEqualTo("7");
  }

  @Test
  void theFrameIsDraggedAroundTheDigit(FxRobot robot) throws IOException, TimeoutException {
    openBlotted(robot);

    robot.moveTo(at(robot, 280, 130)).press(MouseButton.PRIMARY);
    robot.moveTo(at(robot, 240, 135)).moveTo(at(robot, 200, 140)).release(MouseButton.PRIMARY);

    waitFor(() -> label(robot, "#pad-digit").equals("7"));
    Box frame = pad.sight().frameProperty().get();
    assertThat(frame.right()).isBetween(195, 205);
    assertThat(frame.height()).isEqualTo(280);
    assertThat(robot.lookup("#pad-sight-picture").query().isFocused()).isTrue();
    robot.clickOn("#pad-undo");
    assertThat(pad.sight().frameProperty().get().right()).isEqualTo(280);
  }

  @Test
  void keysDoAllOfIt(FxRobot robot) throws IOException, TimeoutException {
    openBlotted(robot);
    robot.interact(() -> robot.lookup("#pad-sight-picture").query().requestFocus());

    robot.press(KeyCode.SHIFT).push(KeyCode.LEFT).push(KeyCode.LEFT).release(KeyCode.SHIFT);
    robot.push(KeyCode.RIGHT);

    assertThat(pad.sight().frameProperty().get()).isEqualTo(new Box(6, 0, 268, 280));
    robot.interact(() -> robot.lookup("#pad-sight-paper").query().requestFocus());
    robot.push(KeyCode.SPACE);
    robot.interact(() -> robot.lookup("#pad-sight-picture").query().requestFocus());
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    waitFor(() -> pad.sight().aimProperty().get().hints().size() == 1);
    assertThat(pad.sight().aimProperty().get().hints().getFirst().y()).isEqualTo(146);
    robot.clickOn("#pad-sight-again");
    assertThat(pad.sight().aimProperty().get().hints()).isEmpty();
    waitFor(() -> !pad.sight().readingProperty().get() && pad.currentProperty().get());
  }

  @Test
  void arrowKeysChooseTheToolThatIsLit(FxRobot robot) throws IOException, TimeoutException {
    openBlotted(robot);
    robot.interact(() -> robot.lookup("#pad-sight-ink").query().requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(pad.sight().toolProperty().get()).isEqualTo(Hint.Kind.INK);
    robot.push(KeyCode.RIGHT);
    assertThat(pad.sight().toolProperty().get()).isEqualTo(Hint.Kind.PAPER);
    assertThat(lit(robot)).containsExactly("pad-sight-paper");
    robot.push(KeyCode.SPACE);
    assertThat(pad.sight().toolProperty().get()).isNull();
    assertThat(lit(robot)).isEmpty();
    robot.interact(() -> pad.sight().toolProperty().set(Hint.Kind.LINE));
    assertThat(lit(robot)).containsExactly("pad-sight-line");
    robot.interact(() -> pad.sight().toolProperty().set(null));
    assertThat(lit(robot)).isEmpty();
  }

  private static List<String> lit(FxRobot robot) {
    return robot.lookup(".sight-row .toggle-button").queryAllAs(ToggleButton.class).stream()
        .filter(ToggleButton::isSelected)
        .map(Node::getId)
        .toList();
  }

  private void openBlotted(FxRobot robot) throws IOException, TimeoutException {
    BufferedImage picture = SightViewModelTest.blotted();
    Path page = Pictures.write(picture, "png", folder.resolve("page.png"));
    waitFor(() -> pad.networkProperty().get() != null);
    assertThat(isShown(robot)).isFalse();
    robot.interact(() -> pad.open(page));
    waitFor(() -> isShown(robot));
    robot.interact(() -> robot.lookup("#pad-sight").query().getScene().getRoot().layout());
  }

  private static boolean isShown(FxRobot robot) {
    return robot.lookup("#pad-sight").query().isVisible();
  }

  /** A place of the picture on the screen; the picture stands in the middle. */
  private static Point2D at(FxRobot robot, double x, double y) {
    Node pane = robot.lookup("#pad-sight-picture").query();
    Bounds bounds = pane.localToScreen(pane.getBoundsInLocal());
    Point2D middle = ((SightPane) pane).toPicture(bounds.getWidth() / 2, bounds.getHeight() / 2);
    double scale = 1 / ((SightPane) pane).toPicture(1);
    return new Point2D(
        bounds.getCenterX() + (x - middle.getX()) * scale,
        bounds.getCenterY() + (y - middle.getY()) * scale);
  }

  private static String label(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }
}
