package dev.inkling.ui.inside;

import dev.inkling.diagram.Spot;
import dev.inkling.explain.Cell;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.support.AnimatedGif;
import dev.inkling.ui.Theme;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
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
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Makes the pictures of the screen that looks into the network, for docs/: run it with a folder, on
 * the class path of the tests and on a screen of 1920×1080, which may be Xvfb’s.
 */
final class InsideDemo {
  /** Frames of the animation for each stroke. */
  private static final int FRAMES = 36;

  private final Stage stage = new Stage();
  private final InsideWindow window;
  private final PadViewModel pad;
  private final InsideViewModel inside;
  private final Scene scene;

  private InsideDemo(Path home) {
    window = new InsideWindow(stage, home, 1280, 800);
    pad = window.pad;
    inside = window.inside;
    scene = stage.getScene();
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Platform.startup(() -> {});
    Path home = Files.createTempDirectory("inside");
    InsideDemo demo = fx(() -> new InsideDemo(home));
    demo.pictures(folder);
    demo.animation(folder.resolve("inside.gif"));
    System.exit(0);
  }

  private static <T> T fx(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    return future.get();
  }

  private static void fx(Runnable task) throws Exception {
    fx(Executors.callable(task));
  }

  private void pictures(Path folder) throws Exception {
    fx(() -> ((ToggleButton) scene.lookup("#window-inside")).fire());
    fx(() -> pad.replace(Samples.all().get(4)));
    settle();
    fx(() -> inside.network().pointStrongest(3));
    for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      fx(() -> window.theme.choiceProperty().set(choice));
      String name = choice.name().toLowerCase(Locale.ROOT);
      picture(1280, 800, folder.resolve("inside-" + name + ".png"));
      picture(1920, 1080, folder.resolve("inside-" + name + "-large.png"));
    }
    fx(() -> window.texts.setLocale(Locale.SIMPLIFIED_CHINESE));
    picture(1280, 800, folder.resolve("inside-dark-zh.png"));
    fx(() -> window.texts.setLocale(Locale.ENGLISH));
    fx(() -> window.theme.choiceProperty().set(Theme.Choice.LIGHT));
    fx(() -> inside.network().point(null));
    fx(() -> inside.tour().begin());
    fx(inside.tour()::next);
    fx(inside.tour()::next);
    fx(inside.tour()::next);
    picture(1280, 800, folder.resolve("inside-tour.png"));
    fx(inside.tour()::close);
  }

  private void picture(int width, int height, Path file) throws Exception {
    fx(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    ImageIO.write(shot(scene.getRoot()), "png", file.toFile());
  }

  /** The drawing is in the network, and a frame with it is laid out. */
  private void settle() throws Exception {
    while (!fx(inside::isCurrent)) {
      frame();
    }
    frame();
    frame();
  }

  private static void frame() throws Exception {
    Thread.sleep(100); // a demonstration, not a test
  }

  private BufferedImage shot(Node node) throws Exception {
    frame();
    frame();
    return fx(() -> SwingFXUtils.fromFXImage(node.snapshot(null, null), null));
  }

  /** A digit is drawn, and all layers follow the pen. */
  private void animation(Path file) throws Exception {
    fx(
        () -> {
          stage.setWidth(1040);
          stage.setHeight(720);
          pad.clear();
        });
    settle();
    fx(() -> inside.network().point(new Spot(1, new Cell(1, 12, 17))));
    Node screen = scene.lookup(".inside-screen");
    try (AnimatedGif gif = new AnimatedGif(file)) {
      for (Mark mark : Samples.all().get(3).marks()) {
        List<Point> points = ((Stroke) mark).path();
        fx(() -> pad.press(points.getFirst().x(), points.getFirst().y()));
        for (int frame = 1; frame <= FRAMES; frame++) {
          for (Point point :
              points.subList(
                  (frame - 1) * points.size() / FRAMES, frame * points.size() / FRAMES)) {
            fx(() -> pad.drag(point.x(), point.y()));
          }
          settle();
          gif.add(shot(screen), 80);
        }
        fx(pad::release);
      }
      settle();
      gif.add(shot(screen), 2500);
    }
  }
}
