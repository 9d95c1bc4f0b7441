package dev.inkling.ui.signs;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.Kept;
import dev.inkling.data.SignCollection;
import dev.inkling.data.SignCollections;
import dev.inkling.support.Signs;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A person makes a collection of three signs, draws them, trains, and has a fourth drawing read.
 */
@ExtendWith(ApplicationExtension.class)
class SignsFlowTest {
  private static final String NAME = "Shapes";

  @TempDir Path home;
  private TestWindow window;
  private PadViewModel pad;
  private SignsViewModel signs;
  private SignCollections collections;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 1024, 680);
    pad = window.studio.pad();
    signs = window.studio.signs();
    collections = new SignCollections(TestStudio.folders(home).drawings().resolve("collections"));
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private MenuItem item(FxRobot robot, String id) {
    return robot.lookup("#pad-signs").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void begin(FxRobot robot) throws TimeoutException {
    robot.interact(() -> Platform.runLater(() -> item(robot, "signs-new").fire()));
    waitFor(() -> robot.lookup("#signs-new-name").tryQuery().isPresent());
    robot.interact(
        () -> {
          robot.lookup("#signs-new-name").queryAs(TextField.class).setText(NAME);
          robot.lookup("#signs-new-signs").queryAs(TextField.class).setText("△ ○ □");
        });
    robot.push(KeyCode.ENTER);
    waitFor(() -> signs.openProperty().get() != null);
  }

  private void draw(FxRobot robot, int times) {
    robot.interact(
        () -> {
          for (int i = 0; i < 3 * times; i++) {
            pad.replace(Signs.draw(i % 3, i / 3));
            if (i < 6) {
              robot.lookup("#sign-" + i % 3).queryAs(Button.class).fire();
            } else {
              signs.keep(i % 3);
            }
          }
        });
  }

  private List<Kept> written() {
    return collections.drawings(collections.named(NAME)).all();
  }

  @Test
  void threeSignsAreDrawnLearnedAndRead(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.networkProperty().get() != null);
    begin(robot);
    assertThat(robot.lookup("#signs-train").queryButton().isDisabled()).isTrue();
    draw(robot, 6);
    waitFor(() -> written().size() == 18);
    assertThat(robot.lookup("#sign-1").queryAs(Button.class).getAccessibleText())
        .isEqualTo("Keep the drawing as ○; there are 6");
    robot.interact(() -> robot.lookup("#signs-train").queryButton().fire());
    waitFor(() -> "Shapes-signs".equals(pad.modelProperty().get().name()));
    waitFor(() -> Signs.NAMES.equals(pad.cardProperty().get().classes()));
    for (int sign = 0; sign < 3; sign++) {
      int drawn = sign;
      robot.interact(() -> pad.replace(Signs.draw(drawn, 100)));
      waitFor(() -> pad.currentProperty().get());
      assertThat(robot.lookup("#pad-digit").queryAs(Labeled.class).getText())
          .isEqualTo(Signs.NAMES.get(sign));
    }
    waitFor(() -> signs.learning().learnedProperty().get().judged() != null);
    assertThat(robot.lookup("#signs-state").queryAs(Labeled.class).getText())
        .startsWith("Learned 18 drawings in ");
    assertThat(collections.named(NAME).network()).isEqualTo("Shapes-signs");
    robot.interact(() -> signs.renameSign("○", "circle"));
    waitFor(() -> pad.cardProperty().get().classes().contains("circle"));
    robot.interact(() -> pad.replace(Signs.draw(1, 101)));
    waitFor(() -> pad.currentProperty().get());
    assertThat(robot.lookup("#pad-digit").queryAs(Labeled.class).getText()).isEqualTo("circle");
    assertThat(robot.lookup("#sign-1").queryAs(Button.class).getText()).isEqualTo("circle");
    robot.interact(() -> signs.rename("Forms"));
    waitFor(() -> "Forms".equals(signs.openProperty().get().name()));
    assertThat(signs.drawnProperty().get()).hasSize(18);
    robot.interact(signs::close);
    waitFor(() -> "inkling".equals(pad.modelProperty().get().name()));
    assertThat(robot.lookup("#signs").query().isVisible()).isFalse();
  }

  @Test
  void aDrawingIsRelabeledAndDeletedInTheStrip(FxRobot robot) throws TimeoutException {
    begin(robot);
    draw(robot, 2);
    waitFor(() -> written().size() == 6);
    robot.clickOn("#signs-strip .sign-tile");
    fire("signs-relabel-0");
    waitFor(() -> written().getLast().label() == 0);
    robot.clickOn("#signs-strip .sign-tile");
    fire("signs-delete");
    waitFor(() -> written().size() == 5);
    assertThat(signs.drawnProperty().get()).hasSize(5);
  }

  private static void fire(String id) {
    ContextMenu menu =
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .findFirst()
            .orElseThrow();
    Platform.runLater(
        () -> {
          menu.getItems().stream()
              .filter(item -> id.equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
        });
  }

  @Test
  void lettersKeepTheSignsBeyondTheTenth(FxRobot robot) throws TimeoutException {
    List<String> letters = List.of("а б в г д е ж з и й к л".split(" "));
    robot.interact(() -> signs.begin("Буквы", letters));
    waitFor(() -> signs.openProperty().get() != null);
    for (String typed : List.of("0", "b", "A")) {
      robot.interact(() -> pad.replace(Signs.draw(0, 0)));
      robot.interact(
          () ->
              Event.fireEvent(
                  robot.lookup("#signs").query().getScene(),
                  new KeyEvent(
                      KeyEvent.KEY_TYPED,
                      typed,
                      "",
                      KeyCode.UNDEFINED,
                      false,
                      false,
                      false,
                      false)));
    }
    assertThat(signs.drawnProperty().get()).extracting(Kept::label).containsExactly(9, 11, 10);
  }

  @Test
  void aCollectionIsRemovedAndBroughtBack(FxRobot robot) throws TimeoutException {
    begin(robot);
    draw(robot, 1);
    waitFor(() -> written().size() == 3);
    robot.interact(() -> item(robot, "signs-remove").fire());
    waitFor(() -> signs.openProperty().get() == null);
    assertThat(collections.all()).isEmpty();
    waitFor(() -> signs.removedProperty().get() != null);
    robot.interact(() -> item(robot, "signs-restore").fire());
    waitFor(() -> signs.openProperty().get() != null);
    assertThat(signs.drawnProperty().get()).hasSize(3);
    assertThat(collections.all()).extracting(SignCollection::name).containsExactly(NAME);
  }
}
