package dev.inkling.ui.pad;

import static dev.inkling.support.Waiting.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.inkling.data.DrawingStore;
import dev.inkling.data.Kept;
import dev.inkling.file.PngFile;
import dev.inkling.ink.Drawing;
import dev.inkling.model.ModelLibrary;
import dev.inkling.support.PictureSamples;
import dev.inkling.support.Pictures;
import dev.inkling.support.TestStudio;
import dev.inkling.support.TestWindow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a person does with the mouse and the keyboard, in the real window with a real network. */
@ExtendWith(ApplicationExtension.class)
class PadFlowTest {
  @TempDir Path folder;

  private TestWindow window;
  private PadViewModel pad;
  private DrawingStore drawings;
  private Stage stage;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    window = new TestWindow(stage, folder, 960, 700);
    pad = window.studio.pad();
    drawings = new DrawingStore(TestStudio.folders(folder).drawings());
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  @Test
  void aDrawnSevenIsReadAsSeven(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    waitFor(() -> digit(robot).equals("7"));
    assertThat(label(robot, "#pad-confidence")).contains("%");
    assertThat(label(robot, "#probability-7")).isNotBlank();
    assertThat(robot.lookup("#pad-input").queryAs(ImageView.class).getImage()).isNotNull();
    assertThat(robot.lookup("#pad-hint").query().getParent().isVisible()).isFalse();
  }

