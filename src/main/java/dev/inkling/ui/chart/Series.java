package dev.inkling.ui.chart;

import dev.inkling.chart.Curve;
import dev.inkling.chart.CurveStyle;
import dev.inkling.chart.Points;
import dev.inkling.chart.Smoothing;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/**
 * A curve that grows while it is shown. To add a sample costs as much as writing two numbers: the
 * charts hear of the first one after they were drawn, not of each. FX thread only.
 */
public final class Series {
  private final ObservableValue<String> name;
  private final CurveStyle style;
  private final Points points = new Points();
  private final Smoothing smoothing = new Smoothing(points);
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final List<Runnable> watchers = new ArrayList<>(1);
  private boolean isDirty;

  /**
   * A curve without samples.
   *
   * @param name for the legend, which may change with the language
   * @param style of its line
   */
  public Series(ObservableValue<String> name, CurveStyle style) {
    this.name = name;
    this.style = style;
    visible.subscribe(this::changed);
  }

  /** A curve whose name is the same in all languages. */
  public Series(String name, CurveStyle style) {
    this(new SimpleStringProperty(name), style);
  }

  // Properties

  /** For the legend. */
  public ObservableValue<String> nameProperty() {
    return name;
  }

  /** Of its line. */
  public CurveStyle style() {
    return style;
  }

  /** Whether charts draw it. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** How many samples there are. */
  public int size() {
    return points.size();
  }

  /** Where sample i lies. */
  public double x(int i) {
    return points.x(i);
  }

  /** The value of sample i. */
  public double y(int i) {
    return points.y(i);
  }

  // Commands

  /**
   * Adds a sample.
   *
   * @param x finite, not less than the last one's
   * @param y any number; what is not finite leaves a gap
   * @throws IllegalArgumentException when x goes back or is not finite
   */
  public void append(double x, double y) {
    points.append(x, y);
    changed();
  }

  /** Forgets all samples. */
  public void clear() {
    points.clear();
    changed();
  }

  private void changed() {
    if (!isDirty) {
      isDirty = true;
      watchers.forEach(Runnable::run);
    }
  }

  // For charts

  /** As it is now; the samples are not copied. */
  Curve curve() {
    return new Curve(CanvasChart.text(name), style, points, smoothing, visible.get());
  }

  /** Its watchers have seen all: they want to hear of the next change. */
  void seen() {
    isDirty = false;
  }

  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }
}
