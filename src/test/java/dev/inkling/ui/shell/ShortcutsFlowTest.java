package dev.inkling.ui.shell;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.ink.Drawing;
import dev.inkling.support.TestStudio;
import dev.inkling.ui.kit.Shortcuts;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadViewModel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** All keys of the window and of its screens, whoever registered them. */
@ExtendWith(ApplicationExtension.class)
class ShortcutsFlowTest {
  @TempDir Path home;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private Studio studio;
  private MainWindow window;
  private Stage stage;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    studio = TestStudio.atOnce(home);
    window = new MainWindow(studio, texts, new Theme(Theme.Choice.LIGHT), 1000, 700);
    stage.setScene(window.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private Set<KeyCombination> keysNow() {
    return new HashSet<>(window.scene().getAccelerators().keySet());
  }

  @Test
  void keysActOnTheScreenInViewAlone(FxRobot robot) {
    Set<KeyCombination> everywhere = window.everywhere().actions().keySet();
    for (ScreenSwitch.Shown screen : window.screens()) {
      robot.interact(() -> window.open(screen.key()));
      Set<KeyCombination> own = screen.shortcuts().actions().keySet();
      assertThat(own).as("taken already").doesNotContainAnyElementsOf(everywhere);
      assertThat(keysNow()).as(screen.key()).containsAll(everywhere).containsAll(own);
      Set<KeyCombination> others = keysNow();
      others.removeAll(everywhere);
      others.removeAll(own);
      // An item of a menu has its keys by itself, as long as the menu is in the window.
      Set<String> told = new HashSet<>();
      screen.shortcuts().told().values().forEach(told::addAll);
      assertThat(others).as(screen.key()).allMatch(keys -> told.contains(keys.getDisplayText()));
    }
  }

  /** What the keys of the pad would do unseen. */
  @Test
  void noKeyTouchesTheDrawingFromElsewhere(FxRobot robot) {
    PadViewModel pad = studio.pad();
    robot.interact(pad::drawSample);
    Drawing drawn = pad.drawingProperty().get();
    for (String other : List.of("window.training", "window.results")) {
      robot.interact(() -> window.open(other));
      robot.push(KeyCode.DELETE).push(KeyCode.BACK_SPACE).push(KeyCode.E).push(KeyCode.DIGIT7);
      for (KeyCode code : List.of(KeyCode.Z, KeyCode.Y, KeyCode.D, KeyCode.V)) {
        robot.push(KeyCode.CONTROL, code);
      }
      assertThat(pad.drawingProperty().get()).as(other).isEqualTo(drawn);
      assertThat(pad.eraserProperty().get()).isFalse();
      assertThat(pad.keeping().keptProperty().get()).isNull();
    }
  }

  @Test
  void controlAndANumberGoToAScreenWhichThenIsLit(FxRobot robot) {
    List<KeyCode> digits = List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1);
    List<String> keys = List.of("window.training", "window.results", "window.inside", "window.pad");
    for (int i = 0; i < digits.size(); i++) {
      robot.push(KeyCode.CONTROL, digits.get(i));
      assertThat(window.inView()).isEqualTo(keys.get(i));
      assertThat(lit(robot)).containsExactly(keys.get(i).replace('.', '-'));
    }
    robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
    assertThat(window.inView()).isEqualTo("window.training");
    robot.push(KeyCode.CONTROL, KeyCode.PAGE_UP);
    assertThat(window.inView()).isEqualTo("window.pad");
    robot.interact(() -> robot.lookup("#window-pad").query().requestFocus());
    robot.push(KeyCode.RIGHT);
    assertThat(window.inView()).isEqualTo("window.training");
    assertThat(lit(robot)).containsExactly("window-training");
  }

  private static List<String> lit(FxRobot robot) {
    return robot.lookup(".header .toggle-button").queryAllAs(ToggleButton.class).stream()
        .filter(ToggleButton::isSelected)
        .map(ToggleButton::getId)
        .toList();
  }

  @Test
  void thePageOfShortcutsNamesThemAllInBothLanguages(FxRobot robot) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      robot.interact(() -> texts.setLocale(language));
      robot.push(KeyCode.F1);
      Pane page = robot.lookup("#shortcuts").queryAs(Pane.class);
      List<String> said =
          robot.from(page).lookup(".label").queryAllAs(Label.class).stream()
              .map(Label::getText)
              .toList();
      for (Shortcuts shortcuts : all()) {
        shortcuts.told().keySet().forEach(key -> assertThat(said).contains(texts.get(key)));
        for (KeyCombination keys : shortcuts.actions().keySet()) {
          assertThat(keys.getDisplayText()).isNotBlank();
        }
      }
      assertThat(said).contains("F1", "F11", "Esc", "0–9");
      robot.push(KeyCode.ESCAPE);
      assertThat(robot.lookup("#shortcuts").tryQuery()).isEmpty();
    }
  }

  private List<Shortcuts> all() {
    return Stream.concat(
            Stream.of(window.everywhere()),
            window.screens().stream().map(ScreenSwitch.Shown::shortcuts))
        .toList();
  }

  @Test
  void f11TakesTheWholeScreenAndGivesItBack(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.F11);
    waitFor(stage::isFullScreen);
    robot.push(KeyCode.F11);
    waitFor(() -> !stage.isFullScreen());
  }

  @Test
  void textsGrowAndShrinkWithWhatHoldsThem(FxRobot robot) {
    Region pad = robot.lookup("#window-pad").queryAs(Region.class);
    double before = pad.getHeight();
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.PLUS);
    assertThat(window.textSize().percentProperty().get()).isEqualTo(125);
    robot.interact(() -> window.scene().getRoot().layout());
    assertThat(pad.getHeight()).isGreaterThan(before);
    robot.push(KeyCode.CONTROL, KeyCode.MINUS).push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(window.textSize().percentProperty().get()).isEqualTo(100);
    robot.interact(() -> window.scene().getRoot().layout());
    assertThat(pad.getHeight()).isEqualTo(before);
  }

  @Test
  void tabLeavesATextAreaAndControlTabIsTyped(FxRobot robot) {
    TextArea notes = new TextArea();
    TextArea after = new TextArea();
    robot.interact(
        () -> {
          Scene scene = new Scene(new VBox(notes, after), 300, 200);
          new Theme(Theme.Choice.LIGHT).applyTo(scene);
          stage.setScene(scene);
          notes.requestFocus();
        });
    robot.push(KeyCode.CONTROL, KeyCode.TAB);
    assertThat(notes.getText()).isEqualTo("\t");
    robot.push(KeyCode.TAB);
    assertThat(after.isFocused()).isTrue();
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(notes.isFocused()).isTrue();
    assertThat(notes.getText()).isEqualTo("\t");
  }
}
