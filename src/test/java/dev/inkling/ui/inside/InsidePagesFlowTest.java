package dev.inkling.ui.inside;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.diagram.FirstLayerFigure;
import dev.inkling.file.AppFolders;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.layer.Layer;
import dev.inkling.model.Model;
import dev.inkling.model.ModelFolder;
import dev.inkling.model.Network;
import dev.inkling.run.Run;
import dev.inkling.run.RunStore;
import dev.inkling.support.IdxFiles;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import dev.inkling.support.TinyModels;
import dev.inkling.ui.chart.FigureChart;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.pad.PadViewModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a person does on the pages beside the network's picture, with a real network. */
@ExtendWith(ApplicationExtension.class)
class InsidePagesFlowTest {
  /** Without cropping, hardly a pixel is left of it. */
  private static final Drawing SMALL_SEVEN =
      Drawing.EMPTY.with(
          new Stroke(List.of(new Point(20, 20), new Point(50, 20), new Point(30, 68)), 4, false));

  @TempDir Path home;

  private TestWindow window;
  private PadViewModel pad;

  @Start
  void open(Stage stage) {
    IdxFiles.writeMnist(TestStudio.folders(home).mnist(), 50);
    makeRun(new AppFolders(home, home, home, home));
    window = new TestWindow(stage, home, 1000, 860);
    pad = window.studio.pad();
    pad.loadModels("lenet5-relu");
    window.studio.training().refresh();
  }

