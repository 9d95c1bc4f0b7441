package dev.inkling.ui.chart;

import dev.inkling.chart.Box;
import dev.inkling.chart.Look;
import dev.inkling.file.PngFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;

/** Makes pictures of charts, and of whole pages. FX thread only. */
public final class ChartImages {
  private ChartImages() {}

  /**
   * A chart in the colours of its window, with its legend and what is behind it. What is {@link
   * Redrawn} is sharp at any scale, by itself and as a part of something else.
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
    List<Runnable> backs = new ArrayList<>();
    redraw(chart, scale, backs);
    try {
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setTransform(Transform.scale(scale, scale));
      parameters.setFill(behind(chart));
      return chart.snapshot(parameters, null);
    } finally {
      backs.forEach(Runnable::run);
    }
  }

  /** All parts that can be seen are drawn anew. */
  private static void redraw(Node part, double scale, List<Runnable> backs) {
    if (!part.isVisible()) {
      return;
    }
    if (part instanceof Redrawn drawn) {
      backs.add(drawn.redraw(scale));
    } else if (part instanceof Parent parent) {
      List.copyOf(parent.getChildrenUnmodifiable()).forEach(each -> redraw(each, scale, backs));
    }
  }

  /** What shows through a node: the first of its parents that covers all has painted it. */
  private static Paint behind(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Region region
          && region.getBackground() != null
          && !region.getBackground().getFills().isEmpty()
          && region.getBackground().getFills().getLast().getFill() instanceof Color color
          && color.isOpaque()
          && region.getBackground().getFills().getLast().getRadii().equals(CornerRadii.EMPTY)) {
        return color;
      }
    }
    return Color.WHITE;
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
