package dev.inkling.ui.results;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.data.DataSource;
import dev.inkling.data.Digits;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Synthetic;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.results.GalleryFilter.Kind;
import dev.inkling.ui.results.ResultsViewModel.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does to see where a network fails, in the real window with a real network. */
@ExtendWith(ApplicationExtension.class)
class ResultsFlowTest {
  private static final int COUNT = 100;

  /** So many threes are labeled as eights, which makes them the most frequent error. */
  private static final int MISLABELED = 5;

  private static final String SEVENS =
      """
      {"label":7,"strokes":[[[80,60],[200,60],[130,220]]]}
      {"label":7,"strokes":[[[90,60],[190,60],[120,220]]]}
      """;

  @TempDir Path home;

  private TestWindow window;
  private Path images;
  private DrawingStore drawings;
  private PadViewModel pad;
  private ResultsViewModel results;
  private Texts texts;

  @Start
  void open(Stage stage) {
    images = IdxFiles.write(home.resolve("images"), Synthetic.digits(12, 1), mislabeled());
    window = new TestWindow(stage, home, 990, 900);
    drawings = new DrawingStore(TestStudio.folders(home).drawings());
    pad = window.studio.pad();
    results = window.studio.results();
    texts = window.texts;
  }

  private static Digits mislabeled() {
    Digits digits = Synthetic.digits(COUNT, 3);
    byte[] labels = digits.labels().clone();
    int left = MISLABELED;
    for (int i = 0; i < labels.length && left > 0; i++) {
      if (labels[i] == 3) {
        labels[i] = 8;
        left--;
      }
    }
    return new Digits(digits.pixels(), labels);
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void openResults(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-results");
    robot.interact(() -> results.choose(images));
    waitFor(() -> results.evaluatedProperty().get() != null);
  }

  @Test
  void withoutMnistTheScreenSaysWhatToDo(FxRobot robot) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-results");
    waitFor(() -> results.missingProperty().get());
    assertThat(isShown(robot, "#results-download")).isTrue();
    assertThat(isShown(robot, "#confusion")).isFalse();
    assertThat(text(robot, "#results-status-text")).contains("MNIST is not on this computer");
  }

  @Test
  void theWorstCellLeadsToASampleOnThePadAndBackAsADrawingOfOnesOwn(FxRobot robot)
      throws TimeoutException {
    openResults(robot);
    assertThat(text(robot, "#results-accuracy")).endsWith("%");
    Region card = robot.lookup(".table-panel").queryAs(Region.class);
    double around = card.getInsets().getTop() + card.getInsets().getBottom();
    assertThat(card.minHeight(-1)) // in a low window the table stays in its card
        .isGreaterThanOrEqualTo(robot.lookup("#results-classes").query().minHeight(-1) + around);
    assertThat(text(robot, "#cell-8-3")).isEqualTo(String.valueOf(MISLABELED));
    robot.clickOn("#cell-8-3");
    assertThat(results.pageProperty().get()).isEqualTo(Page.GALLERY);
    assertThat(text(robot, "#gallery-count")).isEqualTo("5 of 100 samples");

    robot.clickOn(firstTile(robot));
    waitFor(() -> isShown(robot, "#sample"));
    assertThat(text(robot, "#sample-title")).endsWith("8, read as 3");
    robot.clickOn("#sample-pad");
    waitFor(() -> !pad.drawingProperty().get().isEmpty() && pad.currentProperty().get());
    assertThat(isShown(robot, "#pad-canvas")).isTrue();
    assertThat(text(robot, "#pad-digit")).isEqualTo("3");

    robot.type(KeyCode.DIGIT3);
    waitFor(() -> drawings.all().size() == 1);
    robot.clickOn("#window-results");
    robot.interact(() -> results.dataProperty().set(DataSource.DRAWINGS));
    waitFor(() -> results.evaluatedProperty().get() != null);
    assertThat(text(robot, "#results-accuracy")).startsWith("100");
    assertThat(text(robot, "#results-mnist")).startsWith("99.");
    robot.clickOn("#results-page-gallery");
    robot.clickOn("#results-filter-reset").clickOn("#results-filter-all");
    robot.clickOn(firstTile(robot));
    waitFor(() -> isShown(robot, "#results-sample-delete"));
    assertThat(text(robot, "#sample-title")).isEqualTo("No. 0 · 3, read right");

    robot.push(KeyCode.DELETE);
    waitFor(() -> drawings.all().isEmpty() && results.failureProperty().get() != null);
    assertThat(text(robot, "#results-status-text")).startsWith("There are no drawings of yours");
    assertThat(isShown(robot, "#no-drawings-import")).isTrue();
    robot.clickOn("#no-drawings-undo");
    waitFor(() -> drawings.all().size() == 1 && results.evaluatedProperty().get() != null);
    assertThat(isShown(robot, "#gallery")).isTrue();
    assertThat(isShown(robot, "#results-drawings-undo")).isFalse();
  }

  @Test
  void anEmptyCollectionCanBeFilledAndADeletedDrawingComesBackOnAnyPage(FxRobot robot)
      throws IOException, TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    robot.clickOn("#window-results");
    assertThat(isShown(robot, "#no-drawings-import")).isFalse();
    robot.interact(() -> results.dataProperty().set(DataSource.DRAWINGS));
    waitFor(() -> results.failureProperty().get() != null);
    assertThat(isShown(robot, "#no-drawings-undo")).isFalse();
    robot.clickOn("#no-drawings-import");
    waitFor(() -> robot.lookup("#no-drawings-import-strokes").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);

