package dev.inkling.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Locale;
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
}
