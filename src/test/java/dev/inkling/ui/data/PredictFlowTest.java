package dev.inkling.ui.data;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.support.DataFiles;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.kit.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person opens the file of a contest, looks at the answers, and saves them. */
@ExtendWith(ApplicationExtension.class)
class PredictFlowTest {
  @TempDir Path home;
  private TestWindow window;
  private DataViewModel data;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1280, 800);
    data = window.studio.data();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private static String text(FxRobot robot, String query) {
    return ((Labeled) robot.lookup(query).query()).getText();
  }

  @Test
  void aFileOfAContestIsReadLookedAtAndSaved(FxRobot robot) throws TimeoutException, IOException {
    Digits digits = Synthetic.digits(60, 3);
    String labeled = DataFiles.csv(digits, false, String::valueOf);
    Path file = DataFiles.write(home.resolve("test.csv"), labeled.replaceAll("(?m)^[^,]*,", ""));
    robot.clickOn("#window-data");
    robot.interact(() -> data.choose(file));

    waitFor(() -> robot.lookup("#data-predict-headline").tryQuery().isPresent());
    waitFor(() -> text(robot, "#data-predict-headline").equals("60 images of test.csv read"));
    ListView<?> tiles = robot.lookup("#data-predict-tiles").queryListView();
    assertThat(tiles.getItems()).isNotEmpty();
    assertThat(robot.lookup("#data-train").query().isDisabled()).isTrue();
    robot.interact(tiles::requestFocus);
    robot.type(KeyCode.HOME);
    waitFor(() -> text(robot, "#data-predict-facts").startsWith("Image 1: "));
    assertThat(text(robot, "#data-predict-facts")).contains("%", " · ");

    robot.clickOn("#data-predict-probabilities");
    Path out = home.resolve("submission.csv");
    PredictPart part = (PredictPart) data.partProperty().get();
    robot.interact(() -> part.predict().save(out)); // the dialog is the system's
    waitFor(() -> window.studio.notices().told().contains(new Notice.Saved(out)));
    assertThat(Files.readAllLines(out)).hasSize(61);
    assertThat(Files.readAllLines(out).getFirst()).isEqualTo("ImageId,Label,0,1,2,3,4,5,6,7,8,9");
  }
}