    Path file = Files.writeString(home.resolve("in.jsonl"), SEVENS);
    robot.interact(() -> results.drawings().importFrom(file));
    waitFor(() -> results.evaluatedProperty().get() != null);
    waitFor(() -> robot.listWindows().size() > 1); // what came in is told
    robot.push(KeyCode.ENTER);
    robot.interact(
        () -> {
          results.drawings().delete(drawings.all().getFirst());
          results.pageProperty().set(Page.OVERVIEW);
        });
    waitFor(() -> isShown(robot, "#results-drawings-undo"));
    robot.clickOn("#results-drawings-undo");
    waitFor(() -> drawings.all().size() == 2);
  }

  @Test
  void theMatrixIsReadWithTheKeyboard(FxRobot robot) throws TimeoutException {
    openResults(robot);
    Node first = robot.lookup("#cell-0-0").query();
    robot.interact(first::requestFocus);
    robot.type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT);
    Node cell = robot.lookup("#cell-1-1").query();
    assertThat(cell.isFocused()).isTrue();
    assertThat(cell.getAccessibleText()).startsWith("1 read as 1:").endsWith("Right.");
    assertThat(first.isFocusTraversable()).isFalse();
    robot.type(KeyCode.UP).type(KeyCode.UP);
    assertThat(robot.lookup("#cell-0-1").query().isFocused()).isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(results.gallery().filterProperty().get()).isEqualTo(GalleryFilter.cell(0, 1));

    robot.interact(() -> texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    assertThat(cell.getAccessibleText()).startsWith("1 读作 1");
  }

  @Test
  void percentagesAreOfTheRow(FxRobot robot) throws TimeoutException {
    openResults(robot);
    int row = results.evaluatedProperty().get().results().evaluation().perClass().get(8).count();
    robot.clickOn("#results-matrix-percent");
    assertThat(text(robot, "#cell-8-3"))
        .isEqualTo(String.format(Locale.ENGLISH, "%.1f", 100.0 * MISLABELED / row));
  }

  @Test
  void arrowsGoFromSampleToSampleAndFewTilesExist(FxRobot robot) throws TimeoutException {
    openResults(robot);
    robot.interact(() -> results.openGallery(GalleryFilter.of(Kind.ALL)));
    robot.interact(
        () ->
            results
                .gallery()
                .orderProperty()
                .set(GalleryOrder.WORST_FIRST.withBy(GalleryOrder.By.INDEX).withDescending(false)));
    robot.clickOn(firstTile(robot));
    assertThat(results.gallery().selectedProperty().get()).isZero();
    assertThat(firstTile(robot).queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .asString()
        .startsWith("Number 0: ");
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(results.gallery().selectedProperty().get()).isEqualTo(2);
    robot.type(KeyCode.END);
    assertThat(results.gallery().selectedProperty().get()).isEqualTo(COUNT - 1);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(tiles(robot)).anyMatch(tile -> ((Tile) tile).sample() == COUNT - 1);
    assertThat(tiles(robot)).hasSizeLessThan(COUNT);
    robot.type(KeyCode.HOME);
    assertThat(results.gallery().selectedProperty().get()).isZero();
  }

  @Test
  void tabsMatrixAndTilesAreOneStopEachAndEscClosesTheDetails(FxRobot robot)
      throws TimeoutException {
    openResults(robot);
    assertThat(
            stops(
                robot,
                "#results-page-overview",
                "#results-page-gallery",
                "#results-page-compare",
                "#results-page-epochs"))
        .isEqualTo(1);
    assertThat(
            robot.lookup("#confusion .matrix-cell").queryAll().stream()
                .filter(Node::isFocusTraversable)
                .filter(ResultsFlowTest::isShown))
        .hasSize(1);
    robot.interact(() -> robot.lookup("#results-page-overview").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(results.pageProperty().get())
        .as("the tab that is lit is shown")
        .isEqualTo(Page.GALLERY);
    assertThat(tiles(robot)).noneMatch(Node::isFocusTraversable);

    robot.interact(() -> results.gallery().filterProperty().set(GalleryFilter.of(Kind.ALL)));
    robot.clickOn(firstTile(robot));
    waitFor(() -> isShown(robot, "#sample"));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> !isShown(robot, "#sample"));
    assertThat(results.gallery().selectedProperty().get()).isNull();
  }

  private static long stops(FxRobot robot, String... ids) {
    return Stream.of(ids).filter(id -> robot.lookup(id).query().isFocusTraversable()).count();
  }

  @Test
  void aTermIsExplainedWhereItStands(FxRobot robot) throws TimeoutException {
    openResults(robot);
    for (String term :
        List.of("matrix", "reliability", "class-precision", "class-recall", "class-f1")) {
      Node info = robot.lookup("#results-" + term + "-help").query();
      assertThat(info.getAccessibleText()).startsWith("What does “");
      assertThat(info.getAccessibleHelp().split("[.;] ")).as(term).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static Set<Node> tiles(FxRobot robot) {
    return robot.lookup("#gallery .tile").queryAll();
  }

  private Node firstTile(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    int first = results.gallery().shownProperty().get().getFirst();
    return tiles(robot).stream()
        .filter(tile -> tile.isVisible() && ((Tile) tile).sample() == first)
        .findFirst()
        .orElseThrow();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private static boolean isShown(FxRobot robot, String id) {
    return isShown(robot.lookup(id).query());
  }

  private static boolean isShown(Node wanted) {
    Node node = wanted;
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return node == null;
  }
}
