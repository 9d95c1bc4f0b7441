package dev.inkling.ui.chart;

import dev.inkling.chart.Figure;
import dev.inkling.chart.Film;
import dev.inkling.chart.Look;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A chart that draws one figure as it is. FX thread only. */
public final class FigureChart extends CanvasChart {
  private final ObjectProperty<@Nullable Figure> figure = new SimpleObjectProperty<>();
  private final ObservableValue<Double> letters = colors().letters();

  /** A chart of a figure. */
  public FigureChart(Figure first) {
    super("inkling-figure-chart");
    setMinSize(120, 100);
    setPrefSize(420, 300);
    figure.set(first);
    figure.subscribe(
        now -> {
          setAccessibleText(now.title());
          changed();
        });
  }

  /** What is drawn; not null. */
  public ObjectProperty<@Nullable Figure> figureProperty() {
    return figure;
  }

  /** Size of its letters in logical pixels; it grows with the window's texts. */
  public ObservableValue<Double> lettersProperty() {
    return letters;
  }

  /** What figures of its size are painted on, in the colours of its window. */
  public Film.Sheet sheet(double scale) {
    return new Film.Sheet(look(), pictureWidth(), pictureHeight(), scale);
  }

  @Override
  void draw(CanvasPainter painter, Look look) {
    figure.get().paint(painter, look, canvas.getWidth(), canvas.getHeight());
  }

  @Override
  Figure picture() {
    return figure.get();
  }

  @Override
  protected void layoutChildren() {
    place(0, 0, getWidth(), getHeight());
  }
}