  @Test
  void theDigitIsNamedWhileTheButtonIsStillDown(FxRobot robot) throws TimeoutException {
    drag(robot, "90,60 190,60");
    drag(robot, "190,60 130,220");
    robot.interact(pad::clear);
    robot.moveTo(at(robot, 90, 60)).press(MouseButton.PRIMARY);
    robot.moveTo(at(robot, 190, 60)).moveTo(at(robot, 130, 220));
    waitFor(() -> digit(robot).equals("7"));
    assertThat(pad.strokeProperty().get()).isNotNull();
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void whatIsNoDigitIsCalledSo(FxRobot robot) throws TimeoutException {
    drag(robot, "90,60 80,220");
    drag(robot, "190,60 180,220");
    drag(robot, "50,110 230,105");
    drag(robot, "50,170 230,165");
    waitFor(() -> digit(robot).equals("?"));
    assertThat(label(robot, "#pad-confidence")).isEqualTo("Not a digit?");
    assertThat(robot.lookup(".bars .bar").<Node>queryAll())
        .hasSize(10)
        .noneMatch(bar -> bar.getPseudoClassStates().contains(PseudoClass.getPseudoClass("best")));
  }

  @Test
  void clearingLeavesNoDigit(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    waitFor(() -> digit(robot).equals("7"));
    robot.clickOn("#pad-clear");
    waitFor(() -> digit(robot).isEmpty());
    assertThat(label(robot, "#probability-7")).isEmpty();
    assertThat(label(robot, "#pad-hint")).isEqualTo("Draw a digit");
    assertThat(robot.lookup("#pad-hint").query().getParent().isVisible()).isTrue();
  }

  @Test
  void undoTakesAStrokeBackAndRedoBringsItAgain(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    drag(robot, "110,140 170,140");
    assertThat(pad.drawingProperty().get().marks()).hasSize(2);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(pad.drawingProperty().get().marks()).hasSize(1);
    robot.clickOn("#pad-undo");
    waitFor(() -> digit(robot).isEmpty());
    assertThat(robot.lookup("#pad-undo").query().isDisabled()).isTrue();
    robot.clickOn("#pad-redo");
    waitFor(() -> digit(robot).equals("7"));
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(pad.drawingProperty().get().marks()).hasSize(2);
    assertThat(robot.lookup("#pad-redo").query().isDisabled()).isTrue();
  }

  @Test
  void clearingCanBeUndone(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    robot.push(KeyCode.DELETE);
    waitFor(() -> digit(robot).isEmpty());
    robot.clickOn("#pad-undo");
    waitFor(() -> digit(robot).equals("7"));
  }

  @Test
  void theEraserTakesInkAway(FxRobot robot) throws TimeoutException {
    drag(robot, "60,140 220,140");
    waitFor(() -> !digit(robot).isEmpty());
    robot.clickOn("#pad-eraser");
    robot.interact(() -> pad.brushWidthProperty().set(PadViewModel.MAX_WIDTH));
    drag(robot, "40,140 240,140");
    waitFor(() -> digit(robot).isEmpty());
    robot.push(KeyCode.P);
    assertThat(pad.eraserProperty().get()).isFalse();
  }

  @Test
  void aKeyTakesTheEraser(FxRobot robot) {
    robot.push(KeyCode.E);
    assertThat(pad.eraserProperty().get()).isTrue();
  }

  /** Brackets are written with AltGr on many keyboards, which some have with Ctrl and Alt. */
  @Test
  void everyKeyboardCanChangeTheBrush(FxRobot robot) {
    for (String wider : new String[] {"+", "]", "="}) {
      assertThat(widthAfter(robot, wider, false)).as(wider).isEqualTo(20);
    }
    for (String thinner : new String[] {"-", "−", "["}) {
      assertThat(widthAfter(robot, thinner, false)).as(thinner).isEqualTo(16);
    }
    assertThat(widthAfter(robot, "]", true)).as("with AltGr").isEqualTo(20);
    assertThat(widthAfter(robot, "x", false)).isEqualTo(18);
  }

  private double widthAfter(FxRobot robot, String typed, boolean isAltGr) {
    robot.interact(
        () -> {
          pad.brushWidthProperty().set(18);
          Event.fireEvent(
              robot.lookup("#pad-canvas").query(),
              new KeyEvent(
                  KeyEvent.KEY_TYPED,
                  typed,
                  "",
                  KeyCode.UNDEFINED,
                  false,
                  isAltGr,
                  isAltGr,
                  false));
        });
    return pad.brushWidthProperty().get();
  }

  @Test
  void byKeysToOneOfPenAndEraserIsAlwaysDown(FxRobot robot) {
    ToggleButton pen = robot.lookup("#pad-pen").queryAs(ToggleButton.class);
    ToggleButton eraser = robot.lookup("#pad-eraser").queryAs(ToggleButton.class);
    assertThat(pen.isSelected()).isTrue();
    robot.interact(pen::requestFocus);
    for (KeyCode key :
        List.of(
            KeyCode.SPACE,
            KeyCode.RIGHT,
            KeyCode.SPACE,
            KeyCode.LEFT,
            KeyCode.E,
            KeyCode.E,
            KeyCode.P,
            KeyCode.RIGHT,
            KeyCode.RIGHT,
            KeyCode.LEFT,
            KeyCode.SPACE)) {
      robot.push(key);
      assertThat(eraser.isSelected()).as("after %s", key).isNotEqualTo(pen.isSelected());
      assertThat(pad.eraserProperty().get()).as("after %s", key).isEqualTo(eraser.isSelected());
    }
    robot.push(KeyCode.P);
    robot.interact(pen::requestFocus);
    robot.push(KeyCode.RIGHT);
    assertThat(eraser.isSelected()).as("an arrow chooses").isTrue();
  }

  @Test
  void onOtherScreensThePadsKeysDoNothing(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    Drawing before = pad.drawingProperty().get();
    for (String screen : new String[] {"#window-training", "#window-results"}) {
      robot.clickOn(screen);
      robot.push(KeyCode.DELETE).push(KeyCode.BACK_SPACE).push(KeyCode.E);
      robot.push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.CONTROL, KeyCode.Z);
    }
    assertThat(pad.drawingProperty().get()).isSameAs(before);
    assertThat(pad.eraserProperty().get()).isFalse();
    robot.clickOn("#window-pad").push(KeyCode.E).push(KeyCode.DELETE);
    assertThat(pad.eraserProperty().get()).isTrue();
    assertThat(pad.emptyBinding().get()).isTrue();
  }

