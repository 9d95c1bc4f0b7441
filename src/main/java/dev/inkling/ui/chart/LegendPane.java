package dev.inkling.ui.chart;

import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.Look;
import dev.inkling.chart.Swatch;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The names of the curves: a switch for each, in as many rows as it takes. */
final class LegendPane extends ScrollPane {
  /** Height of a row in logical pixels. */
  static final double ROW = 26;

  private static final double SWATCH_HEIGHT = 10;

  /** Width of the longest name before it is cut off; the tooltip has all of it. */
  private static final double LONGEST = 280;

  private record Item(CurveStyle style, Canvas swatch) {}

  private final ObservableList<Series> series;
  private final FlowPane flow = new FlowPane();
  private final List<Item> items = new ArrayList<>();
  private @Nullable Look painted;

  LegendPane(ObservableList<Series> series) {
    this.series = series;
    getStyleClass().add("curve-legend");
    flow.getStyleClass().add("items");
    setContent(flow);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    series.addListener((ListChangeListener<Series>) _ -> rebuild());
  }

  private void rebuild() {
    items.clear();
    flow.getChildren().setAll(series.stream().map(this::button).toList());
    painted = null;
  }

  private ToggleButton button(Series one) {
    ToggleButton button = new ToggleButton();
    // Its own class alone: it looks like a label that can be switched off, not like a button.
    button.getStyleClass().setAll("curve-name");
    button.setEllipsisString("…");
    button.textProperty().bind(one.nameProperty());
    button.selectedProperty().bindBidirectional(one.visibleProperty());
    button.maxWidthProperty().bind(flow.widthProperty().subtract(20).map(LegendPane::longest));
    Tooltip all = new Tooltip();
    all.textProperty().bind(one.nameProperty());
    button.setTooltip(all);
    Canvas swatch = new Canvas(Swatch.WIDTH, SWATCH_HEIGHT);
    button.setGraphic(swatch);
    items.add(new Item(one.style(), swatch));
    return button;
  }

  private static double longest(Number width) {
    return Math.clamp(width.doubleValue(), 60, LONGEST);
  }

  /** The height of all rows in a width. */
  double rows(double width) {
    return flow.prefHeight(width);
  }

  /** Draws the pieces of curves, where colours have changed. */
  void paint(Look look) {
    if (!look.equals(painted)) {
      painted = look;
      for (Item item : items) {
        var graphics = item.swatch.getGraphicsContext2D();
        graphics.clearRect(0, 0, Swatch.WIDTH, SWATCH_HEIGHT);
        CanvasPainter painter = new CanvasPainter(graphics, "", 1);
        Swatch.paint(painter, item.style, look, 0, SWATCH_HEIGHT / 2);
      }
    }
  }
}
