package dev.inkling.ui.builder;

import static dev.inkling.support.Waiting.waitFor;
import static dev.inkling.support.Waiting.waitForTraining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.export.ExportFormat;
import dev.inkling.layer.Kinds;
import dev.inkling.model.Architecture;
import dev.inkling.model.RecipeField;
import dev.inkling.support.TestWindow;
import dev.inkling.text.Phrase;
import dev.inkling.ui.training.LiveRun.State;
import dev.inkling.ui.training.NetworkShelf;
import dev.inkling.ui.training.RunOutcome;
import dev.inkling.ui.training.TrainingViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Networks are built in the real window. */
@ExtendWith(ApplicationExtension.class)
class BuilderFlowTest {
  private static final String LENET =
      "conv 6@5x5 pad 2, relu, max-pool 2, conv 16@5x5, relu, max-pool 2, "
          + "dense 120, relu, dense 84, relu, dense 10";

  @TempDir Path home;

  private TestWindow window;
  private Stage stage;
  private BuilderViewModel builder;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    window = new TestWindow(stage, home, 1280, 800);
    builder = window.studio.builder();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  /** Chooses a kind in the palette. */
  private void add(FxRobot robot, String kind) {
    robot.push(KeyCode.A);
    for (int i = 0; i < Kinds.ALL.size() && !isReached(kind); i++) {
      robot.push(KeyCode.DOWN);
    }
    assertThat(isReached(kind)).as(kind).isTrue();
    robot.push(KeyCode.SPACE);
  }

  private boolean isReached(String kind) {
    Node focused = stage.getScene().getFocusOwner();
    return focused != null && ("builder-add-" + kind).equals(focused.getId());
  }

