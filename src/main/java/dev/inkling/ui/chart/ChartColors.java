package dev.inkling.ui.chart;

import dev.inkling.chart.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** The colours and the font that the stylesheet gives a chart; a canvas has no CSS of its own. */
final class ChartColors {
  private static final CssMetaData<CanvasChart, Color> TEXT = color("text", c -> c.text);
  private static final CssMetaData<CanvasChart, Color> MUTED = color("muted", c -> c.muted);
  private static final CssMetaData<CanvasChart, Color> GRID = color("grid", c -> c.grid);
  private static final CssMetaData<CanvasChart, Color> AXIS = color("axis", c -> c.axis);
  private static final CssMetaData<CanvasChart, Color> SURFACE = color("surface", c -> c.surface);
  private static final CssMetaData<CanvasChart, Color> BAR = color("bar", c -> c.bar);
  private static final FontCssMetaData<CanvasChart> FONT = new ChartFont();
  private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

  private final StyleableObjectProperty<Color> text;
  private final StyleableObjectProperty<Color> muted;
  private final StyleableObjectProperty<Color> grid;
  private final StyleableObjectProperty<Color> axis;
  private final StyleableObjectProperty<Color> surface;
  private final StyleableObjectProperty<Color> bar;
  private final StyleableObjectProperty<Font> font;

  /** The colours of paper, until a stylesheet says something else. */
  ChartColors(CanvasChart chart, Runnable changed) {
    text = property(TEXT, chart, "text", Look.PAPER.text());
    muted = property(MUTED, chart, "muted", Look.PAPER.muted());
    grid = property(GRID, chart, "grid", Look.PAPER.grid());
    axis = property(AXIS, chart, "axis", Look.PAPER.axis());
    surface = property(SURFACE, chart, "surface", Look.PAPER.surface());
    bar = property(BAR, chart, "bar", Look.PAPER.bar());
    font = new SimpleStyleableObjectProperty<>(FONT, chart, "font", Font.getDefault());
    for (StyleableObjectProperty<?> property :
        List.of(text, muted, grid, axis, surface, bar, font)) {
      property.addListener(_ -> changed.run());
    }
  }

  private static StyleableObjectProperty<Color> property(
      CssMetaData<CanvasChart, Color> meta, CanvasChart chart, String name, int first) {
    return new SimpleStyleableObjectProperty<>(meta, chart, name, CanvasPainter.color(first));
  }

  private static CssMetaData<CanvasChart, Color> color(
      String name, Function<ChartColors, StyleableObjectProperty<Color>> property) {
    return new CssMetaData<>("-inkling-chart-" + name, ColorConverter.getInstance()) {
      @Override
      public boolean isSettable(CanvasChart chart) {
        return true;
      }

      @Override
      public StyleableProperty<Color> getStyleableProperty(CanvasChart chart) {
        return property.apply(chart.colors());
      }
    };
  }

  private static List<CssMetaData<? extends Styleable, ?>> all() {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    all.addAll(List.of(TEXT, MUTED, GRID, AXIS, SURFACE, BAR, FONT));
    return List.copyOf(all);
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return ALL;
  }

  /** Size of letters in logical pixels. */
  ObservableValue<Double> letters() {
    return font.map(Font::getSize);
  }

  String family() {
    return font.get().getFamily();
  }

  Look look() {
    return new Look(
        CanvasPainter.argb(text.get()),
        CanvasPainter.argb(muted.get()),
        CanvasPainter.argb(grid.get()),
        CanvasPainter.argb(axis.get()),
        CanvasPainter.argb(surface.get()),
        CanvasPainter.argb(bar.get()),
        font.get().getSize());
  }

  /** The font comes from the parents, as it does for labels. */
  private static final class ChartFont extends FontCssMetaData<CanvasChart> {
    ChartFont() {
      super("-fx-font", Font.getDefault());
    }

    @Override
    public boolean isSettable(CanvasChart chart) {
      return true;
    }

    @Override
    public StyleableProperty<Font> getStyleableProperty(CanvasChart chart) {
      return chart.colors().font;
    }
  }
}
