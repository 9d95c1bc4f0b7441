package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window while its texts grow and shrink. */
@ExtendWith(ApplicationExtension.class)
class TextSizeFlowTest {
  @TempDir Path home;

  private MainWindow window;

  @Start
  void open(Stage stage) {
    Studio studio = TestStudio.atOnce(home);
    Texts texts = new Texts(Locale.ENGLISH);
    window = new MainWindow(studio, texts, new Theme(Theme.Choice.LIGHT), 1280, 800);
    stage.setScene(window.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private void setTextSize(FxRobot robot, int percent) {
    robot.interact(() -> window.textSize().percentProperty().set(percent));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theHeaderShowsAllAgainWhenTextsAreSmallAgain(FxRobot robot) {
    assertThat(robot.lookup(".app-title").query().isVisible()).isTrue();
    for (int percent : new int[] {150, 175, 200, TextSize.NORMAL}) {
      setTextSize(robot, percent);
    }
    assertThat(robot.lookup(".app-title").query().isVisible()).isTrue();
  }

  /** As the page of shortcuts would be at 200 % on a small screen. */
  @Test
  void aDialogIsNeverLargerThanTheScreen(FxRobot robot) {
    robot.interact(
        () -> {
          FittingPane pane = new FittingPane(window.scene().getWindow());
          Region content = new Region();
          content.setMinSize(10, 10);
          content.setPrefSize(5000, 5000);
          pane.setContent(content);
          new Scene(pane);
          pane.applyCss();
          Rectangle2D screen = Screen.getPrimary().getVisualBounds();
          assertThat(pane.prefWidth(-1)).isLessThan(screen.getWidth());
          assertThat(pane.prefHeight(-1)).isLessThan(screen.getHeight());
        });
  }

  /** What is too large for the window is scrolled to. */
  @Test
  void chartsHaveRoomForTheirWords(FxRobot robot) {
    setTextSize(robot, 200);
    robot.interact(() -> window.open(Screens.TRAINING));
    WaitForAsyncUtils.waitForFxEvents();
    for (Node heading : robot.lookup(".charts .chart-heading").queryAll()) {
      assertThat(heading.isVisible()).as(((Label) heading).getText()).isTrue();
    }
  }
}
