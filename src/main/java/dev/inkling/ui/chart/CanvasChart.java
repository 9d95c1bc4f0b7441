package dev.inkling.ui.chart;

import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import dev.inkling.chart.SvgChart;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A chart on a canvas. However often it changes, it is drawn once in a pulse, and only while it can
 * be seen.
 */
abstract class CanvasChart extends Region implements Redrawn {
  static final String STYLES = CanvasChart.class.getResource("/dev/inkling/chart.css").toString();

  /** Size of a picture of a chart that was never laid out. */
  private static final int WIDTH = 720;

  private static final int HEIGHT = 420;

  final Canvas canvas = new Canvas();
  private final ChartColors colors = new ChartColors(this, this::changed);
  private final Runnable pulse = this::drawIfSeen;
  private boolean isDirty = true;
  private long drawings;
  private double drawnScale;

  CanvasChart(String styleClass) {
    getStyleClass().add(styleClass);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    sceneProperty().subscribe(this::follow);
  }

  private void follow(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(pulse);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(pulse);
    }
    changed();
  }

  /** What is drawn on the canvas now. */
  abstract void draw(CanvasPainter painter, Look look);

  /** All that a picture of the chart has, which stands on its own. */
  abstract Figure picture();

  /** Asked for by screen readers alone: putting a sentence together takes time at each change. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? picture().words()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /** Asks for a drawing in the next pulse in which the chart can be seen. */
  final void changed() {
    if (!isDirty) {
      isDirty = true;
      Platform.requestNextPulse();
    }
  }

  private void drawIfSeen() {
    // On another screen thin lines are somewhere else.
    if ((isDirty || scale() != drawnScale) && canBeSeen()) {
      draw();
    }
  }

  private boolean canBeSeen() {
    Node node = this;
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    boolean isOpen = getScene().getWindow() != null && getScene().getWindow().isShowing();
    return node == null && isOpen && canvas.getWidth() > 0 && canvas.getHeight() > 0;
  }

  /** Draws at once. */
  final void draw() {
    isDirty = false;
    drawings++;
    drawnScale = scale();
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    draw(painter(graphics), look());
  }

  @Override
  public final Runnable redraw(double scale) {
    return Redrawn.over(
        canvas,
        getChildren(),
        scale,
        graphics -> draw(new CanvasPainter(graphics, family(), scale), look()));
  }

  final CanvasPainter painter(GraphicsContext graphics) {
    return new CanvasPainter(graphics, family(), scale());
  }

  private double scale() {
    boolean isInWindow = getScene() != null && getScene().getWindow() != null;
    return isInWindow ? getScene().getWindow().getOutputScaleX() : 1;
  }

  final String family() {
    return colors.family();
  }

  final ChartColors colors() {
    return colors;
  }

  /** The colours of the theme. */
  final Look look() {
    return colors.look();
  }

  /** How often it was drawn. */
  final long drawings() {
    return drawings;
  }

  /**
   * The chart on white paper as a file of SVG, in the size in which it is shown.
   *
   * @return well-formed XML
   */
  public final String toSvg() {
    return SvgChart.of(picture(), pictureWidth(), pictureHeight());
  }

  /** A property's text; what is not set is empty. */
  static String text(ObservableValue<String> property) {
    return property.getValue() == null ? "" : property.getValue();
  }

  final int pictureWidth() {
    return getWidth() > 0 ? (int) Math.ceil(getWidth()) : WIDTH;
  }

  final int pictureHeight() {
    return getHeight() > 0 ? (int) Math.ceil(getHeight()) : HEIGHT;
  }

  /** Gives the canvas its place; it is drawn anew where its size changes. */
  final void place(double x, double y, double width, double height) {
    canvas.relocate(snapPositionX(x), snapPositionY(y));
    double wide = Math.max(0, snapSizeX(width));
    double high = Math.max(0, snapSizeY(height));
    if (canvas.getWidth() != wide || canvas.getHeight() != high) {
      canvas.setWidth(wide);
      canvas.setHeight(high);
      changed();
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return STYLES;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ChartColors.metaData();
  }
}
