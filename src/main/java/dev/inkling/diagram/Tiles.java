package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Look;
import dev.inkling.chart.MatrixShades;
import dev.inkling.chart.Painter;
import dev.inkling.chart.Painter.Align;
import dev.inkling.chart.Palette;
import dev.inkling.chart.SignedShades;
import dev.inkling.chart.Type;
import dev.inkling.layer.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Values as small pictures of equal size beside each other, a picture for each channel; those
 * without height and width as one picture in lines.
 *
 * @param count pictures
 * @param columns values of a picture side by side
 * @param rows values of a picture below each other
 * @param values picture after picture, row-major; NaN where there is none
 */
public record Tiles(int count, int columns, int rows, float[] values) {
  /** Values of a line, where they have no place of their own. */
  private static final int LINE = 48;

  private static final double GAP = 2;

  /** Side of a value at most, in logical pixels. */
  private static final double LARGEST = 44;

  /** From this side on, the number is written into a value. */
  private static final double READABLE = 30;

  private static final double STEP = 0.25;

  /** Tiles of values that lie as a layer's do. */
  public static Tiles of(Size size, float[] values) {
    if (size.height() * size.width() > 1 || size.channels() == 1) {
      return new Tiles(size.channels(), size.width(), size.height(), values);
    }
    int columns = Math.min(LINE, values.length);
    int rows = (values.length + columns - 1) / columns;
    float[] filled = new float[columns * rows];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = i < values.length ? values[i] : Float.NaN;
    }
    return new Tiles(1, columns, rows, filled);
  }

  /** Draws them into a box, from its upper left corner on, as large as they fit. */
  void paint(Painter painter, Look look, Box box) {
    paint(painter, look, box, SignedShades.strongest(values));
  }

  /**
   * Likewise, on a scale of several tiles.
   *
   * @param strongest the value that has the full colour
   */
  void paint(Painter painter, Look look, Box box, double strongest) {
    double cell = cell(box.width(), box.height());
    List<Box> places = places(box, cell);
    int[] colors = colors(Palette.isDark(look.text()), strongest);
    painter.pictures(places, columns, colors);
    for (int i = 0; i < values.length; i++) {
      if (cell >= READABLE && !Float.isNaN(values[i])) {
        number(painter, look, places.get(i / (columns * rows)), i, colors[i]);
      }
    }
  }

  private void number(Painter painter, Look look, Box place, int i, int color) {
    double cell = place.width() / columns;
    double x = place.x() + (i % columns + 0.5) * cell;
    Type type = new Type(look.size() - 4, false);
    double y = place.y() + (i / columns % rows + 0.5) * cell + type.middle();
    String text = FormulaText.number(values[i], 2);
    painter.text(text, x, y, Align.CENTER, type, MatrixShades.letters(color));
  }

  /** The place of a value, when they are drawn into a box. */
  Box place(Box box, int value) {
    Box map = places(box, cell(box.width(), box.height())).get(value / (columns * rows));
    double side = map.width() / columns;
    int at = value % (columns * rows);
    int row = at / columns;
    return new Box(map.x() + at % columns * side, map.y() + row * side, side, side);
  }

  /** The value at a place, when they are drawn into a box; −1 where there is none. */
  int at(Box box, double x, double y) {
    List<Box> places = places(box, cell(box.width(), box.height()));
    for (int i = 0; i < count; i++) {
      Box map = places.get(i);
      if (map.contains(x, y)) {
        int column = Math.min(columns - 1, (int) ((x - map.x()) / map.width() * columns));
        int row = Math.min(rows - 1, (int) ((y - map.y()) / map.height() * rows));
        int value = (i * rows + row) * columns + column;
        return Float.isNaN(values[value]) ? -1 : value;
      }
    }
    return -1;
  }

  /** Side of a value, as large as all fit into a size. */
  double cell(double width, double height) {
    double cell = LARGEST;
    while (cell > STEP && height(cell, width) > height) {
      cell -= STEP;
    }
    return cell;
  }

  private List<Box> places(Box box, double cell) {
    int across = across(cell, box.width());
    List<Box> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int line = i / across;
      double x = box.x() + i % across * (columns * cell + GAP);
      double y = box.y() + line * (rows * cell + GAP);
      places.add(new Box(x, y, columns * cell, rows * cell));
    }
    return places;
  }

  private int across(double cell, double width) {
    return Math.clamp((int) ((width + GAP) / (columns * cell + GAP)), 1, count);
  }

  /** Height of all lines; endless where not even one picture fits in the width. */
  private double height(double cell, double width) {
    if (columns * cell > width) {
      return Double.POSITIVE_INFINITY;
    }
    int across = across(cell, width);
    int lines = (count + across - 1) / across;
    return lines * (rows * cell + GAP) - GAP;
  }

  private int[] colors(boolean isDark, double strongest) {
    int[] colors = SignedShades.colors(values, strongest, isDark);
    for (int i = 0; i < values.length; i++) {
      colors[i] = Float.isNaN(values[i]) ? 0 : colors[i];
    }
    return colors;
  }
}
