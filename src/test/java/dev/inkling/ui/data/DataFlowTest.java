package dev.inkling.ui.data;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.DataFiles;
import dev.inkling.support.TestWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
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

/** Looks at a folder of pictures: its classes, its images, and where they lie. */
@ExtendWith(ApplicationExtension.class)
class DataFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private DataViewModel data;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home.resolve("home"), 1280, 800);
    data = window.studio.data();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private Path pictures() throws Exception {
    Path folder = DataFiles.pictures(home.resolve("signs"), DataFiles.squares(90, 3));
    Files.copy(
        folder.resolve("sign 1").resolve("1.png"), folder.resolve("sign 1").resolve("copy.png"));
    return folder;
  }

  private static String text(FxRobot robot, String query) {
    return ((Labeled) robot.lookup(query).query()).getText();
  }

  private void look(FxRobot robot) throws Exception {
    Path folder = pictures();
    robot.clickOn("#window-data");
    robot.interact(() -> data.choose(folder));
    waitFor(() -> data.imagesProperty().get() != null);
  }

  @Test
  void classesAreCountedFilteredAndSearched(FxRobot robot) throws Exception {
    look(robot);

    TableView<ClassCount> table = robot.lookup("#data-classes").queryTableView();
    assertThat(table.getItems()).extracting(ClassCount::name).contains("sign 0", "sign 1");
    assertThat(
            table.getItems().stream().mapToInt(count -> count.training() + count.test()).toArray())
        .containsExactly(30, 31, 30);
    assertThat(text(robot, "#data-balance")).startsWith("91 images in 3 classes");

    robot.interact(() -> table.getSelectionModel().select(1));
    waitFor(() -> text(robot, "#data-shown").equals("31 images"));
    robot.clickOn("#data-all-classes");
    waitFor(() -> text(robot, "#data-shown").equals("91 images"));
    robot.clickOn("#data-search").write("sign 2");
    waitFor(() -> text(robot, "#data-shown").equals("30 images"));
    ListView<?> grid = robot.lookup("#data-images").queryListView();
    robot.interact(grid::requestFocus);
    robot.type(KeyCode.HOME);
    waitFor(() -> text(robot, "#data-image-facts").startsWith("sign 2 · "));
    assertThat(text(robot, "#data-image-facts")).contains("Ink 4 × 4");
  }

  @Test
  void duplicatesAreFound(FxRobot robot) throws Exception {
    look(robot);
    robot.clickOn("#data-look-duplicates");

    waitFor(() -> text(robot, "#data-shown").contains("group"));
    assertThat(text(robot, "#data-shown")).isEqualTo("91 images, 3 groups in all");
  }

  @Test
  void aRegionOfTheMapIsSelectedAndItsImagesAreSeen(FxRobot robot) throws Exception {
    look(robot);
    robot.clickOn("#data-part-map");
    waitFor(() -> text(robot, "#data-map-facts").contains("beside one of their own class"));
    // Signs are told apart by no network that ships: the pixels say what is alike.
    assertThat(text(robot, "#data-map-facts")).contains("91 of 91 images", "Pixels alone");

    Bounds chart =
        robot
            .lookup("#data-map")
            .query()
            .localToScreen(robot.lookup("#data-map").query().getLayoutBounds());
    robot.moveTo(chart.getMinX() + 2, chart.getMinY() + 2);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(chart.getMaxX() - 2, chart.getMinY() + 2);
    robot.moveTo(chart.getMaxX() - 2, chart.getMaxY() - 2);
    robot.moveTo(chart.getMinX() + 2, chart.getMaxY() - 2);
    robot.release(MouseButton.PRIMARY);
    waitFor(() -> text(robot, "#data-region-count").equals("91 images selected"));

    robot.interact(robot.lookup("#data-map").query()::requestFocus);
    robot.type(KeyCode.RIGHT);
    waitFor(() -> text(robot, "#data-pointed-facts").startsWith("sign "));
    robot.type(KeyCode.SPACE);
    waitFor(() -> text(robot, "#data-region-count").equals("50 images selected"));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> text(robot, "#data-region-count").equals("No images selected"));
  }
}
