package dev.inkling.ui.shell;

import dev.inkling.file.AppFolders;
import dev.inkling.file.PngFile;
import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.recognize.Recognition;
import dev.inkling.text.Messages;
import dev.inkling.ui.kit.Notice;
import dev.inkling.ui.kit.Texts;
import dev.inkling.ui.pad.PadViewModel;
import dev.inkling.ui.pad.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.util.Duration;

/**
 * What Inkling does where no window can be opened: it opens its window in memory, draws ten sample
 * digits on the pad, tells what was read and leaves a picture of the window.
 */
final class Demonstration {
  /** System property: where the picture goes. */
  private static final String PICTURE = "inkling.screenshot";

  private final Messages messages = new Messages(Locale.getDefault());
  private final List<Drawing> samples = Samples.all();
  private final Inkling inkling;
  private final PadViewModel pad;
  private int next;
  private boolean isDrawing;

  private Demonstration(Inkling inkling) {
    this.inkling = inkling;
    this.pad = inkling.studio().pad();
  }

  /** Says why there is no window, then demonstrates and exits. */
  static void run(AppFolders folders, String missing) {
    Messages messages = new Messages(Locale.getDefault());
    System.err.println(messages.get(missing));
    System.err.println(messages.get("demo.begin"));
    Inkling.start(folders, inkling -> new Demonstration(inkling).begin());
  }

  private void begin() {
    pad.clear(); // of what stood there the last time
    ObservableList<Notice> told = inkling.studio().notices().told();
    told.addListener((InvalidationListener) _ -> giveUp(told));
    giveUp(told);
    pad.currentProperty().addListener((_, _, isCurrent) -> answered(isCurrent));
    // The first drawing waits for the model; the card is there when it is loaded.
    pad.cardProperty().subscribe(card -> Platform.runLater(() -> start(card != null)));
  }

  /** What would stand in the window is said here. */
  private void giveUp(List<Notice> told) {
    if (!told.isEmpty()) {
      Texts texts = new Texts(Locale.getDefault());
      told.forEach(notice -> System.err.println(notice.text(texts)));
      end(1);
    }
  }

  private void start(boolean isLoaded) {
    if (isLoaded && next == 0) {
      draw();
    }
  }

  private void draw() {
    isDrawing = true;
    Drawing sample = samples.get(next);
    for (Mark mark : sample.marks()) {
      List<Point> points = ((Stroke) mark).points();
      pad.press(points.getFirst().x(), points.getFirst().y());
      points.forEach(point -> pad.drag(point.x(), point.y()));
      isDrawing = mark != sample.marks().getLast();
      pad.release();
    }
  }

  private void answered(boolean isCurrent) {
    boolean isBetween = pad.strokeProperty().get() != null || pad.emptyBinding().get();
    if (isCurrent && !isBetween && !isDrawing) {
      tell(pad.recognitionProperty().get());
    }
  }

  private void tell(Recognition recognition) {
    System.out.println(
        messages.get(
            "demo.read",
            next,
            recognition.name(),
            messages.format("%.1f", recognition.confidence() * 100)));
    next++;
    if (next == samples.size()) {
      // The bars are still gliding.
      PauseTransition settled = new PauseTransition(Duration.millis(800));
      settled.setOnFinished(
          _ -> {
            picture();
            end(0);
          });
      settled.play();
    } else {
      Platform.runLater(
          () -> {
            pad.clear();
            draw();
          });
    }
  }

  private void picture() {
    Path file = Path.of(System.getProperty(PICTURE, "inkling-window.png")).toAbsolutePath();
    Image image = inkling.stage().getScene().snapshot(null);
    try {
      PngFile.write(file, SwingFXUtils.fromFXImage(image, null));
      System.out.println(messages.get("demo.picture", file));
    } catch (IOException e) {
      System.err.println(messages.get("problem.folder.unwritable", file.resolveSibling("")));
    }
  }

  private static void end(int exitCode) {
    System.exit(exitCode);
  }
}
