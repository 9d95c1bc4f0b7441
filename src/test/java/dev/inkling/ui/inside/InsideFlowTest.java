package dev.inkling.ui.inside;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Box;
import dev.inkling.chart.SignedShades;
import dev.inkling.diagram.DiagramLayout;
import dev.inkling.diagram.Spot;
import dev.inkling.explain.Activation;
import dev.inkling.ink.Mark;
import dev.inkling.layer.Cell;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.Handwriting;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does to look into the network, in the real window with a real network. */
@ExtendWith(ApplicationExtension.class)
class InsideFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;
  private InsideViewModel inside;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1000, 760);
    pad = window.studio.pad();
    inside = window.studio.inside();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  /** Opens the screen and draws a digit. */
  private void look(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-inside");
    robot.interact(pad::drawSample);
    waitFor(() -> inside.isCurrent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private static FigureChart picture(FxRobot robot) {
    return robot.lookup("#network").queryAs(FigureChart.class);
  }

  private DiagramLayout layout(FxRobot robot) {
    FigureChart picture = picture(robot);
    return DiagramLayout.of(
        inside.network().blocksProperty().get(),
        picture.getWidth(),
        picture.getHeight(),
        picture.lettersProperty().getValue());
  }

  private Point2D place(FxRobot robot, Spot spot) {
    Box box = layout(robot).cell(spot);
    Point2D middle =
        picture(robot).localToScreen(box.x() + box.width() / 2, box.y() + box.height() / 2);
    return new Point2D(Math.rint(middle.getX()), Math.rint(middle.getY()));
  }

  /** What a place on the screen shows: values are hardly larger than pixels. */
  private Spot spot(FxRobot robot, Point2D place) {
    Point2D local = picture(robot).screenToLocal(place);
    return layout(robot).at(local.getX(), local.getY()).orElseThrow();
  }

  @Test
  void whatIsPointedAtIsComputedBeforeOnesEyes(FxRobot robot) throws TimeoutException {
    look(robot);
    Point2D place = place(robot, new Spot(1, new Cell(3, 12, 15)));
    Spot spot = spot(robot, place);
    robot.moveTo(place);
    waitFor(() -> spot.equals(inside.network().spotProperty().get()));
    float engine = inside.network().seenProperty().get().pass().layers().getFirst().at(spot.cell());
    assertThat(text(robot, "#inside-place"))
        .isEqualTo(
            "conv1 · map 4 of 16 · row "
                + (spot.cell().y() + 1)
                + ", column "
                + (spot.cell().x() + 1));
    String number = String.format(Locale.ROOT, "%.3f", engine).replace('-', '−');
    assertThat(text(robot, "#inside-formula")).startsWith("Σ w·x + b = ").contains("= " + number);
    assertThat(text(robot, "#inside-engine")).endsWith(number);
    assertThat(robot.lookup("#inside-sums").queryAs(Node.class).isVisible()).isTrue();

    robot.moveTo(place(robot, new Spot(0, new Cell(0, 3, 3))));
    waitFor(() -> inside.network().spotProperty().get().column() == 0);
    assertThat(text(robot, "#inside-formula")).contains("(0.000 − 0.131) / 0.308 = −0.424");
  }

  @Test
  void theColoursOnTheScreenAreThoseOfTheEnginesValues(FxRobot robot) throws TimeoutException {
    look(robot);
    show(robot, "lenet5-relu");
    Image image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> picture(robot).snapshot(null, null));
    Activation layer = inside.network().seenProperty().get().pass().layers().get(1);
    int compared = 0;
    for (int i = 0; i < layer.values().length; i += 37) {
      Cell cell = Cell.at(i, layer.stage().output());
      Box box = layout(robot).cell(new Spot(1, cell));
      int x = (int) (box.x() + box.width() / 2);
      int y = (int) (box.y() + box.height() / 2);
      int shown = image.getPixelReader().getArgb(x, y);
      int right = SignedShades.color(layer.at(cell) / layer.strongest(), false);
      assertThat(shown).as("%s at %d, %d", cell, x, y).isEqualTo(right);
      compared++;
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void aClickShowsTheMapLargeWithItsFilter(FxRobot robot) throws TimeoutException {
    look(robot);
    Point2D place = place(robot, new Spot(3, new Cell(7, 4, 4)));
    Cell cell = spot(robot, place).cell();
    robot.clickOn(place);
    waitFor(() -> inside.network().openProperty().get());
    assertThat(robot.lookup("#inside-map").queryAs(Node.class).getParent().isVisible()).isTrue();
    assertThat(robot.lookup("#inside-filter").queryAs(Node.class).isVisible()).isTrue();
    robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN);
    assertThat(inside.network().spotProperty().get())
        .isEqualTo(new Spot(3, new Cell(7, cell.y() + 2, cell.x() + 1)));
    robot.type(KeyCode.ESCAPE);
    assertThat(inside.network().openProperty().get()).isFalse();
    robot.type(KeyCode.LEFT);
    assertThat(inside.network().spotProperty().get().column()).isEqualTo(2);
    robot.type(KeyCode.ENTER);
    assertThat(robot.lookup("#inside-filter").queryAs(Node.class).isVisible())
        .as("pooling has no filter")
        .isFalse();
    robot.clickOn("#inside-network-close");
    robot.type(KeyCode.ESCAPE);
    assertThat(inside.network().spotProperty().get()).isNull();
  }

  @Test
  void itFollowsThePenOnTheSmallPad(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-inside");
    Bounds canvas =
        robot
            .lookup("#pad-canvas")
            .queryAs(Node.class)
            .localToScreen(robot.lookup("#pad-canvas").queryAs(Node.class).getLayoutBounds());
    robot.moveTo(canvas.getCenterX(), canvas.getMinY() + 40).press(MouseButton.PRIMARY);
    robot.moveTo(canvas.getCenterX(), canvas.getMaxY() - 40);
    waitFor(() -> inside.isCurrent() && !inside.network().seenProperty().get().isBlank());
    assertThat(pad.strokeProperty().get()).as("the pen is still down").isNotNull();
    robot.release(MouseButton.PRIMARY);
    waitFor(() -> inside.isCurrent() && text(robot, "#inside-answer").startsWith("1 · "));
    assertThat(inside.network().seenProperty().get().subject().recognition().digit()).isEqualTo(1);
  }

  @Test
  void theDigitsOfANumberAreChosenHereByMouseAndKeyboard(FxRobot robot) throws TimeoutException {
    look(robot);
    assertThat(robot.lookup("#inside-number").queryAs(Node.class).isVisible()).isFalse();
    List<Mark> one = Handwriting.at(30, 70, 0.6, Handwriting.ONE);
    List<Mark> four = Handwriting.at(130, 70, 0.6, Handwriting.FOUR);
    robot.interact(() -> pad.replace(Handwriting.drawing(one, four)));
    waitFor(() -> pad.readingProperty().get().text().equals("14"));
    robot.clickOn("#inside-number-0");
    waitFor(() -> lookedAt().drawing().marks().equals(one));
    robot.type(KeyCode.RIGHT, KeyCode.SPACE);
    waitFor(() -> lookedAt().drawing().marks().equals(four));
    assertThat(robot.lookup("#inside-number-1").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(robot.lookup("#inside-number-0").query().isFocusTraversable()).isFalse();
    assertThat(robot.lookup("#inside-number-1").query().getAccessibleText())
        .startsWith("Digit 2 of 2: 4, ");
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "1024, 680", "960, 600"})
  void theTourNeverCoversWhatItSpeaksOf(double width, double height, FxRobot robot)
      throws TimeoutException {
    look(robot);
    Stage stage = (Stage) robot.lookup("#inside-tour").query().getScene().getWindow();
    robot.interact(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
          inside.tour().begin();
        });
    for (TourStep step : TourStep.values()) {
      WaitForAsyncUtils.waitForFxEvents();
      waitFor(() -> robot.lookup(step.target()).tryQuery().isPresent());
      settle(robot); // the card follows its part in the pulse after
      Bounds card = inScene(robot.lookup(".tour-card").query());
      Bounds part = inScene(robot.lookup(step.target()).query());
      assertThat(card.intersects(part)).as("%s: %s over %s", step, card, part).isFalse();
      robot.interact(inside.tour()::next);
    }
  }

  /** Two whole frames, in which all that moved was laid out. */
  private static void settle(FxRobot robot) throws TimeoutException {
    AtomicInteger frames = new AtomicInteger();
    Scene scene = robot.lookup("#inside-tour").query().getScene();
    Runnable count = frames::incrementAndGet;
    robot.interact(() -> scene.addPostLayoutPulseListener(count));
    waitFor(
        () -> {
          Platform.runLater(Platform::requestNextPulse);
          return frames.get() > 2;
        });
    robot.interact(() -> scene.removePostLayoutPulseListener(count));
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Subject lookedAt() {
    return inside.network().seenProperty().get().subject();
  }

  private void show(FxRobot robot, String model) throws TimeoutException {
    robot.interact(
        () ->
            pad.models().stream()
                .filter(entry -> entry.name().equals(model))
                .forEach(pad.modelProperty()::set));
    waitFor(() -> inside.isCurrent() && pad.cardProperty().get().name().equals(model));
    waitFor(() -> robot.lookup("#inside-output").tryQuery().isPresent());
  }

  @Test
  void allArchitecturesAreShown(FxRobot robot) throws TimeoutException {
    look(robot);
    assertThat(pad.models()).hasSizeGreaterThanOrEqualTo(6);
    for (ModelLibrary.Entry entry : pad.models()) {
      show(robot, entry.name());
      robot.interact(() -> inside.network().wholeProperty().set(true));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(inside.network().blocksProperty().get())
          .hasSize(pad.cardProperty().get().layers().size());
      robot.interact(() -> inside.network().wholeProperty().set(false));
      waitFor(() -> robot.lookup("#inside-output").tryQuery().isPresent());
      assertThat(picture(robot).getAccessibleText()).isEqualTo("The network " + entry.name());
    }
  }

  @Test
  void theTourIsTakenWithTheMouseAndWithTheKeyboard(FxRobot robot) throws TimeoutException {
    look(robot);
    robot.clickOn("#inside-begin-tour");
    waitFor(() -> robot.lookup("#tour-next").tryQuery().isPresent());
    assertThat(text(robot, "#tour-title")).isEqualTo("Your pen");
    robot.clickOn("#tour-next");
    assertThat(inside.pageProperty().get()).isEqualTo(Page.FRAMING);
    robot.type(KeyCode.RIGHT);
    waitFor(() -> robot.lookup("#tour-title").queryLabeled().isVisible());
    assertThat(text(robot, "#tour-title")).isEqualTo("784 numbers");
    assertThat(besides(robot, "#inside-column-0")).as("the card hides nothing").isTrue();
    robot.type(KeyCode.LEFT);
    assertThat(inside.pageProperty().get()).isEqualTo(Page.FRAMING);
    for (int i = 0; i < 6; i++) {
      robot.type(KeyCode.RIGHT);
    }
    assertThat(text(robot, "#tour-title")).isEqualTo("Nothing is hidden");
    assertThat(text(robot, "#inside-formula")).startsWith("Σ w·x + b");
    robot.type(KeyCode.ESCAPE);
    assertThat(inside.tour().stepProperty().get()).isNull();
    assertThat(robot.lookup("#inside-tour").query().isVisible()).isFalse();
  }

  private static boolean besides(FxRobot robot, String id) throws TimeoutException {
    Node part = robot.lookup(id).query();
    Node card = robot.lookup(".tour-card").query();
    Bounds spoken = part.localToScreen(part.getLayoutBounds());
    waitFor(() -> !card.localToScreen(card.getLayoutBounds()).intersects(spoken));
    return true;
  }

  @Test
  void itSpeaksChineseToo(FxRobot robot) throws TimeoutException {
    look(robot);
    robot.interact(() -> window.texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(text(robot, "#inside-place")).contains("方向键");
    assertThat(picture(robot).getAccessibleText()).isEqualTo("网络 inkling");
  }
}
