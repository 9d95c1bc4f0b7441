package dev.inkling.ui.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.inkling.model.EngineSetup;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.RealMnist;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.kit.Workers;
import dev.inkling.ui.results.GalleryFilter.Kind;
import dev.inkling.ui.shell.Studio;
import dev.inkling.ui.shell.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * How quick the results of 10,000 images are shown, and how smoothly they scroll. For a machine
 * with nothing else to do: {@code OMP_NUM_THREADS=2 mvn test -Dtest=ResultsPaceTest -Dinkling.pace
 * -Dinkling.mnist=DIR}.
 */
@ExtendWith(ApplicationExtension.class)
class ResultsPaceTest {
  private static final int FRAMES = 600;
  private static final int WARM_UP = 60;

  /** Rows of tiles pass by at 20 a second. */
  private static final double PIXELS_A_FRAME = Tile.HEIGHT / 3;

  private static final double FRAME = 1000.0 / 60;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path home;
  private Studio studio;
  private ResultsViewModel results;
  private Scene scene;

  @BeforeEach
  void onlyWhenAsked() {
    assumeThat(System.getProperty("inkling.pace")).as("Ask with -Dinkling.pace.").isNotNull();
  }

  @Start
  void open(Stage stage) {
    studio = new Studio(TestStudio.folders(home), Workers.threads(Platform::runLater));
    results = studio.results();
    studio.pad().loadModels(ModelLibrary.DEFAULT);
    Theme theme = new Theme(Theme.Choice.LIGHT);
    scene =
        new Scene(
            new ResultsView(results, new Texts(Locale.ENGLISH), theme.darkProperty()), 1000, 900);
    theme.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void tenThousandImagesAreShownWithinThreeSecondsAndScrollSmoothly(FxRobot robot)
      throws Exception {
    EngineSetup.engine();
    Path images = RealMnist.folder();
    CompletableFuture<Long> shown = new CompletableFuture<>();
    robot.interact(
        () -> {
          long begin = System.nanoTime();
          results
              .evaluatedProperty()
              .addListener(
                  (_, _, now) ->
                      afterNextFrame(() -> shown.complete(System.nanoTime() - begin), now != null));
          results.choose(images);
          results.open(results.models().getFirst());
        });
    double seconds = shown.get(5, TimeUnit.MINUTES) / 1e9;
    System.out.printf("shown after %.2f s%n", seconds);

    double[] frames = scroll(robot);
    Arrays.sort(frames);
    double median = frames[frames.length / 2];
    double p99 = frames[frames.length * 99 / 100];
    System.out.printf("work of a frame: median %.2f ms, p99%.2f ms%n", median, p99);
    assertThat(robot.lookup(".tile").queryAll()).hasSizeLessThan(150);
    assertThat(seconds).isLessThan(3);
    assertThat(p99).isLessThan(FRAME);
  }

  private void afterNextFrame(Runnable then, boolean isWanted) {
    if (isWanted) {
      Runnable[] listener = new Runnable[1];
      listener[0] =
          () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            then.run();
          };
      scene.addPostLayoutPulseListener(listener[0]);
      Platform.requestNextPulse();
    }
  }

  /** Scrolls through all images; milliseconds that the FX thread computes for each frame. */
  private double[] scroll(FxRobot robot) throws Exception {
    robot.interact(() -> results.openGallery(GalleryFilter.of(Kind.ALL)));
    VirtualFlow<?> flow = robot.lookup("#gallery .virtual-flow").queryAs(VirtualFlow.class);
    double[] frames = new double[FRAMES];
    for (int i = -WARM_UP; i < FRAMES; i++) {
      CompletableFuture<Long> taken = new CompletableFuture<>();
      Platform.runLater(
          () -> {
            long begin = THREADS.getCurrentThreadCpuTime();
            flow.scrollPixels(PIXELS_A_FRAME);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            taken.complete(THREADS.getCurrentThreadCpuTime() - begin);
          });
      long nanoseconds = taken.get(10, TimeUnit.SECONDS);
      if (i >= 0) {
        frames[i] = nanoseconds / 1e6;
      }
    }
    return frames;
  }
}
