package dev.inkling.ui.hand;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.data.NamedHand;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.hand.LearningViewModel.State;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person names a hand, writes a sheet, has it learned, compares, uses it and takes it back. */
@ExtendWith(ApplicationExtension.class)
class HandFlowTest {
  /** The quickest that ships. */
  private static final String NETWORK = "sprint";

  @TempDir Path home;
  private TestWindow window;
  private PadViewModel pad;
  private DrawingStore drawings;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1024, 680);
    pad = window.studio.pad();
    pad.loadModels(NETWORK);
    drawings = new DrawingStore(TestStudio.folders(home).drawings());
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private SheetViewModel sheet() {
    return window.studio.hand().sheet();
  }

  private LearningViewModel learning() {
    return window.studio.hand().learning();
  }

  /** Draws a digit in a cell with the mouse, with as few movements as it takes. */
  private static void write(FxRobot robot, int cell, Drawing digit) {
    Bounds place = bounds(robot.lookup("#sheet-" + cell).query());
    for (Mark mark : digit.marks()) {
      List<Point> points = ((Stroke) mark).points();
      robot.moveTo(at(place, points.getFirst())).press(MouseButton.PRIMARY);
      points.forEach(point -> robot.moveTo(at(place, point)));
      robot.release(MouseButton.PRIMARY);
    }
  }

  private static Bounds bounds(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  private static Point2D at(Bounds cell, Point point) {
    return new Point2D(
        cell.getMinX() + point.x() * cell.getWidth() / Drawing.SIZE,
        cell.getMinY() + point.y() * cell.getHeight() / Drawing.SIZE);
  }

  /** The rest of the sheet, quicker than a mouse can: this hand's 4 is another's 9. */
  private void writeRest(FxRobot robot, int from) {
    robot.interact(
        () -> {
          for (int i = from; i < 30; i++) {
            for (Mark mark : Samples.all().get(i % 10 == 4 ? 9 : i % 10).marks()) {
              List<Point> points = ((Stroke) mark).points();
              sheet().press(i, points.getFirst().x(), points.getFirst().y());
              points.forEach(point -> sheet().drag(point.x(), point.y()));
              sheet().release();
            }
          }
        });
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private void nameHand(FxRobot robot, String name) throws TimeoutException {
    robot.interact(
        () ->
            javafx.application.Platform.runLater(
                () -> item(robot, "hand-add").fire())); // the dialog waits for its answer
    waitFor(() -> robot.lookup("#name").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#name").queryAs(TextField.class).setText(name));
    robot.push(KeyCode.ENTER);
    waitFor(() -> name.equals(pad.hands().chosenProperty().get().name()));
  }

  private static MenuItem item(FxRobot robot, String id) {
    return robot.lookup("#pad-hand").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSheetIsWrittenLearnedComparedUsedAndUndone(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    waitFor(() -> pad.cardProperty().get().name().equals(NETWORK));
    nameHand(robot, "Ann");
    robot.interact(() -> item(robot, "hand-sheet").fire());
    waitFor(() -> robot.lookup("#sheet-4").tryQuery().isPresent());
    assertThat(text(robot, "#sheet-now")).isEqualTo("Write a 0");

    write(robot, 0, Samples.all().get(0));
    write(robot, 1, Samples.all().get(1));
    waitFor(() -> drawings.all().size() == 2);
    assertThat(text(robot, "#sheet-now")).isEqualTo("Write a 2");
    assertThat(drawings.all()).extracting(Kept::writer).containsOnly("Ann");

    writeRest(robot, 2);
    waitFor(() -> drawings.all().stream().filter(kept -> kept.read() != null).count() == 30);
    assertThat(text(robot, "#sheet-now")).isEqualTo("The sheet is full");
    waitFor(() -> text(robot, "#sheet-how").contains("27 of 30 read right"));

    robot.clickOn("#sheet-learn");
    waitFor(() -> pad.hands().drawnProperty().get().size() == 30);
    robot.interact(() -> pad.replace(Samples.all().get(9)));
    robot.clickOn("#learning-learn");
    waitFor(() -> learning().stateProperty().get() == State.LEARNED);
    assertThat(text(robot, "#learning-own")).startsWith("90.0% → ");
    assertThat(text(robot, "#learning-headline")).isEqualTo("Ann: before and after");
    assertThat(pad.cardProperty().get().name()).as("nothing reads with it yet").isEqualTo(NETWORK);

    robot.clickOn("#learning-use");
    waitFor(() -> pad.cardProperty().get().name().equals("Ann-hand"));
    assertThat(text(robot, "#learning-headline")).isEqualTo("Ann is read from now on");

    robot.clickOn("#learning-undo");
    waitFor(() -> pad.cardProperty().get().name().equals(NETWORK));
    assertThat(text(robot, "#learning-headline")).isEqualTo("Learn Ann");
    assertThat(text(robot, "#learning-facts")).startsWith("30 drawings, 3 misread");
    assertThat(drawings.all()).hasSize(30);
  }

  @Test
  void whatWasLearnedStaysItsHandsWhileAnotherDraws(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    waitFor(() -> pad.cardProperty().get().name().equals(NETWORK));
    nameHand(robot, "Ann");
    robot.clickOn("#window-hand");
    write(robot, 1, Samples.all().get(1));
    waitFor(() -> pad.hands().drawnProperty().get().size() == 1);
    robot.interact(() -> learning().learn());
    waitFor(() -> learning().stateProperty().get() == State.LEARNED);

    robot.interact(() -> pad.hands().add("Ben"));
    waitFor(() -> "Ben".equals(pad.hands().chosenProperty().get().name()));
    robot.interact(() -> learning().use());
    waitFor(() -> pad.cardProperty().get().name().equals("Ann-hand"));
    waitFor(() -> learning().stateProperty().get() == State.IDLE);
    waitFor(() -> "Ann-hand".equals(network("Ann")));
    robot.interact(() -> learning().undo());
    assertThat(pad.hands().chosenProperty().get().name()).isEqualTo("Ben");
    assertThat(network("Ann")).isEqualTo("Ann-hand");

    robot.interact(() -> pad.hands().choose(hand("Ann").orElseThrow()));
    waitFor(() -> pad.hands().drawnProperty().get().size() == 1);
    robot.interact(() -> learning().learn());
    waitFor(() -> learning().stateProperty().get() == State.LEARNED);
    robot.interact(() -> pad.hands().rename("Anna"));
    waitFor(() -> hand("Anna").isPresent());
    robot.interact(() -> learning().use());
    assertThat(learning().stateProperty().get()).as("Ann is gone").isEqualTo(State.LEARNED);
    assertThat(hand("Ann")).isEmpty();
  }

  private Optional<NamedHand> hand(String name) {
    return pad.hands().handsProperty().get().named(name);
  }

  private @Nullable String network(String name) {
    return hand(name).map(NamedHand::network).orElse(null);
  }

  @Test
  void theSheetIsWrittenWithKeysBesidesTheMouse(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-hand");
    write(robot, 4, Samples.all().get(4));
    waitFor(() -> sheet().writtenProperty().get() == 1);
    assertThat(sheet().openProperty().get()).isEqualTo(5);
    assertThat(sheet().cells().get(4).keptProperty().get().strokes()).hasSize(2);

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(sheet().cells().get(4).keptProperty().get().strokes()).hasSize(1);
    robot.push(KeyCode.BACK_SPACE);
    assertThat(sheet().writtenProperty().get()).isZero();
    assertThat(sheet().openProperty().get()).isEqualTo(4);
    robot.push(KeyCode.ENTER);
    assertThat(sheet().openProperty().get()).isEqualTo(5);
    robot.push(KeyCode.DOWN);
    assertThat(sheet().openProperty().get()).isEqualTo(15);
    robot.push(KeyCode.LEFT);
    assertThat(sheet().openProperty().get()).isEqualTo(14);
  }

  @Test
  void thePadOffersToLearnWhereItWouldHelp(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    waitFor(() -> pad.cardProperty().get().name().equals(NETWORK));
    robot.clickOn("#window-hand");
    writeRest(robot, 0);
    waitFor(() -> pad.hands().tally().read() == 30);
    robot.clickOn("#window-pad");
    robot.interact(() -> pad.replace(Samples.all().get(4)));
    waitFor(() -> pad.readingProperty().get().text().equals("4"));
    robot.push(KeyCode.DIGIT4);
    waitFor(() -> text(robot, "#keep-notice").equals("Kept as 4 · reads your 4s: 1 of 4"));

    robot.clickOn("#pad-learn");
    assertThat(robot.lookup("#learning-learn").query().isVisible()).isTrue();
    assertThat(text(robot, "#learning-facts")).startsWith("31 drawings, 3 misread");
  }
}
