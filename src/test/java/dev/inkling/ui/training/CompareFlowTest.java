package dev.inkling.ui.training;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.chart.Range;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.run.LayerMeasure;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.ui.chart.LineChart;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.shell.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Several runs are chosen in the list and compared. */
@ExtendWith(ApplicationExtension.class)
class CompareFlowTest {
  private static final List<String> NETWORKS =
      List.of("lenet5-relu", "lenet-dropout", "dropout-sgd");

  private static final String LAYERS =
      "e,b,x,l,w,g,u,s,d\n1,1,64,conv1,2,0.001,0.1,0.2,0\n1,1,64,dense1,2,0.2,0.1,0.3,0.25\n";

  @TempDir Path home;

  private Studio studio;
  private TrainingViewModel training;
  private Texts texts;

  @Start
  void open(Stage stage) throws IOException {
    AppFolders folders = new AppFolders(home, home, home, home);
    RunStore store = new RunStore(folders);
    for (String network : NETWORKS) {
      Run run = store.create(network, Architecture.named(network).recipe(), "synthetic");
      Files.writeString(run.batches(), "e,b,x,l,r,s\n1,1,64,2.3,0.1,9\n1,2,128,2.1,0.1,9\n");
      if (!network.equals("dropout-sgd")) { // which an earlier version trained
        Files.writeString(run.layers(), LAYERS);
      }
      Files.writeString(run.epochs(), "e,x,l,a,l,a,s,i\n1,128,2.2,0.3,2,0.41,1,9\n");
    }
    studio = new Studio(folders, Workers.threads(Platform::runLater));
    training = studio.training();
    texts = new Texts(Locale.ENGLISH);
    Scene scene = new Scene(new TrainingView(training, texts), 1200, 900);
    new Theme(Theme.Choice.LIGHT).applyTo(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    training.refresh();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> robot.window(0).hide()); // it looks for new runs while it is open
    studio.close();
  }

  @Test
  void aRunThatCameFromElsewhereIsChosenAndShown(FxRobot robot) throws TimeoutException {
    waitForRuns(0);
    Run run = training.runs().runs().getLast().run();

    robot.interact(() -> training.runs().add(run));

    waitFor(() -> run.equals(training.shownProperty().get().runProperty().get()));
    assertThat(robot.lookup("#runs-pack").query().isDisabled()).isFalse();
  }

  @Test
  void theNewestRunIsShownToBeginWith() throws TimeoutException {
    waitFor(() -> !training.runs().runs().isEmpty());
    Run newest = training.runs().runs().getFirst().run();
    waitFor(() -> newest.equals(training.shownProperty().get().runProperty().get()));
  }

  @Test
  void severalRunsAreComparedAndThenOneIsShown(FxRobot robot) throws TimeoutException {
    waitForRuns(0);
    robot.clickOn(training.runs().runs().getFirst().info().title());
    waitFor(() -> training.shownProperty().get().runProperty().get() != null);
    assertThat(isShown(robot, "#chart-digit")).isTrue();

    // The headless pointer knows nothing of keys that are held.
    robot.press(KeyCode.SHIFT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.SHIFT);
    waitForRuns(2);
    assertThat(isShown(robot, "#compare-table")).isTrue();
    assertThat(isShown(robot, "#chart-digit")).isFalse();
    assertThat(robot.lookup("#compare-title").queryAs(Labeled.class).getText())
        .isEqualTo("2 runs compared");
    assertThat(robot.lookup("#compare-loss").queryAs(LineChart.class).series()).hasSize(4);
    assertThat(robot.lookup("#compare-accuracy").queryAs(LineChart.class).series()).hasSize(2);
    assertThat(robot.lookup("#runs-describe").query().isDisabled()).isTrue();

    TableView<?> table = robot.lookup("#compare-table").queryTableView();
    assertThat(table.getColumns()).hasSize(3);
    int all = table.getItems().size();
    robot.clickOn("#compare-different");
    assertThat(table.getItems()).isNotEmpty().hasSizeLessThan(all);

    robot.clickOn("#compare-back");
    waitForRuns(0);
    assertThat(isShown(robot, "#chart-digit")).isTrue();
    assertThat(training.shownProperty().get().runProperty().get()).isNotNull();
    assertThat(robot.lookup("#runs-describe").query().isDisabled()).isFalse();
  }

  @Test
  void aComparisonOutlastsASearchAndANewList(FxRobot robot) throws TimeoutException {
    waitFor(() -> training.runs().runs().size() == NETWORKS.size());
    robot.clickOn(NETWORKS.get(0));
    robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
    waitForRuns(3);
    robot.interact(
        () -> robot.lookup("#runs-search").queryAs(TextInputControl.class).setText("lenet5"));
    robot.interact(training::refresh);
    WaitForAsyncUtils.waitForFxEvents(10);
    waitForRuns(3);

    Run gone = training.runs().runs().getFirst().run();
    robot.interact(() -> training.runs().delete(List.of(gone)));
    waitForRuns(2);
    robot.interact(() -> texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    assertThat(robot.lookup("#compare-title").queryAs(Labeled.class).getText())
        .isEqualTo("对比 2 次训练");
  }

  @Test
  void theLayersOfOneRunAndThenOfTwoAreSeen(FxRobot robot) throws TimeoutException {
    waitForRuns(0);
    robot.clickOn(NETWORKS.getFirst());
    waitFor(() -> training.shownProperty().get().runProperty().get() != null);
    robot.clickOn("#training-page-layers");
    LineChart gradient = robot.lookup("#layers-gradient").queryAs(LineChart.class);
    assertThat(isShown(robot, "#layers-first")).isTrue();
    assertThat(isShown(robot, "#chart-digit")).isFalse();
    assertThat(gradient.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("Gradient: conv1 0.001, dense1 0.2");
    assertThat(robot.lookup(".layer-findings").queryAs(Labeled.class).getText())
        .startsWith("The gradient vanishes on its way back: conv1’s is 1/200 of dense1’s.");

    robot.interact(() -> robot.lookup("#runs").queryListView().requestFocus());
    robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
    waitForRuns(3);
    assertThat(isShown(robot, "#compare-loss")).isFalse();
    robot.interact(
        () ->
            robot
                .lookup("#compare-measure")
                .<LayerMeasure>queryComboBox()
                .setValue(LayerMeasure.DEAD));
    List<LineChart> charts =
        IntStream.range(0, 3)
            .mapToObj(i -> robot.lookup("#compare-layers-" + i).queryAs(LineChart.class))
            .toList();
    assertThat(charts)
        .extracting(chart -> chart.yRangeProperty().get())
        .containsOnly(new Range(0, 0.3));
    assertThat(charts)
        .extracting(chart -> chart.titleProperty().get())
        .containsExactlyInAnyOrderElementsOf(NETWORKS);
    assertThat(charts)
        .extracting(chart -> chart.emptyTextProperty().get())
        .filteredOn(text -> text.equals("Trained before Inkling kept this: train it again"))
        .hasSize(1);

    robot.clickOn(".compare #training-page-curves");
    assertThat(isShown(robot, "#compare-loss")).isTrue();
  }

  private static boolean isShown(FxRobot robot, String id) {
    Node node = robot.lookup(id).tryQuery().orElse(null);
    boolean isThere = node != null;
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return isThere && node == null;
  }

  private void waitForRuns(int count) throws TimeoutException {
    waitFor(() -> training.runs().runs().size() >= 2);
    waitFor(() -> training.compare().runsProperty().get().size() == count);
  }
}
