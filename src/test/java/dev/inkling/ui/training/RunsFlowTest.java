package dev.inkling.ui.training;

import static dev.inkling.support.Waiting.waitFor;
import static dev.inkling.support.Waiting.waitForTraining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSet;
import dev.inkling.data.Synthetic;
import dev.inkling.model.Architecture;
import dev.inkling.model.RecipeField;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.results.ResultsViewModel.Page;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What comes of a run, and where it leads, in the real window. */
@ExtendWith(ApplicationExtension.class)
class RunsFlowTest {
  @TempDir Path home;

  private TestWindow window;
  private TrainingViewModel training;
  private Path digits;

  @Start
  void open(Stage stage) {
    DataSet images = Synthetic.dataSet(600, 60);
    digits = IdxFiles.write(home.resolve("digits"), images.train(), images.test());
    window = new TestWindow(stage, home, 1280, 800);
    training = window.studio.training();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void train(FxRobot robot, int epochs) throws TimeoutException {
    int before = training.runs().runs().size();
    robot.interact(
        () -> {
          training.form().useFolder(digits);
          training.form().number(RecipeField.EPOCHS).textProperty().set(String.valueOf(epochs));
          training.form().number(RecipeField.BATCH_SIZE).textProperty().set("20");
          training.queue().start();
        });
    waitForTraining(() -> training.live().shown().outcomeProperty().get() != null);
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
    waitFor(() -> training.runs().runs().size() == before + 1);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private static boolean isShown(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return node == null;
  }

  @Test
  void whoHasNoMnistIsOfferedOtherImages(FxRobot robot) {
    robot.clickOn("#window-training");
    robot.clickOn("#training-start");
    assertThat(isShown(robot, "#training-offer-download")).isTrue();
    assertThat(isShown(robot, "#training-offer-folder")).isTrue();
    assertThat(text(robot, "#training-offer-why")).doesNotContain("--data");

    robot.clickOn("#training-offer-write");
    assertThat(isShown(robot, "#training-offer")).isFalse();
    assertThat(training.live().stateProperty().get()).isNotEqualTo(State.IDLE);
  }

  @Test
  void aResultLeadsToThePadAndToTheMistakes(FxRobot robot) throws TimeoutException {
    robot.clickOn("#window-training");
    train(robot, 2);
    assertThat(text(robot, "#training-result-headline"))
        .matches("\\d+\\.\\d% of 83 held-out images right|.*guessing");
    assertThat(text(robot, "#training-result-facts")).startsWith("sprint, ").contains("2 of 2");

    robot.interact(() -> training.visit(Visit.Place.MISTAKES));
    assertThat(isShown(robot, "#window-results")).isTrue();
    assertThat(window.studio.results().pageProperty().get()).isEqualTo(Page.GALLERY);
    assertThat(window.studio.results().modelProperty().get().folder())
        .isEqualTo(training.runs().runs().getFirst().run().checkpoint(2));

    robot.clickOn("#window-training");
    robot.interact(() -> training.visit(Visit.Place.PAD));
    assertThat(window.studio.pad().modelProperty().get().folder())
        .isEqualTo(training.runs().runs().getFirst().run().checkpoint(2));
    robot.clickOn("#window-training");
    assertThat(text(robot, "#training-epoch-value")).isEqualTo("2 of 2");
  }

  @Test
  void aRunInTrainingIsSeenFromOtherScreens(FxRobot robot) throws TimeoutException {
    robot.clickOn("#window-training");
    robot.clickOn("#window-pad");
    assertThat(isShown(robot, "#training-status")).isFalse();
    robot.interact(
        () -> {
          training.form().useFolder(digits);
          training.form().number(RecipeField.EPOCHS).textProperty().set("1000");
          training.queue().start();
        });
    waitForTraining(() -> training.live().stateProperty().get() == State.RUNNING);
    assertThat(isShown(robot, "#training-status")).isTrue();
    robot.clickOn("#training-status");
    assertThat(isShown(robot, "#training-stop")).isTrue();
  }

  @Test
  void deleteDeletesWhatIsChosenAndASearchInVainSaysSo(FxRobot robot) throws TimeoutException {
    robot.clickOn("#window-training");
    assertThat(robot.lookup("#runs-undelete").query().isDisabled()).isTrue();
    train(robot, 1);
    train(robot, 1);
    ListView<?> list = robot.lookup("#runs").queryListView();
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().selectAll();
        });
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    waitFor(() -> training.runs().runs().isEmpty());
    assertThat(text(robot, "#runs-none")).startsWith("No runs yet");
    robot.clickOn("#runs-undelete");
    waitFor(() -> training.runs().runs().size() == 2);

    robot.interact(
        () -> robot.lookup("#runs-search").queryAs(TextInputControl.class).setText("nothing"));
    assertThat(text(robot, "#runs-none")).isEqualTo("No run matches “nothing”.");
    robot.interact(
        () -> robot.lookup("#runs-search").queryAs(TextInputControl.class).setText("FINISHED"));
    assertThat(robot.lookup("#runs").queryListView().getItems()).hasSize(2); // as rows say
  }

  @Test
  void whatIsChosenElsewhereComesIntoViewAndOtherwiseTheListStays(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#window-training");
    for (int i = 0; i < 20; i++) {
      create();
    }
    robot.interact(training.runs()::refresh);
    waitFor(() -> training.runs().runs().size() == 20);
    ListView<?> list = robot.lookup("#runs").queryListView();
    VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
    robot.interact(() -> list.scrollTo(19));
    robot.interact(list::layout);
    assertThat(flow.getLastVisibleCell().getIndex()).isEqualTo(19);

    create();
    robot.interact(training.runs()::refresh);
    waitFor(() -> list.getItems().size() == 21);
    assertThat(flow.getFirstVisibleCell().getIndex()).isGreaterThan(10);

    Run newest = create();
    robot.interact(() -> training.runs().add(newest));
    waitFor(() -> list.getSelectionModel().getSelectedIndex() == 0 && list.getItems().size() == 22);
    robot.interact(list::layout);
    assertThat(flow.getFirstVisibleCell().getIndex()).isZero();

    // It was set up and cut off.
    waitFor(() -> training.shownProperty().get().outcomeProperty().get() != null);
    assertThat(isShown(robot, "#training-result-goOn")).isTrue();
    assertThat(robot.lookup("#training-result-goOn").query().getStyleClass()).contains("accent");
    assertThat(robot.lookup("#training-result-try").query().getStyleClass())
        .doesNotContain("accent");
  }

  private Run create() {
    Architecture network = lenet();
    return new RunStore(TestStudio.folders(home)).create(network, network.recipe(), "synthetic");
  }

  @Test
  void whatIsWrongShiftsNothing(FxRobot robot) {
    robot.clickOn("#window-training");
    robot.clickOn("#training-more");
    Node start = robot.lookup("#training-start").query();
    double before = start.localToScene(start.getBoundsInLocal()).getMinY();
    robot.interact(
        () -> training.form().number(RecipeField.LEARNING_RATE).textProperty().set("fast"));
    robot.interact(() -> training.form().architectureProperty().set(lenet()));
    robot.interact(() -> training.form().number(RecipeField.SEED).textProperty().set("1.5"));

    assertThat(start.localToScene(start.getBoundsInLocal()).getMinY()).isEqualTo(before);
    assertThat(start.isDisabled()).isTrue();
    assertThat(text(robot, "#training-facts")).contains("“1.5” is not a whole number");
  }

  private static Architecture lenet() {
    return Architecture.named("lenet-dropout");
  }
}
