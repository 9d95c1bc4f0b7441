package dev.inkling.ui.shell;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.Faults;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.shell.WindowStates.State;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Walks through all screens and their pages: nothing is cut, hidden or without a name. */
@ExtendWith(ApplicationExtension.class)
class EveryScreenFlowTest {
  /** From this width on nothing has to be scrolled sideways. */
  private static final int WIDE_ENOUGH = 1024;

  @TempDir Path home;

  /** Each fault once, where it is seen first. */
  private final Map<String, String> found = new LinkedHashMap<>();

  private TestWindow window;
  private Stage stage;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    window = new TestWindow(stage, home, 960, 600);
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void await(State state) {
    try {
      waitFor(state.isThere());
      waitFor(window::isQuiet);
      waitFor(window::isQuiet); // what has come may have asked for more
    } catch (TimeoutException e) {
      throw new AssertionError(state.name() + " is not reached", e);
    }
  }

  /** Does something on the FX thread, without the rests that a robot takes after each step. */
  private static void onFx(Runnable step) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, step);
  }

  @Test
  void nothingIsCutHiddenOrNameless() {
    for (State state : new WindowStates(window, stage.getScene(), home).all()) {
      onFx(state.enter());
      await(state);
      for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        onFx(() -> window.texts.setLocale(locale));
        for (int[] size : new int[][] {{960, 600}, {1024, 680}, {1280, 800}}) {
          onFx(() -> size(size[0], size[1]));
          onFx(() -> look(state.name() + " " + locale + " " + size[0]));
        }
      }
      onFx(() -> listen(state.name()));
    }
    assertThat(found).isEmpty();
  }

  private void size(int width, int height) {
    stage.setWidth(width);
    stage.setHeight(height);
    layOut();
  }

  private void layOut() {
    stage.getScene().getRoot().applyCss();
    stage.getScene().getRoot().layout();
  }

  private void look(String where) {
    layOut(); // what the first time asked for
    Scene scene = stage.getScene();
    Faults.cut(scene).forEach(fault -> found.putIfAbsent("cut: " + fault, where));
    Faults.outside(scene).forEach(fault -> found.putIfAbsent("outside: " + fault, where));
    if (scene.getWidth() >= WIDE_ENOUGH) {
      Faults.sideways(scene).forEach(fault -> found.putIfAbsent("too wide: " + where, fault));
    }
  }

  /** For who cannot see it. */
  private void listen(String where) {
    Scene scene = stage.getScene();
    Faults.nameless(scene).forEach(fault -> found.putIfAbsent("no name: " + fault, where));
    Faults.roleless(scene).forEach(fault -> found.putIfAbsent("no role: " + fault, where));
  }
}
