package dev.inkling.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Mnist;
import dev.inkling.file.AppFolders;
import dev.inkling.model.Architecture;
import dev.inkling.model.ModelLibrary;
import dev.inkling.model.ModelLibrary.Entry;
import dev.inkling.run.RunInfo.Status;
import dev.inkling.ui.inside.InsideViewModel;
import dev.inkling.ui.kit.Background;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.LiveRecognizer;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.results.ResultsViewModel;
import dev.inkling.ui.shell.MainWindow;
import dev.inkling.ui.shell.Theme;
import dev.inkling.ui.training.TrainingViewModel.State;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Training in the real window, on digits that Inkling writes itself. */
@ExtendWith(ApplicationExtension.class)
class TrainingFlowTest {
  @TempDir Path home;

  private final ExecutorService recognition = Executors.newSingleThreadExecutor();
  private final ExecutorService files = Executors.newSingleThreadExecutor();
  private final ExecutorService trainer = Executors.newSingleThreadExecutor();
  private PadViewModel pad;
  private TrainingViewModel training;

  @Start
  void open(Stage stage) {
    AppFolders folders =
        new AppFolders(home, home, home, Path.of(System.getProperty(AppFolders.MODELS, "models")));
    LiveRecognizer recognizer = new LiveRecognizer(new Background(recognition, Platform::runLater));
    Background filing = new Background(files, Platform::runLater);
    pad = new PadViewModel(recognizer, new ModelLibrary(folders), new DrawingStore(home), filing);
    training =
        new TrainingViewModel(
            folders,
            new DataSource(new Mnist(home), new DrawingStore(home)),
            new Background(trainer, Platform::runLater),
            filing,
            (model, drawing, onRead) ->
                recognizer.recognizeOnce(
                    model, drawing, answer -> onRead.accept(answer.probabilities())),
            () -> pad.drawingProperty().get(),
            () -> {});
    ResultsViewModel results =
        new ResultsViewModel(
            pad.models(),
            new DataSource(new Mnist(home), new DrawingStore(home)),
            training,
            filing,
            filing);
    InsideViewModel inside =
        new InsideViewModel(
            pad, new DataSource(new Mnist(home), new DrawingStore(home)), training, filing, filing);
    MainWindow window =
        new MainWindow(
            pad,
            training,
            results,
            inside,
            new Texts(Locale.ENGLISH),
            new Theme(Theme.Choice.LIGHT),
            990,
            900);
    stage.setScene(window.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
    pad.loadModels(ModelLibrary.DEFAULT);
    training.form().architectureProperty().set(Architecture.named("lenet5-relu"));
    training.form().dataProperty().set(DataSource.SYNTHETIC);
    pad.drawSample();
  }

  @AfterEach
  void close(FxRobot robot) throws InterruptedException {
    robot.interact(training::stop);
    robot.interact(() -> robot.window(0).hide()); // it looks for new runs while it is open
    for (ExecutorService executor : new ExecutorService[] {recognition, files, trainer}) {
      executor.shutdown();
    }
    assertThat(trainer.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aRunIsStartedWatchedPausedStoppedAndResumed(FxRobot robot) throws TimeoutException {
    robot.clickOn("#window-training");
    type(robot, "#training-epochs", "10"); // it must not be at its end before Stop is clicked
    robot.clickOn("#training-start");
    waitFor(() -> training.live().curves().trainLoss().size() > 20);
    waitFor(() -> training.live().curves().classesProperty().get() != null);
    waitFor(() -> training.live().curves().digit().getFirst().size() > 0);

    robot.clickOn("#training-pause");
    waitFor(() -> training.stateProperty().get() == State.PAUSED);
    WaitForAsyncUtils.waitForFxEvents(20);
    int paused = training.batchProperty().get().batch();
    WaitForAsyncUtils.waitForFxEvents(20);
    // The batch at hand is finished, no other is begun.
    assertThat(training.batchProperty().get().batch()).isBetween(paused, paused + 1);
    assertThat(headline(robot)).contains("Paused");

    robot.clickOn("#training-goOn");
    waitFor(() -> training.epochProperty().get() != null);
    robot.clickOn("#training-stop");
    waitFor(() -> training.stateProperty().get() == State.IDLE);
    waitFor(
        () ->
            training.runs().runs().size() == 1
                && !training.runs().runs().getFirst().isInTraining());
    assertThat(training.runs().runs().getFirst().info().status()).isEqualTo(Status.STOPPED);

    robot.clickOn("#runs .list-cell");
    robot.clickOn("#runs-resume");
    waitFor(() -> training.runs().runs().getFirst().info().status() == Status.FINISHED);
    waitFor(() -> training.stateProperty().get() == State.IDLE);
    double[] classes = training.live().curves().classesProperty().get();
    assertThat(classes).hasSize(10);
    assertThat(java.util.Arrays.stream(classes).average().orElse(0)).isGreaterThan(0.8);
    assertThat(training.live().curves().valLoss().size()).isGreaterThanOrEqualTo(10);

    robot.interact(() -> robot.lookup("#training-epoch").queryAs(Slider.class).setValue(2));
    Entry second = training.onPadProperty().get();
    assertThat(second.name()).endsWith("· 2");
    robot.interact(() -> pad.choose(second));
    waitFor(() -> pad.cardProperty().get().epochs() == 2);
  }

  @Test
  void impossibleValuesAreMarkedWhereTheyStand(FxRobot robot) {
    robot.clickOn("#window-training");
    type(robot, "#training-learningRate", "fast");
    assertThat(robot.lookup(".field-problem").queryAllAs(Labeled.class))
        .anyMatch(
            label ->
                label.isVisible() && label.getText().equals("Must be a number above 0, up to 10."));
    assertThat(robot.lookup("#training-start").query().isDisabled()).isTrue();
    robot.clickOn("#training-own");
    assertThat(robot.lookup("#training-start").query().isDisabled()).isFalse();
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
  }

  private static String headline(FxRobot robot) {
    return robot.lookup("#training-headline").queryAs(Labeled.class).getText();
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
