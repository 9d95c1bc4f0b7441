package dev.inkling.ui.chart;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import atlantafx.base.theme.PrimerDark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Bars, and the pictures of charts. */
@ExtendWith(ApplicationExtension.class)
class ClassBarsTest {
  private static final int SURFACE = 0xff161b22;

  @TempDir Path folder;
  private ClassBars bars;

  @Start
  void open(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    bars = new ClassBars();
    bars.titleProperty().set("Accuracy");
    bars.noteProperty().set("from 90%");
    bars.emptyTextProperty().set("Nothing yet");
    StackPane root = new StackPane(bars);
    root.pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), true);
    stage.setScene(new Scene(root, 400, 300));
    stage
        .getScene()
        .getStylesheets()
        .add(ClassBars.class.getResource("/dev/inkling/inkling.css").toString());
    stage.show();
  }

  @Test
  void numbersAreTheValuesAtOnceAndBarsGlideToThem(FxRobot robot) throws TimeoutException {
    long before = bars.drawings();
    boolean[] isAtRest = new boolean[1];
    robot.interact(
        () -> {
          bars.setValues(List.of("0", "1"), 0.5, 0.75);
          isAtRest[0] = bars.isAtRest();
        });
    assertThat(isAtRest[0]).as("bars jump to their values").isFalse();
    assertThat(svg(robot)).contains(">50.0%<", ">75.0%<");
    waitFor(() -> isAtRest(robot) && bars.drawings() > before);
    robot.interact(() -> bars.setValues(List.of("0", "1"), 0.5, Double.NaN));
    waitFor(() -> isAtRest(robot));
    assertThat(svg(robot)).contains(">50.0%<").doesNotContain("75.0", "NaN");
  }

  @Test
  void theNoteIsShownWhileTheAxisDoesNotStartAtZero(FxRobot robot) {
    robot.interact(() -> bars.setValues(List.of("0"), 0.95));
    assertThat(svg(robot)).doesNotContain("from 90%");
    robot.interact(() -> bars.axisStartProperty().set(0.9));
    assertThat(svg(robot)).contains("from 90%");
  }

  @Test
  void withoutValuesTheChartSaysSo(FxRobot robot) {
    assertThat(svg(robot)).contains("Nothing yet");
    robot.interact(() -> bars.setValues(List.of("0"), 0.95));
    assertThat(svg(robot)).doesNotContain("Nothing yet");
    robot.interact(bars::clear);
    assertThat(svg(robot)).contains("Nothing yet");
  }

  @Test
  void everyClassHasAValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> bars.setValues(List.of("0"), 0.5, 0.5));
  }

  @Test
  void aPictureIsAsSharpAsAskedForAndInTheColorsOfTheWindow(FxRobot robot) throws IOException {
    robot.interact(() -> bars.setValues(List.of("0", "1"), 0.5, 0.75));
    Path file = folder.resolve("bars.png");
    write(robot, bars, 2, file);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(800);
    assertThat(picture.getHeight()).isEqualTo(600);
    assertThat(picture.getRGB(799, 0)).isEqualTo(SURFACE);
    write(robot, new LineChart(), 1, file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(720);
  }

  @Test
  void otherThingsCanBePicturesToo(FxRobot robot) throws IOException {
    Path file = folder.resolve("region.png");
    Region region = new Region();
    region.resize(30, 20);
    write(robot, region, 2, file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(60);
  }

  private static void write(FxRobot robot, Region chart, double scale, Path file) {
    robot.interact(
        () -> {
          ChartImages.writePng(chart, scale, file);
          return null;
        });
  }

  private boolean isAtRest(FxRobot robot) {
    boolean[] isAtRest = new boolean[1];
    robot.interact(() -> isAtRest[0] = bars.isAtRest());
    return isAtRest[0];
  }

  private String svg(FxRobot robot) {
    String[] svg = new String[1];
    robot.interact(() -> svg[0] = bars.toSvg());
    return svg[0];
  }
}
