package dev.inkling.support;

import dev.inkling.model.ModelLibrary;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.shell.MainWindow;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.shell.Theme;
import dev.inkling.ui.training.LiveRun.State;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The real window with the networks that ship, in English and light at first. */
@SuppressWarnings("try") // who is interrupted while it closes has waited too long
public final class TestWindow implements AutoCloseable {
  private static final Set<Workers.Kind> TRAINING =
      EnumSet.of(Workers.Kind.TRAINING, Workers.Kind.LEARNING, Workers.Kind.MEASUREMENT);

  public final Theme theme = new Theme(Theme.Choice.LIGHT);
  public final Texts texts = new Texts(Locale.ENGLISH);
  public final Studio studio;
  private final Map<Workers.Kind, ThreadPoolExecutor> threads = new EnumMap<>(Workers.Kind.class);
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
    threads.put(kind, (ThreadPoolExecutor) Workers.thread(kind));
    return threads.get(kind);
  }

  /** Whether all that was asked for is answered, but for what trains. */
  public boolean isQuiet() {
    return threads.entrySet().stream()
        .filter(each -> !TRAINING.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .allMatch(thread -> thread.getActiveCount() == 0 && thread.getQueue().isEmpty());
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
    for (ExecutorService thread : threads.values()) {
      if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
        throw new AssertionError("still at work");
      }
    }
  }
}
