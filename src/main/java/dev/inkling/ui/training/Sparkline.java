package dev.inkling.ui.training;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** A small curve of losses, on a logarithmic axis: how a run went, at a glance. */
final class Sparkline extends Pane {
  private static final double WIDTH = 56;
  private static final double HEIGHT = 18;

  /** A loss below which a curve lies on the ground. */
  private static final double LEAST = 1e-3;

  private final Polyline line = new Polyline();

  Sparkline() {
    getStyleClass().add("sparkline");
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    line.getStyleClass().add("curve");
    getChildren().add(line);
  }

  /** Shows losses, two or more; fewer are no curve. */
  void show(List<Double> losses) {
    double[] heights = losses.stream().mapToDouble(Sparkline::height).toArray();
    line.getPoints().clear();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double height : heights) {
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
    for (int i = 0; i < heights.length && heights.length > 1; i++) {
      double part = high > low ? (heights[i] - low) / (high - low) : 0;
      line.getPoints().addAll(WIDTH * i / (heights.length - 1), 1 + (HEIGHT - 2) * (1 - part));
    }
  }

  /** A loss that is no number was beyond all others. */
  private static double height(double loss) {
    return Math.log(Math.clamp(Double.isFinite(loss) ? loss : 1e4, LEAST, 1e4));
  }
}
