package dev.inkling.ui.pad;

import dev.inkling.ink.Drawing;
import dev.inkling.ink.Mark;
import dev.inkling.ink.Picture;
import dev.inkling.ink.Point;
import dev.inkling.ink.Stroke;
import dev.inkling.ui.kit.InkImages;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * The square one draws on. What is finished lies on one canvas, the stroke that is being drawn on
 * another one above it, so that a movement of the hand redraws that stroke alone.
 */
public final class PadCanvas extends Region {
  private final PadViewModel pad;
  private final ObservableValue<Boolean> dark;
  private final Canvas finished = new Canvas();
  private final Canvas live = new Canvas();
  private final Circle brush = new Circle();
  private boolean isDrawing;

  /** A canvas on which a pad is drawn; a pad can have several. */
  public PadCanvas(PadViewModel pad, ObservableValue<Boolean> dark) {
    this.pad = pad;
    this.dark = dark;
    setId("pad-canvas");
    getStyleClass().add("pad-canvas");
    setPickOnBounds(false); // which the brush's ring widens: it would follow the pointer outside
    setMinSize(Drawing.SIZE, Drawing.SIZE);
    setPrefSize(2 * Drawing.SIZE, 2 * Drawing.SIZE);
    brush.getStyleClass().add("brush");
    brush.setMouseTransparent(true);
    brush.setManaged(false);
    brush.setVisible(false);
    brush
        .radiusProperty()
        .bind(pad.brushWidthProperty().divide(2.0 * Drawing.SIZE).multiply(widthProperty()));
    getChildren().addAll(finished, live, brush);
    pad.drawingProperty().addListener(_ -> drawFinished());
    pad.strokeProperty().addListener(_ -> drawLive());
    dark.addListener(_ -> drawFinished());
    listen();
  }

  /** Follows the pointer from press to release; pen and touch come as the mouse does. */
  private void listen() {
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            isDrawing = true;
            pad.press(toPad(event.getX()), toPad(event.getY()));
            requestFocus();
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          moveBrush(event);
          if (isDrawing) {
            pad.drag(toPad(event.getX()), toPad(event.getY()));
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (isDrawing && event.getButton() == MouseButton.PRIMARY) {
            isDrawing = false;
            // The last movement can come with the release alone.
            pad.drag(toPad(event.getX()), toPad(event.getY()));
            pad.release();
          }
        });
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moveBrush);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> brush.setVisible(false));
  }

  private void moveBrush(MouseEvent event) {
    brush.setVisible(getLayoutBounds().contains(event.getX(), event.getY()));
    brush.setCenterX(event.getX());
    brush.setCenterY(event.getY());
  }

  private double toPad(double coordinate) {
    return coordinate * Drawing.SIZE / getWidth();
  }

  @Override
  protected void layoutChildren() {
    for (Canvas canvas : List.of(finished, live)) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      layoutInArea(canvas, 0, 0, getWidth(), getHeight(), 0, HPos.LEFT, VPos.TOP);
    }
    drawFinished();
    drawLive();
  }

  private void drawFinished() {
    GraphicsContext graphics = begin(finished);
    for (Mark mark : pad.drawingProperty().get().marks()) {
      switch (mark) {
        case Stroke stroke -> draw(graphics, stroke);
        case Picture picture -> draw(graphics, picture);
      }
    }
    graphics.restore();
  }

  private void drawLive() {
    GraphicsContext graphics = begin(live);
    Stroke stroke = pad.strokeProperty().get();
    if (stroke != null) {
      draw(graphics, stroke);
    }
    graphics.restore();
  }

  /** An empty canvas in the pad's coordinates. */
  private GraphicsContext begin(Canvas canvas) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.save();
    graphics.scale(canvas.getWidth() / Drawing.SIZE, canvas.getHeight() / Drawing.SIZE);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    return graphics;
  }

  private Color ink() {
    return dark.getValue() ? Color.web("#f0f3f6") : Color.web("#1b1f3b");
  }

  private Color paper() {
    return dark.getValue() ? Color.web("#161b22") : Color.WHITE;
  }

  private void draw(GraphicsContext graphics, Stroke stroke) {
    Color color = stroke.erases() ? paper() : ink();
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

  private void draw(GraphicsContext graphics, Picture picture) {
    graphics.drawImage(InkImages.of(picture.ink(), ink(), 1), 0, 0, Drawing.SIZE, Drawing.SIZE);
  }
}
