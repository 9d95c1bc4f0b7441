package dev.inkling.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import dev.inkling.chart.Box;
import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.Legend;
import dev.inkling.chart.LineLayout;
import dev.inkling.chart.Range;
import dev.inkling.chart.View;
import dev.inkling.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with a line chart. */
@ExtendWith(ApplicationExtension.class)
class LineChartTest {
  private static final int SAMPLES = 1001;

  private final SimpleStringProperty name = new SimpleStringProperty("Training");
  private Series training;
  private Series validation;
  private LineChart chart;
  private StackPane root;

  @Start
  void open(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    training = new Series(name, CurveStyle.of(0));
    validation = new Series("Validation", CurveStyle.of(1));
    for (int i = 0; i < SAMPLES; i++) {
      training.append(i, i);
    }
    validation.append(0, 500);
    validation.append(400, 300);
    validation.append(1000, 0);
    chart = new LineChart();
    chart.titleProperty().set("Loss");
    chart.xLabelProperty().set("Examples");
    chart.emptyTextProperty().set("Nothing yet");
    chart.series().setAll(List.of(training, validation));
    root = new StackPane(chart);
    stage.setScene(new Scene(root, 700, 400));
    stage.getScene().getStylesheets().add(css());
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private static String css() {
    return LineChart.class.getResource("/dev/inkling/inkling.css").toString();
  }

  @Test
  void aClickOnANameHidesItsCurveAndAnotherShowsIt(FxRobot robot) {
    ToggleButton button = button(robot, "Training");
    double high = shown().y().range().high();
    robot.clickOn(button);
    assertThat(training.visibleProperty().get()).isFalse();
    assertThat(button.getOpacity()).isLessThan(0.6);
    pulse();
    assertThat(shown().y().range().high()).isLessThan(high);
    robot.clickOn(button);
    assertThat(training.visibleProperty().get()).isTrue();
    assertThat(button.getOpacity()).isEqualTo(1);
  }

  @Test
  void theKeyboardSwitchesCurvesToo(FxRobot robot) {
    robot.interact(() -> button(robot, "Training").requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(training.visibleProperty().get()).isFalse();
    robot.push(KeyCode.TAB).push(KeyCode.SPACE);
    assertThat(validation.visibleProperty().get()).isFalse();
  }

  @Test
  void enterSwitchesACurveAsSpaceDoes(FxRobot robot) {
    robot.interact(() -> button(robot, "Training").requestFocus());
    robot.push(KeyCode.ENTER);
    assertThat(training.visibleProperty().get()).isFalse();
  }

  @Test
  void arrowKeysReadValues(FxRobot robot) {
    comeByKeyboard(robot);
    robot.push(KeyCode.RIGHT);
    pulse();
    double first = Double.parseDouble(boxTexts().get(1));
    assertThat(first).isCloseTo(500, within(50.0));
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    pulse();
    double right = Double.parseDouble(boxTexts().get(1));
    assertThat(right).isGreaterThan(first);
    assertThat(boxTexts()).contains("Training", String.valueOf((int) right), "Validation");
    assertThat(chart.getAccessibleText()).isEqualTo("Loss " + String.join(" ", boxTexts()));
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.DOWN);
    pulse();
    assertThat(Double.parseDouble(boxTexts().get(1))).isEqualTo(first);
    robot.push(KeyCode.TAB);
    pulse();
    assertThat(box().isVisible()).isFalse();
    assertThat(chart.getAccessibleText()).isEqualTo("Loss");
  }

  @Test
  void plusAndMinusZoomAboutTheCrosshair(FxRobot robot) {
    View all = new View(shown().x().range(), shown().y().range());
    comeByKeyboard(robot);
    robot.push(KeyCode.RIGHT).push(KeyCode.PLUS).push(KeyCode.EQUALS).push(KeyCode.ADD);
    pulse();
    Point2D middle = inPlot(0.5, 0.5).add(8, 0);
    double size = all.x().size();
    assertThat(shown().x().range().size()).isCloseTo(0.512 * size, within(0.01 * size));
    assertThat(shown().x().toValue(middle.getX())).isCloseTo(size * 0.5, within(0.03 * size));
    robot.push(KeyCode.MINUS);
    pulse();
    assertThat(shown().x().range().size()).isCloseTo(0.64 * size, within(0.01 * size));
    robot.push(KeyCode.DIGIT0);
    pulse();
    assertThat(new View(shown().x().range(), shown().y().range())).isEqualTo(all);
  }

  @Test
  void theKeyboardDoesNotZoomPastTheCurve(FxRobot robot) {
    robot.interact(
        () -> {
          training.clear();
          training.append(0, 1);
          training.append(1000, 1);
        });
    comeByKeyboard(robot);
    for (int i = 0; i < 9; i++) {
      robot.push(KeyCode.PLUS);
      pulse();
    }
    assertThat(shown().y().range().size()).isLessThan(100);
    assertThat(shown().y().range().low()).isLessThan(1);
  }

  @Test
  void shiftAndArrowsMoveWhatIsZoomed(FxRobot robot) {
    comeByKeyboard(robot);
    robot.push(KeyCode.PLUS).push(KeyCode.PLUS).push(KeyCode.PLUS);
    pulse();
    View before = new View(shown().x().range(), shown().y().range());
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.UP);
    pulse();
    assertThat(shown().x().range().low()).isGreaterThan(before.x().low());
    assertThat(shown().x().range().size()).isCloseTo(before.x().size(), within(1e-6));
    assertThat(shown().y().range().low()).isGreaterThan(before.y().low());
    robot.push(KeyCode.HOME);
    assertThat(chart.zoomedProperty().get()).isFalse();
  }

