package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.ui.kit.InkImages;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Paints what is drawn on a canvas, which stands for the whole pad.
 *
 * @param paper what the eraser leaves
 */
public record InkPainter(Canvas canvas, Color ink, Color paper) {
  /** Side of a picture that leaves Inkling, in pixels: four for each of the pad's. */
  private static final int SIDE = 4 * Drawing.SIZE;

  /** A drawing in black on white, as it is printed, saved and copied. */
  static Image picture(Drawing drawing) {
    Canvas canvas = new Canvas(SIDE, SIDE);
    new InkPainter(canvas, Color.BLACK, Color.WHITE).paint(drawing.marks());
    SnapshotParameters white = new SnapshotParameters();
    white.setFill(Color.WHITE);
    return canvas.snapshot(white, null);
  }

  /** With ink and paper as the window has them. */
  public static InkPainter on(Canvas canvas, boolean isDark) {
    return isDark
        ? new InkPainter(canvas, Color.web("#f0f3f6"), Color.web("#161b22"))
        : new InkPainter(canvas, Color.web("#1b1f3b"), Color.WHITE);
  }

  /** Paints marks on the empty canvas, the oldest first. */
  public void paint(List<? extends Mark> marks) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.save();
    graphics.scale(canvas.getWidth() / Drawing.SIZE, canvas.getHeight() / Drawing.SIZE);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    for (Mark mark : marks) {
      switch (mark) {
        case Stroke stroke -> paint(graphics, stroke);
        case Picture picture -> paint(graphics, picture);
      }
    }
    graphics.restore();
  }

  private void paint(GraphicsContext graphics, Stroke stroke) {
    Color color = stroke.erases() ? paper : ink;
    List<Point> path = stroke.path();
    if (path.size() == 1) {
      double width = stroke.width();
      graphics.setFill(color);
      graphics.fillOval(
          path.getFirst().x() - width / 2, path.getFirst().y() - width / 2, width, width);
      return;
    }
    graphics.setStroke(color);
    graphics.setLineWidth(stroke.width());
    graphics.strokePolyline(
        path.stream().mapToDouble(Point::x).toArray(),
        path.stream().mapToDouble(Point::y).toArray(),
        path.size());
  }

  private void paint(GraphicsContext graphics, Picture picture) {
    graphics.drawImage(InkImages.of(picture.ink(), ink, 1), 0, 0, Drawing.SIZE, Drawing.SIZE);
  }
}
