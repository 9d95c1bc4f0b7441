package dev.inkling.ui.chart;

import dev.inkling.chart.Box;
import dev.inkling.chart.LineFigure;
import dev.inkling.chart.LineLayout;
import dev.inkling.chart.Look;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A line through the samples nearest to the pointer, a dot on each curve, and a box of values. */
final class Crosshair extends Region {
  private static final double DOT = 4;

  /** Width of the ring around a dot, in the colour behind the curves. */
  private static final double RING = 1.5;

  /** From the line to the box. */
  private static final double GAP = 12;

  private final Canvas canvas = new Canvas();
  private final ValueBox box = new ValueBox();
  private double x;
  private double y;
  private double curveY;
  private boolean isOn;

  Crosshair() {
    setMouseTransparent(true);
    setManaged(false);
    box.setVisible(false);
    getChildren().addAll(canvas, box);
  }

  /** Lies on a canvas; the box alone may reach beyond it. */
  void follow(Canvas below) {
    canvas.relocate(below.getLayoutX(), below.getLayoutY());
    canvas.setWidth(below.getWidth());
    canvas.setHeight(below.getHeight());
  }

  /** The pointer is somewhere on the canvas. */
  void moveTo(double px, double py) {
    x = px;
    y = py;
    isOn = true;
  }

  /** The keyboard moves it by some pixels, at first from the middle of the plot. */
  void moveBy(double dx, double dy, Box plot) {
    boolean isThere = isOn && plot.contains(x, y);
    double fromX = isThere ? x : plot.x() + plot.width() / 2;
    double fromY = isThere ? y : plot.y() + plot.height() / 2;
    moveTo(
        Math.clamp(fromX + dx, plot.x(), plot.right()),
        Math.clamp(fromY + dy, plot.y(), plot.bottom()));
  }

  /** Where it is on the canvas, in pixels from the left. */
  double x() {
    return x;
  }

  /** Where the first curve was read, which need not be where the crosshair is. */
  double curveY() {
    return curveY;
  }

  /** The pointer is not on the canvas, or does something else. */
  void leave() {
    isOn = false;
  }

  /** Shows what lies below the pointer in a chart as it was drawn. */
  void show(LineFigure figure, LineLayout layout, Look look) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    boolean isInside = isOn && !layout.isEmpty() && layout.plot().contains(x, y);
    List<CurveReading> readings =
        isInside ? CurveReading.all(figure, layout.x().toValue(x)) : List.of();
    box.setVisible(!readings.isEmpty());
    if (!readings.isEmpty()) {
      double first = layout.y().toPixel(readings.getFirst().value());
      curveY = Math.clamp(first, layout.plot().y(), layout.plot().bottom());
      double nearest = CurveReading.nearest(readings, layout.x().toValue(x));
      paint(new CanvasPainter(graphics, "", 1), readings, nearest, layout, look);
      box.show(figure, readings, nearest, look, getHeight() - GAP);
      placeBox(layout.x().toPixel(nearest), layout.plot());
    }
  }

  private void paint(
      CanvasPainter painter,
      List<CurveReading> readings,
      double nearest,
      LineLayout layout,
      Look look) {
    Box plot = layout.plot();
    double line = layout.x().toPixel(nearest);
    if (line >= plot.x() - 1 && line <= plot.right() + 1) {
      painter.rule(line, plot.y(), line, plot.bottom(), look.axis());
    }
    for (CurveReading reading : readings) {
      double px = layout.x().toPixel(reading.x());
      double py = layout.y().toPixel(reading.value());
      if (plot.contains(px, py)) {
        painter.dot(px, py, DOT + RING, look.surface());
        painter.dot(px, py, DOT, look.curve(reading.curve().style().color()));
      }
    }
  }

  /** Beside the line on the side with more room, and never beyond the chart. */
  private void placeBox(double line, Box plot) {
    // New rows have no size before the stylesheet has seen them.
    box.applyCss();
    double width = snapSizeX(Math.min(box.prefWidth(-1), Math.max(60, getWidth() - 2)));
    double height = snapSizeY(box.prefHeight(width));
    double anchor = Math.clamp(line, plot.x(), plot.right());
    boolean fitsRight = anchor + GAP + width <= getWidth();
    double left = fitsRight ? anchor + GAP : anchor - GAP - width;
    left = Math.clamp(left, 0, Math.max(0, getWidth() - width));
    double middle = canvas.getLayoutY() + y;
    double top = Math.clamp(middle - height / 2, 0, Math.max(0, getHeight() - height));
    box.resizeRelocate(snapPositionX(left), snapPositionY(top), width, height);
  }

  ValueBox box() {
    return box;
  }
}