  @Test
  void theKeyboardShowsWhereItIsAndWhatItCanDo(FxRobot robot) {
    robot.interact(() -> chart.helpProperty().set("Press an arrow"));
    assertThat(chart.getAccessibleHelp()).isEqualTo("Press an arrow");
    robot.interact(() -> button(robot, "Training").requestFocus());
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    pulse();
    assertThat(chart.isFocusVisible()).isTrue();
    assertThat(chart.getBorder().getStrokes()).isNotEmpty();
    assertThat(helpIsShown(robot)).isTrue();
    robot.push(KeyCode.RIGHT);
    pulse();
    assertThat(helpIsShown(robot)).isFalse();
  }

  private static boolean helpIsShown(FxRobot robot) {
    return robot.listWindows().stream().anyMatch(Tooltip.class::isInstance);
  }

  @Test
  void keysOfALegendsNameDoNotMoveTheChart(FxRobot robot) {
    robot.interact(() -> button(robot, "Training").requestFocus());
    robot.push(KeyCode.PLUS);
    assertThat(chart.zoomedProperty().get()).isFalse();
  }

  private void comeByKeyboard(FxRobot robot) {
    robot.interact(chart::requestFocus);
    assertThat(chart.isFocused()).isTrue();
  }

  /** The wheel with Ctrl, below the pointer; the robot's wheel knows of no keys. */
  private void zoom(FxRobot robot, int notches, VerticalDirection direction) {
    Point2D pointer = robot.robotContext().getBaseRobot().retrieveMouse();
    Point2D at = chart.canvas.localToScene(chart.canvas.screenToLocal(pointer));
    double delta = direction == VerticalDirection.UP ? 40 : -40;
    for (int i = 0; i < notches; i++) {
      robot.interact(() -> Event.fireEvent(chart.canvas, turned(at, pointer, delta)));
    }
  }

  private static ScrollEvent turned(Point2D inScene, Point2D onScreen, double delta) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        inScene.getX(),
        inScene.getY(),
        onScreen.getX(),
        onScreen.getY(),
        false,
        true, // Ctrl
        false,
        true, // ⌘
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  @Test
  void theWheelAloneIsThePages(FxRobot robot) {
    AtomicInteger heard = new AtomicInteger();
    robot.interact(() -> root.addEventHandler(ScrollEvent.SCROLL, _ -> heard.incrementAndGet()));
    robot.moveTo(onScreen(inPlot(0.5, 0.5))).scroll(3, VerticalDirection.UP);
    pulse();
    assertThat(chart.zoomedProperty().get()).isFalse();
    assertThat(heard.get()).isPositive();
  }