  private static void makeRun(AppFolders folders) {
    Model model = TinyModels.untrained("tiny");
    List<Layer> layers = model.card().parsedLayers();
    Run run = new RunStore(folders).create("tiny", model.card().recipe(), "synthetic");
    for (int epoch = 1; epoch <= 3; epoch++) {
      Model trained = new Model(model.card(), Network.initialWeights(layers, epoch));
      ModelFolder.write(run.checkpoint(epoch), trained);
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void open(FxRobot robot, String page) throws TimeoutException {
    waitFor(() -> pad.cardProperty().get() != null);
    waitFor(() -> pad.cardProperty().get().name().equals("lenet5-relu"));
    robot.clickOn("#window-inside");
    robot.clickOn("#inside-page-" + page);
  }

  private void draw(FxRobot robot, Drawing drawing) {
    robot.interact(() -> pad.replace(drawing));
  }

  @Test
  void aStepOfFramingIsSwitchedOffAndOn(FxRobot robot) throws TimeoutException {
    open(robot, "framing");
    draw(robot, SMALL_SEVEN);
    waitFor(() -> !text(robot, "#inside-framing-whole").isEmpty());
    String whole = text(robot, "#inside-framing-whole");
    assertThat(text(robot, "#inside-framing-partial")).isEqualTo(whole);

    robot.clickOn("#inside-framing-step-crop");
    waitFor(() -> !text(robot, "#inside-framing-partial").equals(whole));
    assertThat(text(robot, "#inside-framing-whole")).isEqualTo(whole);

    robot.clickOn("#inside-framing-step-crop");
    waitFor(() -> text(robot, "#inside-framing-partial").equals(whole));
  }

  @Test
  void aRunnerUpIsChosenToBeExplained(FxRobot robot) throws TimeoutException {
    open(robot, "why");
    draw(robot, Subjects.FOUR);
    waitFor(() -> text(robot, "#inside-why-question").equals("Why 4?"));
    Pane strokes = robot.lookup("#inside-why-strokes").queryAs(Pane.class);
    assertThat(strokes.getChildren()).hasSize(2);

    robot.clickOn("#inside-why-9");
    waitFor(() -> text(robot, "#inside-why-question").equals("Why not 9?"));
    robot.interact(() -> pad.replace(Subjects.ONE));
    waitFor(() -> strokes.getChildren().size() == 1);
    assertThat(text(robot, "#inside-why-question")).isEqualTo("Why not 9?");

    robot.clickOn("#inside-why-9");
    waitFor(() -> text(robot, "#inside-why-question").equals("Why 1?"));

    robot.clickOn("#inside-why-by-guided");
    assertThat(text(robot, "#inside-why-can")).contains("Adebayo");
    robot.type(KeyCode.RIGHT).type(KeyCode.SPACE);
    assertThat(text(robot, "#inside-why-can")).contains("Selvaraju");
  }

  @Test
  void aVersionIsPutOnThePadAndTakenBack(FxRobot robot) throws TimeoutException {
    open(robot, "sure");
    draw(robot, Subjects.FOUR);
    waitFor(() -> text(robot, "#inside-sure-summary").contains("of 77 versions"));
    robot.clickOn("#sure-ROTATION-0");
    waitFor(() -> !pad.drawingProperty().get().equals(Subjects.FOUR));
    robot.interact(pad::undo);
    assertThat(pad.drawingProperty().get()).isEqualTo(Subjects.FOUR);

    waitFor(() -> text(robot, "#inside-sure-summary").startsWith("A 4"));
    robot.type(KeyCode.DOWN, KeyCode.RIGHT);
    assertThat(robot.lookup("#sure-SCALE-1").query().isFocused()).isTrue();
    assertThat(text(robot, "#inside-sure-looked")).contains("0.6×");
    robot.type(KeyCode.ENTER);
    waitFor(() -> !pad.drawingProperty().get().equals(Subjects.FOUR));
  }

  @Test
  void aLayerIsSilencedAndRestored(FxRobot robot) throws TimeoutException {
    open(robot, "break");
    draw(robot, Subjects.FOUR);
    waitFor(() -> text(robot, "#break-accuracy").endsWith("%"));
    waitFor(() -> text(robot, "#inside-break-copy").startsWith("4 ·"));
    String whole = text(robot, "#break-accuracy-whole");
    assertThat(text(robot, "#break-accuracy")).isEqualTo(whole);
    assertThat(robot.lookup("#break-restore").query().isDisabled()).isTrue();

    robot.clickOn("#break-all");
    waitFor(() -> !text(robot, "#break-accuracy").equals(whole));
    assertThat(text(robot, "#inside-break-whole")).startsWith("4 ·");

    robot.clickOn("#break-restore");
    waitFor(() -> text(robot, "#break-accuracy").equals(whole));
    waitFor(() -> text(robot, "#inside-break-copy").startsWith("4 ·"));

    robot.interact(() -> robot.lookup("#break-noise").queryAs(Slider.class).requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(text(robot, "#break-noise-strength")).isEqualTo("0.05 σ");
    assertThat(robot.lookup("#break-restore").query().isDisabled()).isFalse();
  }

  @Test
  void theEpochsOfARunAreGoneThrough(FxRobot robot) throws TimeoutException, IOException {
    open(robot, "film");
    waitFor(() -> window.studio.training().runs().runs().size() == 1);
    waitFor(() -> text(robot, "#film-epoch").startsWith("After 10 epochs"));
    assertThat(robot.lookup("#film-alone").query().isVisible()).isTrue();
    draw(robot, Subjects.FOUR);

    ComboBox<?> source = robot.lookup("#film-source").queryComboBox();
    robot.interact(source::requestFocus);
    robot.type(KeyCode.DOWN);
    waitFor(() -> text(robot, "#film-epoch").equals("Epoch 3 of 3"));
    FigureChart filters = robot.lookup("#film-filters").queryAs(FigureChart.class);
    assertThat(filters.figureProperty().get())
        .isInstanceOfSatisfying(
            FirstLayerFigure.class,
            figure -> assertThat(figure.layer().tiles().count()).isEqualTo(4));
    assertThat(robot.lookup("#filters-histograms").queryAs(Pane.class).getChildren()).hasSize(3);

    robot.interact(() -> robot.lookup("#film-slider").queryAs(Slider.class).requestFocus());
    robot.type(KeyCode.LEFT);
    assertThat(text(robot, "#film-epoch")).isEqualTo("Epoch 2 of 3");
    robot.type(KeyCode.HOME);
    assertThat(text(robot, "#film-epoch")).isEqualTo("Before training");
    FilmLooks looks = window.studio.inside().film().looks();
    waitFor(() -> !looks.answerProperty().getValue().isBlank());
    robot.type(KeyCode.END);
    robot.clickOn("#film-play");
    waitFor(() -> text(robot, "#film-epoch").equals("Epoch 1 of 3"));
    robot.interact(() -> robot.lookup("#film-slider").query().requestFocus());
    robot.type(KeyCode.SPACE);
    assertThat(window.studio.inside().film().playback().playingProperty().get()).isFalse();

    FilmView view = robot.lookup("#inside-film").queryAs(FilmView.class);
    waitFor(() -> view.canMove().getValue());
    Path file = home.resolve("film.gif");
    robot.interact(() -> window.studio.inside().save(view.film().gif(), file));
    waitFor(() -> window.studio.notices().told().contains(new Notice.Saved(file)));
    assertThat(frames(file)).isEqualTo(4);
    robot.interact(() -> robot.lookup("#film-map").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(text(robot, "#film-facts")).contains("A 0, read as");
  }

  private static int frames(Path file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      return reader.getNumImages(true);
    }
  }

  @Test
  void everyPageIsSavedAsAPicture(FxRobot robot) throws TimeoutException {
    open(robot, "network");
    draw(robot, Subjects.FOUR);
    waitFor(window.studio.inside()::isCurrent);
    SaveMenu menu = robot.lookup("#inside-save").queryAs(SaveMenu.class);
    for (Page page : Page.values()) {
      Path file = home.resolve(page + ".png");
      robot.interact(() -> window.studio.inside().pageProperty().set(page));
      robot.interact(() -> window.studio.inside().save(menu.png(), file));
      waitFor(() -> window.studio.notices().told().contains(new Notice.Saved(file)));
      BufferedImage picture = read(file);
      assertThat(picture.getWidth()).as(page.name()).isGreaterThan(1_000);
      assertThat(colors(picture)).as(page.name()).hasSizeGreaterThan(8);
    }
  }

  private static BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The colours of every tenth pixel of every tenth row. */
  private static Set<Integer> colors(BufferedImage picture) {
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += 10) {
      for (int x = 0; x < picture.getWidth(); x += 10) {
        colors.add(picture.getRGB(x, y));
      }
    }
    return colors;
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
