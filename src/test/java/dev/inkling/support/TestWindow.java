package dev.inkling.support;

import dev.inkling.model.ModelLibrary;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.shell.MainWindow;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.shell.Theme;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The real window with the networks that ship, in English and light at first. */
@SuppressWarnings("try") // who is interrupted while it closes has waited too long
public final class TestWindow implements AutoCloseable {
  public final Theme theme = new Theme(Theme.Choice.LIGHT);
  public final Texts texts = new Texts(Locale.ENGLISH);
  public final Studio studio;
  private final List<ExecutorService> threads = new ArrayList<>();
  private final Stage stage;

  /** Shows the window in a stage; everything is kept in a folder. */
  public TestWindow(Stage stage, Path home, double width, double height) {
    this.stage = stage;
    studio = new Studio(TestStudio.folders(home), new Workers(this::thread, Platform::runLater));
    stage.setScene(new MainWindow(studio, texts, theme, width, height).scene());
    stage.sizeToScene(); // whatever size a test before gave it
    stage.setX(0);
    stage.setY(0);
    stage.show();
    studio.pad().loadModels(ModelLibrary.DEFAULT);
  }

  private ExecutorService thread(Workers.Kind kind) {
    threads.add(Workers.thread(kind));
    return threads.getLast();
  }

  /** Waits until all that was begun has ended, so that the folder can be deleted. */
  @Override
  public void close() throws InterruptedException {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          studio.training().queue().stopAll();
          stage.hide(); // a screen that is open looks for new runs
          stage.setFullScreen(false); // the next test has the same stage
          stage.setMinWidth(0);
          stage.setMinHeight(0);
          stage.sizeToScene();
        });
    try {
      Waiting.waitFor(() -> studio.training().live().stateProperty().get() == State.IDLE);
    } catch (TimeoutException e) {
      throw new AssertionError("still in training", e);
    }
    studio.close();
    for (ExecutorService thread : threads) {
      if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
        throw new AssertionError("still at work");
      }
    }
  }
}
