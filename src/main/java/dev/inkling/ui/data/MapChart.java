package dev.inkling.ui.data;

import dev.inkling.chart.ScatterFigure;
import dev.inkling.ui.chart.FigureChart;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;

/**
 * The map, over which one points and drags: what is dragged around is selected. Arrow keys go from
 * image to image, Space selects what lies around one, Esc nothing.
 */
final class MapChart extends StackPane {
  /** Pixels within which an image is pointed at. */
  private static final double REACH = 12;

  private static final int FEWEST_CORNERS = 3;

  private final MapViewModel map;
  private final FigureChart chart;
  private final Pane above = new Pane();
  private final Polygon lasso = new Polygon();
  private final Circle mark = new Circle(6);
  private boolean isDragged;

  MapChart(MapViewModel map, FigureChart chart) {
    this.map = map;
    this.chart = chart;
    lasso.getStyleClass().add("map-lasso");
    mark.getStyleClass().add("map-mark");
    lasso.setVisible(false);
    above.getChildren().addAll(lasso, mark);
    above.setMouseTransparent(true);
    getChildren().addAll(chart, above);
    chart.setFocusTraversable(true);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    chart.setOnMouseMoved(event -> point(event.getX(), event.getY()));
    chart.setOnMousePressed(this::begin);
    chart.setOnMouseDragged(this::drag);
    chart.setOnMouseReleased(_ -> end());
    map.pointedProperty().subscribe(_ -> mark());
    chart.figureProperty().subscribe(_ -> mark());
    widthProperty().subscribe(_ -> mark());
    heightProperty().subscribe(_ -> mark());
  }

  private ScatterFigure.Frame frame() {
    return ((ScatterFigure) chart.figureProperty().get())
        .frame(chart.getWidth(), chart.getHeight());
  }

  private void mark() {
    Integer point = map.pointedProperty().get();
    ImageMap now = map.mapProperty().get();
    mark.setVisible(point != null && now != null);
    if (point != null && now != null) {
      mark.setCenterX(frame().x(now.x(point)));
      mark.setCenterY(frame().y(now.y(point)));
    }
  }

  private void point(double x, double y) {
    ScatterFigure.Frame frame = frame();
    map.point(frame.mapX(x), frame.mapY(y), REACH / frame.scale());
  }

  private void begin(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      chart.requestFocus();
      lasso.getPoints().setAll(event.getX(), event.getY());
      isDragged = false;
    }
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      isDragged = true;
      lasso.getPoints().addAll(event.getX(), event.getY());
      lasso.setVisible(true);
    }
  }

  /** A click looks at an image; what was dragged around is selected. */
  private void end() {
    List<Double> corners = new ArrayList<>(lasso.getPoints());
    if (!isDragged || corners.size() < 2 * FEWEST_CORNERS) {
      lasso.setVisible(false);
      map.lookAtPointed();
      return;
    }
    isDragged = false;
    ScatterFigure.Frame frame = frame();
    double[] xs = new double[corners.size() / 2];
    double[] ys = new double[corners.size() / 2];
    for (int k = 0; k < xs.length; k++) {
      xs[k] = frame.mapX(corners.get(2 * k));
      ys[k] = frame.mapY(corners.get(2 * k + 1));
    }
    lasso.setVisible(false);
    map.select(xs, ys);
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> map.step(-1, 0);
      case RIGHT, KP_RIGHT -> map.step(1, 0);
      case UP, KP_UP -> map.step(0, -1);
      case DOWN, KP_DOWN -> map.step(0, 1);
      case SPACE -> map.selectAround();
      case ESCAPE -> map.unselect();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
