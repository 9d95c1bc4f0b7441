package dev.inkling.ui.shell;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.support.Faults;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.shell.WindowStates.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Walks through all screens and their pages: nothing is cut, hidden or without a name. */
@ExtendWith(ApplicationExtension.class)
class EveryScreenFlowTest {
  /** From this width on nothing has to be scrolled sideways. */
  private static final int WIDE_ENOUGH = 1024;

  @TempDir Path home;

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

  private void size(FxRobot robot, int width, int height) {
    robot.interact(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  private static void await(State state) {
    try {
      waitFor(state.isThere());
    } catch (TimeoutException e) {
      throw new AssertionError(state.name() + " is not reached", e);
    }
  }

  /** What a look finds in the window as it is now. */
  private List<String> found(FxRobot robot, Function<Scene, List<String>> look) {
    List<String> found = new ArrayList<>();
    robot.interact(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          found.addAll(look.apply(stage.getScene()));
        });
    return found;
  }

  @Test
  void nothingIsCutHiddenOrNameless(FxRobot robot) {
    Map<String, String> found = new LinkedHashMap<>(); // each fault once, where it is seen first
    for (State state : new WindowStates(window, stage.getScene(), home).all()) {
      robot.interact(state.enter());
      await(state);
      for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        robot.interact(() -> window.texts.setLocale(locale));
        for (int[] size : new int[][] {{960, 600}, {1024, 680}, {1280, 800}}) {
          size(robot, size[0], size[1]);
          String where = state.name() + " " + locale + " " + size[0];
          found(robot, Faults::cut).forEach(fault -> found.putIfAbsent("cut: " + fault, where));
          found(robot, Faults::outside)
              .forEach(fault -> found.putIfAbsent("outside: " + fault, where));
          if (size[0] >= WIDE_ENOUGH) {
            found(robot, Faults::sideways)
                .forEach(fault -> found.putIfAbsent("too wide: " + where, fault));
          }
        }
      }
      found(robot, Faults::nameless)
          .forEach(fault -> found.putIfAbsent("no name: " + fault, state.name()));
      found(robot, Faults::roleless)
          .forEach(fault -> found.putIfAbsent("no role: " + fault, state.name()));
    }
    assertThat(found).isEmpty();
  }
}
