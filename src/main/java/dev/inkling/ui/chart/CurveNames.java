package dev.inkling.ui.chart;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * The names of curves, a switch for each, apart from their chart: several that show the same ones
 * in the same colours need them once.
 */
public final class CurveNames extends Region {
  /** Rows that it takes at most; the others scroll. */
  private static final int MOST = 3;

  private final LegendPane names;

  CurveNames(LegendPane names) {
    this.names = names;
    getStyleClass().add("inkling-line-chart"); // their look is a chart's
    getChildren().add(names);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return LegendPane.ROW;
  }

  @Override
  protected double computePrefHeight(double width) {
    double all = names.rows(width < 0 ? getWidth() : width);
    return snapSizeY(Math.min(all, MOST * LegendPane.ROW));
  }

  @Override
  protected void layoutChildren() {
    names.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return CanvasChart.STYLES;
  }
}