  @Test
  void nobodyZoomsIntoEmptiness(FxRobot robot) {
    robot.moveTo(onScreen(inPlot(0.9, 0.6))); // far from both curves
    for (int i = 0; i < 12; i++) {
      zoom(robot, 3, VerticalDirection.UP);
      pulse();
      View now = chart.viewProperty().get();
      assertThat(now == null || chart.hasCurveIn(now)).isTrue();
    }
    assertThat(chart.zoomedProperty().get()).isTrue();
    assertThat(chart.hasCurveIn(new View(new Range(900, 950), new Range(400, 500)))).isFalse();
    assertThat(chart.hasCurveIn(new View(new Range(900.2, 900.4), new Range(900, 901)))).isTrue();
  }

  @Test
  void whatIsCountedIsNotZoomedToPartsOfOne(FxRobot robot) {
    comeByKeyboard(robot);
    for (int i = 0; i < 60; i++) {
      robot.push(KeyCode.PLUS);
    }
    pulse();
    assertThat(shown().x().range().size()).isGreaterThanOrEqualTo(1.999);
  }

  @Test
  void screenReadersHearWhereEachCurveEnds() {
    assertThat(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("Loss: Training 1000, Validation 0");
  }

  @Test
  void aPartThatIsShownHasAButtonThatShowsAll(FxRobot robot) {
    robot.interact(
        () -> {
          chart.setId("loss");
          root.getChildren().setAll(new ChartCard((_, _) -> {}, new Texts(Locale.ENGLISH), chart));
        });
    assertThat(robot.lookup("#loss-whole").query().isVisible()).isFalse();
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    zoom(robot, 4, VerticalDirection.UP);
    pulse();
    robot.clickOn("#loss-whole");
    assertThat(chart.zoomedProperty().get()).isFalse();
    assertThat(chart.isFocused()).isTrue();
  }

  @Test
  void theWheelZoomsAboutThePointer(FxRobot robot) {
    Point2D place = inPlot(0.3, 0.6);
    double x = shown().x().toValue(place.getX());
    double y = shown().y().toValue(place.getY());
    View before = new View(shown().x().range(), shown().y().range());
    robot.moveTo(onScreen(place));
    zoom(robot, 5, VerticalDirection.UP);
    pulse();
    assertThat(chart.zoomedProperty().get()).isTrue();
    assertThat(shown().x().toValue(place.getX())).isCloseTo(x, within(1.0));
    assertThat(shown().y().toValue(place.getY())).isCloseTo(y, within(3.0));
    assertThat(shown().x().range().size()).isLessThan(0.5 * before.x().size());
    zoom(robot, 9, VerticalDirection.DOWN);
    pulse();
    assertThat(chart.zoomedProperty().get()).isFalse();
    assertThat(shown().x().range()).isEqualTo(before.x());
  }

  @Test
  void besideAnAxisTheWheelZoomsThatAxisAlone(FxRobot robot) {
    View before = new View(shown().x().range(), shown().y().range());
    Box plot = shown().plot();
    Point2D below = new Point2D(plot.x() + plot.width() / 2, plot.bottom() + 8);
    robot.moveTo(onScreen(below));
    zoom(robot, 3, VerticalDirection.UP);
    pulse();
    assertThat(shown().x().range().size()).isLessThan(before.x().size());
    assertThat(shown().y().range()).isEqualTo(before.y());
  }

  @Test
  void draggingMovesWhatIsZoomed(FxRobot robot) {
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    zoom(robot, 4, VerticalDirection.UP);
    pulse();
    double below = shown().x().toValue(inPlot(0.5, 0.5).getX());
    double size = shown().x().range().size();
    robot.press(MouseButton.PRIMARY).moveBy(60, 20).release(MouseButton.PRIMARY);
    pulse();
    assertThat(shown().x().toValue(inPlot(0.5, 0.5).getX() + 60))
        .isCloseTo(below, within(size / 100));
    assertThat(shown().x().range().size()).isCloseTo(size, within(1e-6));
  }

  @Test
  void draggingWithoutZoomMovesNothing(FxRobot robot) {
    View before = new View(shown().x().range(), shown().y().range());
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    robot.press(MouseButton.PRIMARY).moveBy(60, 20).release(MouseButton.PRIMARY);
    pulse();
    assertThat(new View(shown().x().range(), shown().y().range())).isEqualTo(before);
  }

  @Test
  void aDoubleClickShowsAllAgain(FxRobot robot) {
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    zoom(robot, 4, VerticalDirection.UP);
    assertThat(chart.zoomedProperty().get()).isTrue();
    robot.doubleClickOn(MouseButton.PRIMARY);
    assertThat(chart.zoomedProperty().get()).isFalse();
  }

  @Test
  void whatIsZoomedDoesNotJumpWhileDataGrow(FxRobot robot) {
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    zoom(robot, 4, VerticalDirection.UP);
    pulse();
    View before = new View(shown().x().range(), shown().y().range());
    robot.interact(() -> training.append(5000, 9999));
    pulse();
    assertThat(new View(shown().x().range(), shown().y().range())).isEqualTo(before);
    robot.interact(chart::resetZoom);
    pulse();
    assertThat(shown().x().range().high()).isEqualTo(5000);
  }

  @Test
  void theCrosshairTellsTheNearestSamples(FxRobot robot) {
    double at = Math.rint(shown().x().toPixel(430));
    robot.moveTo(onScreen(new Point2D(at, inPlot(0, 0.5).getY())));
    pulse();
    assertThat(box().isVisible()).isTrue();
    double nearest = Math.rint(shown().x().toValue(at));
    String where = String.valueOf((int) nearest);
    assertThat(boxTexts())
        .containsExactly("Examples", where, "Training", where, "Validation", "300");
    robot.interact(() -> training.visibleProperty().set(false));
    pulse();
    assertThat(boxTexts()).containsExactly("Examples", "400", "Validation", "300");
    robot.moveTo(button(robot, "Validation"));
    pulse();
    assertThat(box().isVisible()).isFalse();
  }

  @Test
  void theCrosshairNeverLeavesTheChart(FxRobot robot) {
    robot.interact(() -> name.set("A network with a name that is longer than anyone would read"));
    for (double x : new double[] {0.01, 0.5, 0.99}) {
      for (double y : new double[] {0.01, 0.99}) {
        robot.moveTo(onScreen(inPlot(x, y)));
        pulse();
        Bounds bounds = box().localToScreen(box().getLayoutBounds());
        assertThat(chart.localToScreen(chart.getLayoutBounds()).contains(bounds)).isTrue();
      }
    }
  }

  @Test
  void manyChangesAreOneDrawing(FxRobot robot) {
    pulse();
    long before = chart.drawings();
    robot.interact(
        () -> {
          for (int i = 0; i < 1000; i++) {
            training.append(2000 + i, i);
          }
          chart.smoothingProperty().set(0.5);
          chart.titleProperty().set("Other");
        });
    pulse();
    assertThat(chart.drawings()).isBetween(before + 1, before + 2);
    long after = chart.drawings();
    pulse();
    assertThat(chart.drawings()).isEqualTo(after);
  }

  @Test
  void whatCannotBeSeenIsNotDrawnUntilItCan(FxRobot robot) {
    robot.interact(() -> root.setVisible(false));
    pulse();
    long before = chart.drawings();
    robot.interact(() -> training.append(3000, 1));
    pulse();
    assertThat(chart.drawings()).isEqualTo(before);
    robot.interact(() -> root.setVisible(true));
    pulse();
    assertThat(shown().x().range().high()).isEqualTo(3000);
  }

  @Test
  void aNameThatChangesIsReadInTheLegendAtOnce(FxRobot robot) {
    robot.interact(() -> name.set("训练"));
    assertThat(button(robot, "训练").isSelected()).isTrue();
    assertThat(svg(robot)).contains("训练").doesNotContain("Training");
  }

  @Test
  void withoutDataTheChartSaysSo(FxRobot robot) {
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    zoom(robot, 4, VerticalDirection.UP);
    robot.interact(
        () -> {
          training.clear();
          validation.clear();
        });
    pulse();
    assertThat(shown().isEmpty()).isTrue();
    assertThat(chart.zoomedProperty().get()).isFalse();
    assertThat(svg(robot)).contains("Nothing yet");
    zoom(robot, 1, VerticalDirection.UP);
    robot.doubleClickOn(MouseButton.PRIMARY);
  }

  @Test
  void aSeriesThatWasRemovedIsNotHeard(FxRobot robot) {
    robot.interact(() -> chart.series().remove(training));
    pulse();
    long before = chart.drawings();
    robot.interact(() -> training.append(7000, 1));
    pulse();
    assertThat(chart.drawings()).isEqualTo(before);
    assertThat(robot.lookup(".curve-name").queryAll()).hasSize(1);
  }

  @Test
  void theLegendIsAboveOrBelowOrNowhere(FxRobot robot) {
    double below = button(robot, "Training").localToScene(0, 0).getY();
    robot.interact(() -> chart.legendProperty().set(Legend.ABOVE));
    pulse();
    assertThat(button(robot, "Training").localToScene(0, 0).getY()).isLessThan(below - 200);
    robot.interact(() -> chart.legendProperty().set(Legend.NONE));
    pulse();
    assertThat(svg(robot)).doesNotContain("Training");
  }

  @Test
  void aLogarithmicAxisCanBeSwitchedOnAndOff(FxRobot robot) {
    robot.moveTo(onScreen(inPlot(0.5, 0.5)));
    zoom(robot, 4, VerticalDirection.UP);
    robot.interact(() -> chart.logYProperty().set(true));
    pulse();
    assertThat(chart.zoomedProperty().get()).isFalse();
    assertThat(shown().y().log()).isTrue();
    assertThat(shown().y().range().low()).isPositive();
  }

  private LineLayout shown() {
    return chart.layoutShown();
  }

  private ValueBox box() {
    return chart.crosshair().box();
  }

  private List<String> boxTexts() {
    return box().getChildren().stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private static ToggleButton button(FxRobot robot, String text) {
    return robot.lookup(".curve-name").queryAllAs(ToggleButton.class).stream()
        .filter(button -> button.getText().equals(text))
        .findAny()
        .orElseThrow();
  }

  private String svg(FxRobot robot) {
    String[] svg = new String[1];
    robot.interact(() -> svg[0] = chart.toSvg());
    return svg[0];
  }

  /** A point of the plot, from the left and from the top, in pixels of the canvas. */
  private Point2D inPlot(double x, double y) {
    Box plot = shown().plot();
    return new Point2D(
        Math.rint(plot.x() + x * plot.width()), Math.rint(plot.y() + y * plot.height()));
  }

  private Point2D onScreen(Point2D inCanvas) {
    return chart.canvas.localToScreen(inCanvas);
  }

  /** Lets what was asked for be drawn, and then what the drawing asked for. */
  @BeforeEach
  void pulse() {
    for (int i = 0; i < 2; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      CompletableFuture<Void> drawn = new CompletableFuture<>();
      Platform.runLater(() -> tellAfterPulse(drawn));
      drawn.orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  private void tellAfterPulse(CompletableFuture<Void> drawn) {
    Scene scene = root.getScene();
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          scene.removePostLayoutPulseListener(listener[0]);
          drawn.complete(null);
        };
    scene.addPostLayoutPulseListener(listener[0]);
    Platform.requestNextPulse();
  }
}
