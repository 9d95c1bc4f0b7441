package dev.inkling.ui.shell;

import dev.inkling.support.TestWindow;
import dev.inkling.ui.shell.WindowStates.State;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Draws all states of the window at four sizes, light and dark, in both languages: a sheet for each
 * state, to be looked at. Run it with a folder for them, on the class path of the tests and on a
 * screen of 1920×1080, which may be Xvfb’s.
 */
final class StateSheet {
  private static final int[][] SIZES = {{960, 600}, {1024, 680}, {1280, 800}, {1920, 1080}};
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  private static final List<Theme.Choice> THEMES = List.of(Theme.Choice.LIGHT, Theme.Choice.DARK);

  /** Width of a picture on the sheet. */
  private static final int WIDTH = 960;

  private static final int HEIGHT = 650;

  private final Stage stage = new Stage();
  private final TestWindow window;
  private final Scene scene;
  private final WindowStates states;

  private StateSheet(Path home) {
    window = new TestWindow(stage, home, SIZES[2][0], SIZES[2][1]);
    scene = stage.getScene();
    states = new WindowStates(window, scene, home);
  }

  public static void main(String[] args) throws Exception {
    Path home = Files.createTempDirectory("inkling");
    Path folder = Files.createDirectories(Path.of(args[0]));
    Platform.startup(() -> {});
    StateSheet sheet = fx(() -> new StateSheet(home));
    for (State state : sheet.states.all()) {
      fx(Executors.callable(state.enter()));
      while (!fx(state.isThere())) {
        rest(50);
      }
      rest(1_500); // what glides has come to rest
      ImageIO.write(sheet.draw(), "png", folder.resolve(state.name() + ".png").toFile());
    }
    System.exit(0);
  }

  private static <T> T fx(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    return future.get();
  }

  private static void rest(long millis) throws InterruptedException {
    Thread.sleep(millis); // a demonstration, not a test
  }

  /** A row for each size, a column for each language and theme. */
  private BufferedImage draw() throws Exception {
    BufferedImage sheet =
        new BufferedImage(4 * WIDTH, SIZES.length * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int row = 0; row < SIZES.length; row++) {
      for (int column = 0; column < 4; column++) {
        BufferedImage shot = shot(SIZES[row], LANGUAGES.get(column / 2), THEMES.get(column % 2));
        double scale =
            Math.min((WIDTH - 10.0) / shot.getWidth(), (HEIGHT - 10.0) / shot.getHeight());
        graphics.drawImage(
            shot,
            column * WIDTH,
            row * HEIGHT,
            (int) (shot.getWidth() * scale),
            (int) (shot.getHeight() * scale),
            null);
      }
    }
    graphics.dispose();
    return sheet;
  }

  private BufferedImage shot(int[] size, Locale language, Theme.Choice theme) throws Exception {
    fx(
        () -> {
          stage.setWidth(size[0]);
          stage.setHeight(size[1]);
          window.texts.setLocale(language);
          window.theme.choiceProperty().set(theme);
          return null;
        });
    rest(250);
    return fx(() -> SwingFXUtils.fromFXImage(scene.getRoot().snapshot(null, null), null));
  }
}