  /** Types numbers into the settings of the card that has the focus; null leaves one. */
  private static void edit(FxRobot robot, String... numbers) {
    robot.push(KeyCode.ENTER);
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) {
        robot.push(KeyCode.TAB);
      }
      if (numbers[i] != null) {
        robot.write(numbers[i]);
      }
    }
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void leNetIsBuiltFromNothingByKeyboardAlone(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
    add(robot, "conv");
    edit(robot, "6", "5");
    add(robot, "relu");
    add(robot, "max-pool");
    add(robot, "conv");
    edit(robot, "16", "5", null, "0");
    add(robot, "relu");
    add(robot, "max-pool");
    add(robot, "dense");
    edit(robot, "120");
    add(robot, "relu");
    add(robot, "dense");
    edit(robot, "84");
    add(robot, "relu");
    add(robot, "dense");
    assertThat(builder.text()).isEqualTo(LENET);
    assertThat(text(robot, "#builder-total-parameters")).isEqualTo("61,706");

    robot.push(KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
    assertThat(builder.text()).endsWith("relu, dense 84, dense 10");
    robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.DELETE);
    assertThat(builder.text()).isEqualTo(LENET);
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.Z);
    }
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(builder.text()).isEqualTo(LENET);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  @Test
  void whatIsWrongIsSaidWhereItStandsAndMended(FxRobot robot) {
    robot.clickOn("#window-builder");
    robot.clickOn("#builder-typed").write("conv 8@5x5, relu, dense 7").push(KeyCode.ENTER);
    assertThat(robot.lookup("#builder-train").query().isDisabled()).isTrue();
    assertThat(text(robot, "#builder-why")).contains("dense1");
    robot.clickOn("#builder-mend-outputs");
    assertThat(robot.lookup("#builder-train").query().isDisabled()).isFalse();

    robot.clickOn("#builder-units").push(KeyCode.CONTROL, KeyCode.A).write("ten");
    assertThat(text(robot, "#builder-layer-2 #builder-problem"))
        .isEqualTo("Units: “ten” is not a number; a whole number from 1 to 99,999 is needed.");
    assertThat(builder.text()).endsWith("dense 10");
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#builder-units").queryAs(TextField.class).getText()).isEqualTo("10");

    robot.clickOn("#builder-typed").write("konv 3").push(KeyCode.ENTER);
    assertThat(text(robot, "#builder-typed-problem")).startsWith("“konv 3” is no layer");
    assertThat(builder.text()).isEqualTo("conv 8@5x5, relu, dense 10");
  }

  @Test
  void aCardIsDrawnToAnotherPlace(FxRobot robot) {
    robot.clickOn("#window-builder");
    robot.interact(() -> builder.add("dense 30, relu, dense 10, log-softmax"));
    robot.interact(() -> builder.select(1)); // it becomes higher
    Bounds from = onScreen(robot, "#builder-layer-1");
    Bounds to = onScreen(robot, "#builder-layer-2");
    robot.drag(from.getMinX() + 30, from.getMinY() + 15);
    robot.moveTo(to.getMinX() + 40, to.getMinY() + 8);
    robot.moveTo(to.getMinX() + 40, to.getMaxY() - 4);
    robot.drop();
    assertThat(builder.text()).isEqualTo("dense 30, dense 10, relu, log-softmax");
    assertThat(builder.draftProperty().get().selected()).isEqualTo(2);
  }

  private static Bounds onScreen(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    return node.localToScreen(node.getLayoutBounds());
  }

  @Test
  void whatIsBuiltIsTrainedAndIsAmongTheRuns(FxRobot robot) throws Exception {
    robot.clickOn("#window-builder");
    robot.clickOn("#builder-typed").write("max-pool 4, dense 10").push(KeyCode.ENTER);
    robot.clickOn("#builder-train");
    var training = window.studio.training();
    assertThat(robot.lookup("#training-start").query().isVisible()).isTrue();
    robot.interact(
        () -> {
          training.form().dataProperty().set(DataSource.SYNTHETIC);
          robot.lookup("#training-epochs").queryAs(TextField.class).setText("1");
        });
    robot.clickOn("#training-start");
    waitForTraining(() -> training.runs().runs().size() == 1);
    waitFor(() -> training.live().stateProperty().get() == State.IDLE);
    assertThat(training.runs().runs().getFirst().info().architecture())
        .isEqualTo(builder.draftProperty().get().network().name());

    robot.interact(() -> robot.lookup("#runs").queryListView().getSelectionModel().select(0));
    robot.clickOn("#runs-copy");
    assertThat(builder.text()).isEqualTo("max-pool 4, dense 10");
    assertThat(builder.comparedProperty().get().name())
        .isEqualTo(training.runs().runs().getFirst().info().title());
  }

  @Test
  void whatWasBuiltAndTrainedIsExportedInEveryFormat(FxRobot robot) throws Exception {
    robot.clickOn("#window-builder");
    robot.interact(() -> builder.copy(Architecture.named("sprint")));
    robot.interact(() -> builder.select(99));
    robot.interact(() -> builder.add("log-softmax"));
    robot.clickOn("#builder-train");
    TrainingViewModel training = window.studio.training();
    robot.interact(
        () -> {
          training.form().dataProperty().set(DataSource.SYNTHETIC);
          training.form().number(RecipeField.EPOCHS).textProperty().set("1");
        });
    robot.clickOn("#training-start");
    waitForTraining(
        () -> {
          RunOutcome outcome = training.live().shown().outcomeProperty().get();
          return outcome != null && outcome.summary().accuracy() != null;
        });
    assertThat(training.runs().runs().getFirst().info().descent().map(Phrase::key))
        .hasValue("difference.descent");
    robot.clickOn("#training-result-try");
    waitFor(() -> "sprint-copy".equals(window.studio.pad().cardProperty().get().architecture()));
    robot.clickOn("#window-inside");
    waitFor(() -> !robot.lookup("#inside-save").query().isDisabled());
    for (ExportFormat format : ExportFormat.values()) {
      assertThat(item(robot, "#inside-save", "inside-save-" + format.typed()).getText())
          .contains(format.title());
      Path file = home.resolve("mine-" + format.typed() + format.ending());
      robot.interact(() -> window.studio.inside().export(format, file));
      waitFor(() -> Files.exists(file));
    }
  }

  private static MenuItem item(FxRobot robot, String menu, String id) {
    return robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static void fire(FxRobot robot, String menu, String id) {
    robot.interact(() -> item(robot, menu, id).fire());
  }

  private static void name(FxRobot robot, String name) throws Exception {
    waitFor(() -> robot.lookup("#name").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#name").queryAs(TextField.class).setText(name));
    robot.push(KeyCode.ENTER);
  }

  @Test
  void aNetworkIsCopiedFromTrainingAndWhatIsChangedIsMarked(FxRobot robot) {
    robot.clickOn("#window-training");
    robot.interact(
        () ->
            window
                .studio
                .training()
                .form()
                .architectureProperty()
                .set(Architecture.named("lenet5-relu")));
    robot.clickOn("#training-copy");
    assertThat(text(robot, "#builder-network")).isEqualTo("lenet5-relu-copy");
    assertThat(builder.text()).isEqualTo(LENET);
    assertThat(text(robot, "#builder-compare")).isEqualTo("Against lenet5-relu: the same");

    robot.interact(() -> builder.select(1));
    robot.push(KeyCode.DELETE);
    robot.interact(() -> builder.select(0));
    robot.clickOn("#builder-filters").push(KeyCode.CONTROL, KeyCode.A).write("8");
    robot.interact(() -> builder.add("batch-norm"));
    assertThat(text(robot, "#builder-compare"))
        .isEqualTo("Against lenet5-relu: 1 added, 1 changed, 1 removed");
    assertThat(text(robot, "#builder-layer-0 .builder-before")).isEqualTo("was conv 6@5x5 pad 2");
    assertThat(text(robot, "#builder-layer-1 .builder-badge")).isEqualTo("added");
    assertThat(text(robot, "#builder-layer-2 .builder-removed")).contains("relu");

    fire(robot, "#builder-compare", "builder-compare-sprint");
    assertThat(text(robot, "#builder-compare")).startsWith("Against sprint: ");
    fire(robot, "#builder-compare", "builder-compare-nothing");
    assertThat(robot.lookup("#builder-layer-0 .builder-before").query().isVisible()).isFalse();
  }

  @Test
  void theNetworkOnThePadIsCopiedFromInsideAndFromResults(FxRobot robot) throws Exception {
    waitFor(() -> window.studio.pad().networkProperty().get() != null);
    robot.clickOn("#window-inside");
    waitFor(() -> !robot.lookup("#inside-copy").query().isDisabled());
    robot.clickOn("#inside-copy");
    waitFor(() -> "inkling-copy".equals(builder.draftProperty().get().network().name()));
    assertThat(robot.lookup("#builder-network").query().isVisible()).isTrue();

    robot.interact(() -> builder.begin());
    robot.clickOn("#window-results");
    robot.clickOn("#results-copy");
    waitFor(() -> "inkling-copy".equals(builder.draftProperty().get().network().name()));
    assertThat(builder.comparedProperty().get().name()).isEqualTo("inkling");
  }

  @Test
  void aNetworkIsKeptRenamedRemovedAndBroughtBack(FxRobot robot) throws Exception {
    NetworkShelf shelf = window.studio.training().shelf();
    robot.clickOn("#window-builder");
    robot.clickOn("#builder-typed").write("dense 10").push(KeyCode.ENTER);
    Platform.runLater(() -> robot.lookup("#builder-keep").queryButton().fire());
    name(robot, "first");
    waitFor(() -> shelf.has("first"));

    MenuItem rename = item(robot, "#builder-own", "builder-own-rename");
    Platform.runLater(rename::fire); // the dialog waits for its answer
    name(robot, "second");
    waitFor(() -> shelf.has("second"));
    assertThat(shelf.has("first")).isFalse();
    assertThat(text(robot, "#builder-network")).isEqualTo("second");

    fire(robot, "#builder-own", "builder-own-remove");
    waitFor(() -> !shelf.has("second"));
    fire(robot, "#builder-own", "builder-own-restore");
    waitFor(() -> shelf.has("second"));
    robot.interact(() -> builder.begin());
    fire(robot, "#builder-own", "builder-own-open-second");
    assertThat(builder.text()).isEqualTo("dense 10");
  }
}
