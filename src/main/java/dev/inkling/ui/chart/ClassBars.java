package dev.inkling.ui.chart;

import dev.inkling.chart.BarFigure;
import dev.inkling.chart.Figure;
import dev.inkling.chart.Look;
import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A bar and a number in percent for each class. The numbers are always the last values; the bars
 * glide to these. FX thread only.
 */
public final class ClassBars extends CanvasChart {
  /** Time in which a bar covers 63 % of the way to its value, in nanoseconds. */
  private static final double TIME_CONSTANT = 60e6;

  /**
   * Part of the axis, a pixel or two on a screen: nearer than that, a bar has arrived. Late in a
   * training bars move less from epoch to epoch, and then not a single frame is drawn for gliding.
   */
  private static final double NEAR = 5e-3;

  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final StringProperty emptyText = new SimpleStringProperty("");
  private final DoubleProperty axisStart = new SimpleDoubleProperty(0);
  private final BooleanProperty vertical = new SimpleBooleanProperty(false);
  private final Glide glide = new Glide();
  private List<String> labels = List.of();
  private double[] values = {};
  private double[] lengths = {};

  /** Lying bars from 0, without values. */
  public ClassBars() {
    super("inkling-class-bars");
    setMinSize(120, 100);
    setPrefSize(420, 300);
    title.subscribe(text -> setAccessibleText(text));
    for (var property : List.of(title, note, emptyText, axisStart, vertical)) {
      property.subscribe(this::changed);
    }
  }

  // Properties

  /** Above the bars. */
  public StringProperty titleProperty() {
    return title;
  }

  /** Shown while the axis does not start at 0, to say so. */
  public StringProperty noteProperty() {
    return note;
  }

  /** Shown while there are no values. */
  public StringProperty emptyTextProperty() {
    return emptyText;
  }

  /** Where the axis starts, 0 or more, less than 1. A bar that ends before it is not seen. */
  public DoubleProperty axisStartProperty() {
    return axisStart;
  }

  /** Whether the bars stand or lie. */
  public BooleanProperty verticalProperty() {
    return vertical;
  }

  // Commands

  /**
   * Shows other values. Bars that are there already glide, others grow from the start of the axis.
   *
   * @param newLabels of the classes; none to show the empty text
   * @param newValues parts of 1, one for each label; NaN for a class that has none
   */
  public void setValues(List<String> newLabels, double... newValues) {
    if (newLabels.size() != newValues.length) {
      throw new IllegalArgumentException(newLabels.size() + " labels, " + newValues.length);
    }
    double[] old = lengths;
    labels = List.copyOf(newLabels);
    values = newValues.clone();
    lengths = new double[values.length];
    for (int k = 0; k < lengths.length; k++) {
      boolean isOld = k < old.length && !Double.isNaN(old[k]);
      lengths[k] = isOld ? old[k] : axisStart.get();
    }
    glide.start();
    changed();
  }

  /** Shows the empty text. */
  public void clear() {
    setValues(List.of());
  }

  /** True when no bar glides any more. */
  boolean isAtRest() {
    return Arrays.equals(lengths, values);
  }

  @Override
  void draw(CanvasPainter painter, Look look) {
    figure(lengths).paint(painter, look, canvas.getWidth(), canvas.getHeight());
  }

  @Override
  Figure picture() {
    return figure(values);
  }

  private BarFigure figure(double[] ends) {
    return new BarFigure(
        text(title),
        text(note),
        text(emptyText),
        labels,
        values,
        ends,
        axisStart.get(),
        vertical.get());
  }

  @Override
  protected void layoutChildren() {
    place(0, 0, getWidth(), getHeight());
  }

  private final class Glide extends AnimationTimer {
    private long last;

    @Override
    public void handle(long now) {
      double part = last == 0 ? 0.25 : 1 - Math.exp((last - now) / TIME_CONSTANT);
      last = now;
      boolean isDone = true;
      double near = NEAR * (1 - axisStart.get());
      for (int k = 0; k < lengths.length; k++) {
        lengths[k] += part * (values[k] - lengths[k]);
        if (Math.abs(values[k] - lengths[k]) < near || Double.isNaN(values[k])) {
          lengths[k] = values[k];
        } else {
          isDone = false;
        }
      }
      changed();
      if (isDone) {
        stop();
        last = 0;
      }
    }
  }
}
