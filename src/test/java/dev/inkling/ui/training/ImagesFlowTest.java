package dev.inkling.ui.training;

import static dev.inkling.support.Waiting.waitFor;
import static dev.inkling.support.Waiting.waitForTraining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Digits;
import dev.inkling.data.Synthetic;
import dev.inkling.model.RecipeField;
import dev.inkling.support.DataFiles;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A person opens a folder of pictures, looks at what is read, trains; and mixes data sets. */
@ExtendWith(ApplicationExtension.class)
class ImagesFlowTest {
  @TempDir Path home;
  private TestWindow window;
  private TrainingViewModel training;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1280, 800);
    training = window.studio.training();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private static int rows(FxRobot robot) {
    return robot.lookup("#training-look-images").queryAs(GridPane.class).getRowCount();
  }

  @Test
  void aFolderOfPicturesIsLookedAtAndLearned(FxRobot robot) throws TimeoutException {
    Path pictures = DataFiles.pictures(home.resolve("letters"), DataFiles.squares(90, 3));
    robot.clickOn("#window-training");
    robot.interact(() -> training.form().useFolder(pictures));
    robot.clickOn("#training-data-look");
    waitFor(() -> training.look().lookProperty().get() != null);
    assertThat(rows(robot)).isEqualTo(3);
    assertThat(robot.lookup("#training-look-title").queryAs(Labeled.class).getText())
        .isEqualTo("letters");
    robot.clickOn("#training-data-asIs");
    waitFor(() -> training.look().lookProperty().get() != null);
    assertThat(training.form().dataProperty().get()).isEqualTo(pictures + "@as-is");
    robot.push(KeyCode.ESCAPE);
    robot.interact(
        () -> {
          training.form().number(RecipeField.EPOCHS).textProperty().set("1");
          training.form().number(RecipeField.BATCH_SIZE).textProperty().set("20");
        });
    robot.clickOn("#training-start");
    waitForTraining(() -> training.live().shown().outcomeProperty().get() != null);
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
    assertThat(training.runs().runs().getFirst().run().info().data())
        .isEqualTo(pictures + "@as-is");
  }

  @Test
  void digitsThatLieOnTheirSideAreTurnedWhenTheyAreChosen(FxRobot robot) throws TimeoutException {
    Digits lying = Synthetic.digits(300, 1).transposed();
    Path folder = IdxFiles.write(home.resolve("lying"), lying, lying.range(0, 30));
    robot.interact(() -> training.form().useFolder(folder));
    waitFor(() -> training.form().dataProperty().get().equals(folder + "@transpose"));
    robot.interact(() -> training.look().take(false, false));
    waitFor(() -> training.look().lookProperty().get() != null);
    assertThat(training.form().dataProperty().get()).isEqualTo(folder.toString());
    assertThat(training.look().lookProperty().get().lies()).isTrue();
  }

  @Test
  void severalDataSetsAreMixedByWeight(FxRobot robot) throws TimeoutException {
    robot.clickOn("#window-training");
    MenuButton menu = robot.lookup("#training-images").queryAs(MenuButton.class);
    robot.interact(
        () ->
            Platform.runLater(
                () ->
                    menu.getItems().stream()
                        .filter(item -> "training-data-mix".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire()));
    waitFor(() -> robot.lookup("#mix-0").tryQuery().isPresent());
    robot.interact(
        () -> {
          tick(robot, 0);
          tick(robot, 1);
          robot.lookup("#mix-weight-1").<Spinner<Integer>>query().getValueFactory().setValue(3);
        });
    Node use =
        robot.lookup(".dialog-pane").queryAs(DialogPane.class).lookupAll(".button").stream()
            .filter(node -> node instanceof Labeled button && "Use these".equals(button.getText()))
            .findFirst()
            .orElseThrow();
    robot.clickOn(use);
    waitFor(() -> training.form().dataProperty().get().contains(","));
    assertThat(training.form().dataProperty().get()).isEqualTo("mnist,fashion*3");
    robot.clickOn("#training-start");
    waitFor(() -> training.queue().missing().askedProperty().get());
    assertThat(robot.lookup("#training-offer-why").queryAs(Labeled.class).getText())
        .isEqualTo(
            "Images to learn from: 110,000, besides those held out and those for testing."
                + " Download them once (41 MB), or use others.");
  }

  private static void tick(FxRobot robot, int line) {
    robot.lookup("#mix-" + line).queryAs(CheckBox.class).setSelected(true);
  }
}
