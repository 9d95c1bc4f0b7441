package dev.inkling.ui.chart;

import dev.inkling.chart.Box;
import dev.inkling.chart.Look;
import dev.inkling.file.PngFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;

/** Makes pictures of charts. FX thread only. */
public final class ChartImages {
  private ChartImages() {}

  /**
   * A chart in the colours of its window, with its legend and what is behind it. A chart of this
   * package is drawn anew, so that it is sharp at any scale; of anything else the pixels are taken.
   *
   * @param chart may be in no window
   * @param scale pixels of the picture in a logical pixel, above 0
   */
  public static BufferedImage png(Region chart, double scale) {
    return SwingFXUtils.fromFXImage(image(chart, scale), null);
  }

  /**
   * Writes a chart into a file; on a failure an older file stays.
   *
   * @throws IOException when the file cannot be written
   */
  public static void writePng(Region chart, double scale, Path file) throws IOException {
    PngFile.write(file, png(chart, scale));
  }

  private static Image image(Region chart, double scale) {
    if (chart instanceof CanvasChart canvasChart) {
      return drawn(canvasChart, scale);
    }
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    return chart.snapshot(parameters, null);
  }

  private static Image drawn(CanvasChart chart, double scale) {
    int width = chart.pictureWidth();
    int height = chart.pictureHeight();
    Canvas canvas = new Canvas(Math.rint(width * scale), Math.rint(height * scale));
    canvas.getGraphicsContext2D().scale(scale, scale);
    CanvasPainter painter = new CanvasPainter(canvas.getGraphicsContext2D(), chart.family(), scale);
    Look look = chart.look();
    painter.rect(new Box(0, 0, width, height), 0, look.surface());
    chart.picture().paint(painter, look, width, height);
    return canvas.snapshot(null, null);
  }
}
