package dev.inkling.ui.chart;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.Range;
import dev.inkling.chart.ValueFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Draws charts of all kinds into a folder, to be looked at; with "time" measures a drawing. */
final class ChartDemo {
  private static final Random RANDOM = new Random(3);

  private ChartDemo() {}

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> {});
    for (String weight : new String[] {"Regular", "SemiBold", "Bold"}) {
      String font = "/dev/inkling/fonts/Inter-" + weight + ".otf";
      Font.loadFont(ChartDemo.class.getResourceAsStream(font), 12);
    }
    if (args[0].equals("time")) {
      time();
    } else {
      Path folder = Files.createDirectories(Path.of(args[0]));
      pages(folder, "light", new PrimerLight().getUserAgentStylesheet());
      pages(folder, "dark", new PrimerDark().getUserAgentStylesheet());
    }
    System.exit(0);
  }

  private static <T> T fx(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    return future.get();
  }

  private static void pages(Path folder, String theme, String sheet) throws Exception {
    fx(() -> done(() -> Application.setUserAgentStylesheet(sheet)));
    LineChart loss = loss(60_000, 0.9);
    page(folder.resolve(theme + "-1.png"), theme, panel(loss, 760, 380), panel(log(), 560, 380));
    point(loss, 400, 150);
    page(
        folder.resolve(theme + "-2.png"),
        theme,
        panel(loss, 760, 380),
        panel(accuracy(3), 560, 380));
    LineChart ten = probabilities();
    LineChart small = loss(2000, 0.6);
    Region tenPanel = panel(ten, 300, 180);
    page(
        folder.resolve(theme + "-3.png"),
        theme,
        tenPanel,
        panel(small, 300, 180),
        panel(runs(), 300, 180),
        panel(empty(), 300, 180),
        panel(accuracy(1), 300, 180),
        panel(bars(0.9, false), 300, 180),
        panel(bars(0, true), 300, 180),
        panel(runs(), 620, 320));
    point(ten, 100, 60);
    LineChart zoomed = loss(100_000, 0);
    page(
        folder.resolve(theme + "-4.png"),
        theme,
        panel(probabilities(), 620, 320),
        panel(bars(0.9, false), 420, 340),
        panel(bars(0.9, true), 520, 300),
        panel(zoomed, 520, 300),
        tenPanel);
    LineChart picture = loss(20_000, 0.9);
    picture.titleProperty().set("Loss <while> training & \"validating\" 损失");
    shown(panel(picture, 760, 380), theme);
    Files.writeString(folder.resolve(theme + "-loss.svg"), fx(picture::toSvg));
    fx(() -> wrote(picture, 2, folder.resolve(theme + "-loss@2.png")));
    ClassBars bars = bars(0.9, false);
    shown(panel(bars, 420, 340), theme);
    Files.writeString(folder.resolve(theme + "-bars.svg"), fx(bars::toSvg));
    fx(() -> wrote(bars, 1.5, folder.resolve(theme + "-bars@1.5.png")));
  }

  private static void page(Path file, String theme, Region... panels) throws Exception {
    FlowPane pane = fx(() -> new FlowPane(16, 16));
    fx(() -> pane.getChildren().addAll(panels));
    fx(
        () ->
            done(
                () -> {
                  pane.setPrefWrapLength(1400);
                  pane.setStyle("-fx-padding: 16px; -fx-background-color: -inkling-room;");
                }));
    Scene scene = shown(pane, theme);
    BufferedImage image = fx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
    ImageIO.write(image, "png", file.toFile());
    System.out.println(file);
  }

  private static Object done(Runnable task) {
    task.run();
    return null;
  }

  private static Object wrote(Region chart, double scale, Path file) throws IOException {
    ChartImages.writePng(chart, scale, file);
    return null;
  }

  private static Scene shown(Region root, String theme) throws Exception {
    Scene scene =
        fx(
            () -> {
              Stage stage = new Stage();
              Scene one = new Scene(new StackPane(root));
              String sheet = ChartDemo.class.getResource("/dev/inkling/inkling.css").toString();
              one.getStylesheets().add(sheet);
              PseudoClass dark = PseudoClass.getPseudoClass("dark");
              one.getRoot().pseudoClassStateChanged(dark, theme.equals("dark"));
              stage.setScene(one);
              stage.show();
              return one;
            });
    Thread.sleep(1500);
    return scene;
  }

  private static Region panel(Region chart, double width, double height) throws Exception {
    return fx(() -> panelOf(chart, width, height));
  }

  private static Region panelOf(Region chart, double width, double height) {
    chart.setPrefSize(width, height);
    StackPane panel = new StackPane(chart);
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 6px;");
    panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return panel;
  }

  private static void point(LineChart chart, double x, double y) throws Exception {
    Node canvas = chart.canvas;
    fire(
        canvas,
        new MouseEvent(
            MouseEvent.MOUSE_MOVED,
            x,
            y,
            x,
            y,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  private static void fire(Node node, Event event) throws Exception {
    fx(() -> done(() -> Event.fireEvent(node, event)));
  }

  static LineChart loss(int samples, double smoothing) {
    LineChart chart = new LineChart();
    chart.titleProperty().set("Loss");
    chart.xLabelProperty().set("Examples seen");
    chart.yLabelProperty().set("Cross-entropy (nats)");
    chart.smoothingProperty().set(smoothing);
    Series train = new Series("Training", CurveStyle.of(0).smoothed());
    Series validation = new Series("Validation", CurveStyle.of(1).dashed().marked());
    for (int i = 0; i < samples; i++) {
      double clean = 2.2 * Math.exp(-i / (samples / 12.0)) + 0.12;
      train.append(64.0 * (i + 1), clean * Math.exp(0.35 * RANDOM.nextGaussian()));
      if ((i + 1) % (samples / 8) == 0) {
        validation.append(64.0 * (i + 1), clean * 1.2);
      }
    }
    chart.series().setAll(List.of(train, validation));
    return chart;
  }

  private static LineChart log() {
    LineChart chart = loss(5000, 0.8);
    chart.titleProperty().set("Loss, logarithmic");
    chart.logYProperty().set(true);
    Series rate = new Series("Learning rate", CurveStyle.of(2));
    for (int i = 0; i < 5000; i++) {
      rate.append(
          64.0 * i,
          i > 2000 && i < 2300 ? Double.NaN : 0.01 * 0.5 * (1 + Math.cos(Math.PI * i / 5050.0)));
    }
    chart.series().add(rate);
    return chart;
  }

  private static LineChart accuracy(int epochs) {
    LineChart chart = new LineChart();
    chart.titleProperty().set("每轮的准确率");
    chart.xLabelProperty().set("轮次");
    chart.yLabelProperty().set("准确率");
    chart.yFormatProperty().set(ValueFormat.PERCENT);
    chart.yRangeProperty().set(new Range(0.9, 1));
    Series train = new Series("训练", CurveStyle.of(0).marked());
    Series validation = new Series("验证", CurveStyle.of(1).marked().dashed());
    for (int i = 1; i <= epochs; i++) {
      train.append(i, 1 - 0.09 / i);
      validation.append(i, 1 - 0.09 / i - 0.004);
    }
    chart.series().setAll(List.of(train, validation));
    return chart;
  }

  private static LineChart probabilities() {
    LineChart chart = new LineChart();
    chart.titleProperty().set("Probabilities while drawing");
    chart.xLabelProperty().set("Seconds");
    chart.xFormatProperty().set(ValueFormat.PLAIN);
    chart.yFormatProperty().set(ValueFormat.PERCENT);
    chart.yRangeProperty().set(new Range(0, 1));
    for (int k = 0; k < 10; k++) {
      Series digit = new Series(String.valueOf(k), CurveStyle.of(k));
      for (int i = 0; i < 200; i++) {
        digit.append(i / 50.0, 0.5 + 0.45 * Math.sin(i / 30.0 + k) * Math.cos(k * i / 300.0));
      }
      chart.series().add(digit);
    }
    return chart;
  }

  private static LineChart runs() {
    LineChart chart = new LineChart();
    chart
        .titleProperty()
        .set("Validation loss of all the training runs of this week, for comparison");
    chart.xLabelProperty().set("Epoch");
    chart.yLabelProperty().set("Loss");
    for (int run = 0; run < 6; run++) {
      Series one =
          new Series(
              "lenet5-relu 2026-11-2" + run + " 14:03, augmented, batch " + (32 << run),
              CurveStyle.of(run).marked());
      for (int i = 1; i <= 20; i++) {
        one.append(i, 0.4 / Math.pow(i, 0.4 + run / 10.0) + 0.02 * RANDOM.nextDouble());
      }
      chart.series().add(one);
    }
    chart.series().get(2).visibleProperty().set(false);
    return chart;
  }

  private static LineChart empty() {
    LineChart chart = new LineChart();
    chart.titleProperty().set("Loss");
    chart.emptyTextProperty().set("Nothing to show yet");
    chart.series().setAll(List.of(new Series("Training", CurveStyle.of(0))));
    return chart;
  }

  private static ClassBars bars(double start, boolean isVertical) {
    ClassBars bars = new ClassBars();
    bars.titleProperty().set("Accuracy of each digit");
    bars.noteProperty().set("The axis starts at 90%: lengths do not compare.");
    bars.axisStartProperty().set(start);
    bars.verticalProperty().set(isVertical);
    bars.setValues(
        IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
        0.9969,
        0.998,
        0.987,
        0.991,
        0.9837,
        0.9787,
        0.9896,
        1,
        0.9723,
        0.9662);
    return bars;
  }

  private static void time() throws Exception {
    fx(
        () ->
            done(
                () ->
                    Application.setUserAgentStylesheet(
                        new PrimerLight().getUserAgentStylesheet())));
    for (double smoothing : new double[] {0, 0.9}) {
      for (boolean isLog : new boolean[] {false, true}) {
        LineChart chart = loss(8, smoothing);
        chart.logYProperty().set(isLog);
        chart.series().clear();
        for (int k = 0; k < 4; k++) {
          Series one = new Series("Run " + k, CurveStyle.of(k).smoothed());
          for (int i = 0; i < 100_000; i++) {
            one.append(i, (k + 1) * Math.exp(-i / 3e4) * Math.exp(0.3 * RANDOM.nextGaussian()));
          }
          chart.series().add(one);
        }
        shown(panel(chart, 1200, 400), "light");
        double weight = smoothing;
        fx(() -> done(() -> measure(chart, weight, isLog)));
      }
    }
  }

  private static void measure(LineChart chart, double smoothing, boolean isLog) {
    double[] record = new double[50];
    double[] frame = new double[50];
    for (int i = -30; i < 50; i++) {
      chart.series().forEach(one -> one.append(one.x(one.size() - 1) + 1, 0.1));
      long begin = System.nanoTime();
      chart.draw();
      long drawn = System.nanoTime();
      chart.canvas.snapshot(null, null);
      if (i >= 0) {
        record[i] = (drawn - begin) / 1e6;
        frame[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(record);
    Arrays.sort(frame);
    System.out.printf(
        "smoothing %.1f log %b: %.2f ms on the FX thread, %.2f ms with pixels%n",
        smoothing, isLog, record[25], frame[25]);
  }
}
