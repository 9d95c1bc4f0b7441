package dev.inkling.ui.shell;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.support.Looks;
import dev.inkling.support.TestWindow;
import dev.inkling.text.Problem;
import dev.inkling.ui.inside.Page;
import dev.inkling.ui.results.ResultsViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What every screen owes to who sees badly, or uses the keyboard alone, or has a small screen. */
@ExtendWith(ApplicationExtension.class)
class LookFlowTest {
  private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

  /** Pixels that have to change by 3:1 where the focus comes: two sides of a small button. */
  private static final int RING = 40;

  @TempDir Path home;

  private TestWindow window;
  private Scene scene;

  @Start
  void open(Stage stage) {
    window = new TestWindow(stage, home, 960, 600);
    scene = stage.getScene();
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  /** Does something on every screen and page, with as much on them as there is without training. */
  private void everywhere(FxRobot robot, Runnable look) throws TimeoutException {
    waitFor(() -> window.studio.pad().networkProperty().get() != null);
    robot.interact(window.studio.pad()::drawSample);
    robot.interact(() -> window.studio.results().dataProperty().set(DataSource.SYNTHETIC));
    open(robot, "pad", look);
    open(robot, "training", look);
    open(robot, "results", () -> {});
    waitFor(() -> !window.studio.results().workingProperty().get());
    for (ResultsViewModel.Page page : ResultsViewModel.Page.values()) {
      robot.interact(() -> window.studio.results().pageProperty().set(page));
      look(robot, look);
    }
    open(robot, "inside", () -> {});
    for (Page page : Page.values()) {
      robot.interact(() -> window.studio.inside().pageProperty().set(page));
      look(robot, look);
    }
  }

  private void open(FxRobot robot, String screen, Runnable look) {
    robot.interact(() -> ((ToggleButton) scene.lookup("#window-" + screen)).fire());
    look(robot, look);
  }

  private static void look(FxRobot robot, Runnable look) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(look);
  }

  @Test
  void everyTextStandsOutFromWhatIsBehindIt(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          window.studio.notices().topic("a").fail(new Problem("problem.file.missing", "7.png"));
          window.studio.notices().goodNews("program.imported.run", "7");
        });
    Set<String> faint = new LinkedHashSet<>();
    everywhere(
        robot,
        () -> {
          for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            window.theme.choiceProperty().set(choice);
            scene.getRoot().applyCss();
            Looks.faint(scene.getRoot()).forEach(each -> faint.add(choice + " " + each));
          }
        });
    assertThat(faint).isEmpty();
  }

  @Test
  void oneSeesWhereTheKeyboardIs(FxRobot robot) throws TimeoutException {
    Set<String> unseen = new LinkedHashSet<>();
    everywhere(
        robot,
        () -> {
          for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            window.theme.choiceProperty().set(choice);
            for (Node node : focusable()) {
              int changed = changedByFocus(node);
              if (changed < RING) {
                unseen.add(choice + " " + changed + Looks.path(node));
              }
            }
          }
        });
    assertThat(unseen).isEmpty();
  }

  /** Of what can be seen, all that the keyboard gets to. */
  private List<Node> focusable() {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    // A scroll pane's picture of what it shows is made anew in a pulse, and there is none between.
    scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
    return Looks.seen(scene.getRoot()).stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(node -> node.getLayoutBounds().getWidth() > 0)
        .filter(LookFlowTest::isInView)
        .toList();
  }

  /** Not scrolled away. */
  private static boolean isInView(Node node) {
    Bounds place = scene(node);
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      boolean isHolder =
          each.getParent() == null || each instanceof VirtualFlow || each instanceof ScrollPane;
      if (isHolder && !scene(each).contains(place)) {
        return false;
      }
    }
    return true;
  }

  private static Bounds scene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private int changedByFocus(Node node) {
    WritableImage before = picture(node);
    node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
    node.pseudoClassStateChanged(FOCUS_VISIBLE, true);
    WritableImage after = picture(node);
    node.pseudoClassStateChanged(FOCUS_VISIBLE, false);
    node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), node.isFocused());
    int changed = 0;
    for (int y = 0; y < before.getHeight(); y++) {
      for (int x = 0; x < before.getWidth(); x++) {
        boolean isClear =
            Looks.contrast(
                    before.getPixelReader().getColor(x, y), after.getPixelReader().getColor(x, y))
                >= 3;
        changed += isClear ? 1 : 0;
      }
    }
    return changed;
  }

  private WritableImage picture(Node node) {
    Bounds place = scene(node);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(
        new Rectangle2D(
            Math.max(0, place.getMinX() - 6),
            Math.max(0, place.getMinY() - 6),
            place.getWidth() + 12,
            place.getHeight() + 12));
    return scene.getRoot().snapshot(parameters, null);
  }

  @Test
  void everythingCanBeReachedInASmallWindow(FxRobot robot) throws TimeoutException {
    Set<String> outside = new LinkedHashSet<>();
    everywhere(
        robot,
        () -> {
          for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            window.texts.setLocale(language);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Looks.seen(scene.getRoot()).stream()
                .filter(Node::isFocusTraversable)
                .filter(LookFlowTest::isOutside)
                .forEach(node -> outside.add(language + Looks.path(node)));
          }
        });
    assertThat(outside).isEmpty();
  }

  /** Beyond what the next pane around it can scroll to, or beyond the window. */
  private static boolean isOutside(Node node) {
    Node held = node;
    for (Node each = node; each.getParent() != null; each = each.getParent()) {
      Node around = each.getParent();
      if (around instanceof VirtualFlow || around instanceof ScrollPane) {
        if (around instanceof ScrollPane pane && isBeyond(held, pane.getContent())) {
          return true;
        }
        held = around;
      }
    }
    return isBeyond(held, node.getScene().getRoot());
  }

  private static boolean isBeyond(Node node, Node around) {
    Bounds place = around.sceneToLocal(scene(node));
    Bounds room = around.getLayoutBounds();
    return place.getMinX() < room.getMinX() - 1
        || place.getMinY() < room.getMinY() - 1
        || place.getMaxX() > room.getMaxX() + 1
        || place.getMaxY() > room.getMaxY() + 1;
  }

  @Test
  void dialogsAreThemedAndFitASmallWindow(FxRobot robot) {
    Diagnostics diagnostics = Diagnostics.now();
    List<String> faint = new ArrayList<>();
    for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
      robot.interact(
          () -> {
            window.theme.choiceProperty().set(choice);
            new AboutDialog(scene.getWindow(), window.texts, diagnostics).show();
          });
      Window dialog = Window.getWindows().getLast();
      WaitForAsyncUtils.waitForFxEvents();
      robot.interact(() -> faint.addAll(Looks.faint(dialog.getScene().getRoot())));
      assertThat(dialog.getHeight()).isLessThanOrEqualTo(600);
      assertThat(dialog.getWidth()).isLessThanOrEqualTo(960);
      robot.interact(dialog::hide);
    }
    assertThat(faint).isEmpty();
  }
}