  @Test
  void answerAndDrawingAreCopied(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    waitFor(() -> digit(robot).equals("7") && pad.currentProperty().get());
    robot.push(KeyCode.CONTROL, KeyCode.C);
    AtomicReference<String> text = new AtomicReference<>();
    robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
    assertThat(text.get()).isEqualTo("7");
    assertThat(shows(robot, "Copied: 7")).isTrue();

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    AtomicReference<Image> copied = new AtomicReference<>();
    robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getImage()));
    PixelReader pixels = copied.get().getPixelReader();
    assertThat(copied.get().getWidth()).isEqualTo(4 * Drawing.SIZE);
    assertThat(pixels.getArgb(4 * 140, 4 * 58)).as("ink").isEqualTo(0xff000000);
    assertThat(pixels.getArgb(20, 20)).as("paper").isEqualTo(0xffffffff);

    robot.push(KeyCode.DELETE);
    assertThat(robot.lookup("#pad-share").queryAs(MenuButton.class).getItems())
        .filteredOn(item -> item.getAccelerator() != null)
        .hasSize(4)
        .allMatch(MenuItem::isDisable);
  }

  @Test
  void aDrawingIsSavedAsAPicture(FxRobot robot) throws IOException, TimeoutException {
    Path file = folder.resolve("drawing.png");
    drawSeven(robot);
    robot.interact(
        () -> {
          Image picture = InkPainter.picture(pad.drawingProperty().get());
          BufferedImage written = SwingFXUtils.fromFXImage(picture, null);
          pad.save(out -> PngFile.write(out, written), file);
        });
    waitFor(() -> Files.exists(file));
    assertThat(ImageIO.read(file.toFile()).getRGB(4 * 140, 4 * 58)).isEqualTo(0xff000000);
    robot.interact(() -> pad.open(file));
    waitFor(() -> pad.sight().sightProperty().get() != null && digit(robot).equals("7"));
    SplitMenuButton open = robot.lookup("#pad-open").queryAs(SplitMenuButton.class);
    assertThat(open.getItems().getFirst().getText()).endsWith("drawing.png");
  }

  @Test
  void aScreenReaderHearsWhatIsRead(FxRobot robot) throws TimeoutException {
    Node canvas = robot.lookup("#pad-canvas").query();
    waitFor(() -> spoken(canvas).equals("The pad is empty.")); // once a network is there
    assertThat(canvas.isFocusTraversable()).isTrue();
    drawSeven(robot);
    waitFor(() -> spoken(canvas).startsWith("The network reads 7. "));
    assertThat(spoken(canvas)).endsWith("% confident.");
    assertThat(spoken(robot.lookup("#pad-digit").query())).isEqualTo(spoken(canvas));
    assertThat(spoken(robot.lookup(".bars").query())).startsWith("7: ").contains("%, ");
    assertThat(spoken(robot.lookup("#pad-input").query())).startsWith("What the network sees");
    String before = spoken(canvas);
    robot.moveTo(at(robot, 100, 230)).press(MouseButton.PRIMARY).moveTo(at(robot, 200, 230));
    assertThat(spoken(canvas)).as("while one draws").isEqualTo(before);
    robot.release(MouseButton.PRIMARY).push(KeyCode.DELETE);
    waitFor(() -> spoken(canvas).equals("The pad is empty."));
    robot.interact(() -> window.texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    assertThat(spoken(canvas)).isEqualTo("手写板是空的。");
  }

  private static String spoken(Node node) {
    return (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
  }

  @Test
  void anotherNetworkReadsTheSameDrawingAtOnce(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    waitFor(() -> digit(robot).equals("7"));
    String before = label(robot, "#pad-facts");
    ComboBox<ModelLibrary.Entry> selector = robot.lookup("#pad-model").queryComboBox();
    robot.interact(
        () ->
            selector.getItems().stream()
                .filter(entry -> entry.name().equals("lenet5-relu"))
                .forEach(selector::setValue));
    waitFor(() -> label(robot, "#pad-facts").startsWith("61,706 parameters"));
    assertThat(before).isNotEqualTo(label(robot, "#pad-facts"));
    waitFor(() -> pad.currentProperty().get());
    assertThat(digit(robot)).isEqualTo("7");
  }

  @Test
  void aDrawingIsKeptWithOneKey(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    waitFor(() -> digit(robot).equals("7"));
    assertThat(label(robot, "#keep-notice")).contains("0–9");
    robot.push(KeyCode.DIGIT2);
    waitFor(() -> label(robot, "#keep-notice").equals("Kept as 2 in My drawings"));
    Kept kept = drawings.all().getFirst();
    assertThat(kept.label()).isEqualTo(2);
    assertThat(kept.read()).isEqualTo(7);
    assertThat(kept.drawing()).isEqualTo(pad.drawingProperty().get());
    robot.push(KeyCode.DIGIT7);
    waitFor(() -> label(robot, "#keep-notice").contains("7"));
    assertThat(drawings.all()).extracting(Kept::label).containsExactly(7);
    robot.clickOn("#keep-undo");
    waitFor(() -> drawings.all().isEmpty());
    robot.clickOn("#keep-menu").clickOn("#keep-as-7");
    waitFor(() -> drawings.all().size() == 1);
  }

  @Test
  void numbersThatAreTypedElsewhereKeepNothing(FxRobot robot) throws TimeoutException {
    drawSeven(robot);
    waitFor(() -> digit(robot).equals("7"));
    robot.clickOn("#window-training").push(KeyCode.DIGIT7);
    robot.clickOn("#window-pad");
    assertThat(label(robot, "#keep-notice")).contains("0–9");
    robot.push(KeyCode.DIGIT1);
    waitFor(() -> !drawings.all().isEmpty());
    assertThat(drawings.all()).extracting(Kept::label).containsExactly(1);
  }

  @Test
  void aSampleIsDrawnAndRead(FxRobot robot) throws TimeoutException {
    for (String digit : new String[] {"0", "1", "2"}) {
      robot.clickOn("#pad-sample");
      waitFor(() -> digit(robot).equals(digit));
    }
  }

  @Test
  void aPastedPictureIsRead(FxRobot robot) throws TimeoutException {
    BufferedImage picture = picture();
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(SwingFXUtils.toFXImage(picture, null));
          Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.CONTROL, KeyCode.V);
    waitFor(() -> digit(robot).equals("1"));
  }

  /** JavaFX itself would fetch it, on the FX thread, as soon as it is asked for an image. */
  @Test
  void aPastedAddressIsNotFetched(FxRobot robot) throws IOException, TimeoutException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/slow.png";
      robot.interact(() -> copyHtml("<p>text</p><img src=\"" + address + "\">"));
      robot.push(KeyCode.CONTROL, KeyCode.V);
      waitFor(
          () ->
              shows(
                  robot,
                  "This is only the web address of a picture, and Inkling never downloads pictures."
                      + " Save or copy the picture itself and try again."));
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aPictureWrittenIntoAPastedPageIsRead(FxRobot robot) throws IOException, TimeoutException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(), "png", png);
    String written =
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    robot.interact(() -> copyHtml("<img alt=\"one\" src=\"" + written + "\">"));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    waitFor(() -> digit(robot).equals("1"));
  }

  private static void copyHtml(String html) {
    ClipboardContent content = new ClipboardContent();
    content.putHtml(html);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Test
  void anOpenedPictureIsReadAndATextFileIsRefusedInASentence(FxRobot robot)
      throws IOException, TimeoutException {
    Path good = folder.resolve("one.png");
    ImageIO.write(picture(), "png", good.toFile());
    robot.interact(() -> pad.open(good));
    waitFor(() -> digit(robot).equals("1"));
    Path bad = Files.writeString(folder.resolve("letter.png"), "Dear network");
    robot.interact(() -> pad.open(bad));
    waitFor(() -> shows(robot, bad + " is not a picture that Inkling can open."));
    assertThat(digit(robot)).isEqualTo("1");
    // What is told hides none of the ways to go on.
    robot.clickOn("#window-inside");
    waitFor(() -> robot.lookup("#inside-network").tryQuery().isPresent());
  }

  @Test
  void severalPicturesAreReadIntoAListOneOfThemBroken(FxRobot robot)
      throws IOException, TimeoutException {
    Path one = Pictures.write(picture(), "png", folder.resolve("IMG_0001.PNG"));
    Path seven = folder.resolve("seven.webp");
    Files.write(seven, PictureSamples.bytes("lossy.webp"));
    Path letter = Files.writeString(folder.resolve("letter.png"), "Dear network");
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(List.of(one.toFile(), seven.toFile(), letter.toFile()));
          Clipboard.getSystemClipboard().setContent(content);
        });
    assertThat(robot.lookup("#pad-list").query().getParent().isVisible()).isFalse();

    robot.push(KeyCode.CONTROL, KeyCode.V);

    waitFor(() -> label(robot, "#pad-list-title").equals("2 of 3 pictures read, 1 failed"));
    waitFor(() -> digit(robot).equals("1")); // the first
    assertThat(answers(robot).get(2)).startsWith("letter.png is not a picture");
    assertThat(answers(robot).get(0)).startsWith("1  ·  ");
    assertThat(answers(robot).get(1)).startsWith("7  ·  ");

    robot.clickOn("seven.webp");
    waitFor(() -> digit(robot).equals("7"));
    robot.push(KeyCode.DELETE);
    waitFor(() -> digit(robot).isEmpty());
    robot.clickOn("seven.webp");
    waitFor(() -> digit(robot).equals("7"));
    robot.push(KeyCode.LEFT);
    waitFor(() -> digit(robot).equals("1"));

    robot.clickOn("#window-language").clickOn("#language-zh-CN");
    assertThat(answers(robot).get(2)).contains("不是 Inkling 能打开的图片");
    robot.clickOn("#pad-list-copy");
    AtomicReference<String> copied = new AtomicReference<>();
    robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
    assertThat(copied.get().lines()).hasSize(3).anyMatch(line -> line.startsWith("seven.webp\t7"));
    robot.clickOn("#pad-list-close");
    assertThat(robot.lookup("#pad-list").query().getParent().isVisible()).isFalse();
  }

  /** What the list says of its pictures, from left to right. */
  private static List<String> answers(FxRobot robot) {
    return robot.lookup(".picture-cell:filled").queryAllAs(PictureCell.class).stream()
        .sorted(Comparator.comparingInt(PictureCell::getIndex))
        .map(cell -> ((Label) cell.lookup(".picture-answer")).getText())
        .toList();
  }

  @Test
  void theLanguageChangesWhileTheWindowIsOpen(FxRobot robot) {
    robot.clickOn("#window-language").clickOn("#language-zh-CN");
    assertThat(label(robot, "#pad-hint")).isEqualTo("写一个数字");
    robot.clickOn("#window-language").clickOn("#language-en");
    assertThat(label(robot, "#pad-hint")).isEqualTo("Draw a digit");
  }

  @Test
  void theWindowTurnsDark(FxRobot robot) {
    robot.clickOn("#window-theme").clickOn("#theme-DARK");
    assertThat(stage.getScene().getRoot().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("dark"));
    robot.clickOn("#window-theme").clickOn("#theme-LIGHT");
    assertThat(stage.getScene().getRoot().getPseudoClassStates())
        .doesNotContain(PseudoClass.getPseudoClass("dark"));
  }

  @Test
  void eachDigitOfANumberHasABoxAndIsLookedAt(FxRobot robot) throws TimeoutException {
    drag(robot, "30,70 80,68 110,70 90,120 70,170 60,210");
    drag(robot, "200,70 199,120 198,170 197,210");
    waitFor(() -> digit(robot).equals("71"));
    Button seven = robot.lookup("#digit-0").queryButton();
    assertThat(seven.getText()).startsWith("7");
    assertThat(label(robot, "#pad-confidence")).startsWith("2 of 2, “1”: ");
    double before = probability(robot, 1);

    robot.clickOn(seven);
    waitFor(() -> label(robot, "#pad-confidence").startsWith("1 of 2, “7”: "));
    assertThat(probability(robot, 1)).isLessThan(before);
    robot.push(KeyCode.TAB).push(KeyCode.SPACE);
    waitFor(() -> label(robot, "#pad-confidence").startsWith("2 of 2, “1”: "));
    robot.moveTo(at(robot, 70, 130)).clickOn(MouseButton.PRIMARY);
    waitFor(() -> label(robot, "#pad-confidence").startsWith("1 of 2, “7”: "));
    assertThat(pad.drawingProperty().get().marks()).hasSize(2);

    robot.clickOn("#pad-undo");
    waitFor(() -> digit(robot).equals("7"));
    assertThat(seven.isVisible()).isFalse();
    assertThat(label(robot, "#pad-confidence")).endsWith(" confident").doesNotContain(" of ");
  }

  private static double probability(FxRobot robot, int digit) {
    return Double.parseDouble(label(robot, "#probability-" + digit).replaceAll("[^0-9.]", ""));
  }

  private void drawSeven(FxRobot robot) {
    drag(robot, "80,60 130,58 200,60 180,110 150,160 130,220");
  }

  /** Drags the mouse along points of the pad, given as "x,y x,y …" in its logical pixels. */
  private void drag(FxRobot robot, String path) {
    boolean isDown = false;
    for (String point : path.split(" ", -1)) {
      String[] xy = point.split(",", 2);
      robot.moveTo(at(robot, Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
      if (!isDown) {
        robot.press(MouseButton.PRIMARY);
        isDown = true;
      }
    }
    robot.release(MouseButton.PRIMARY);
  }

  private static Point2D at(FxRobot robot, double x, double y) {
    Node canvas = robot.lookup("#pad-canvas").query();
    Bounds bounds = canvas.localToScreen(canvas.getBoundsInLocal());
    double scale = bounds.getWidth() / Drawing.SIZE;
    return new Point2D(bounds.getMinX() + x * scale, bounds.getMinY() + y * scale);
  }

  private static String digit(FxRobot robot) {
    return label(robot, "#pad-digit");
  }

  private static String label(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static boolean shows(FxRobot robot, String text) {
    return robot.lookup(".notice .label").queryAllAs(Labeled.class).stream()
        .anyMatch(label -> label.getText().startsWith(text));
  }

  /** A black 1 on white paper. */
  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 200, 300);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(20));
    graphics.drawLine(110, 60, 90, 240);
    graphics.dispose();
    return picture;
  }
}
