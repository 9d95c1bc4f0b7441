package dev.inkling.explain;

import dev.inkling.chart.Box;
import dev.inkling.model.Layer.Size;
import dev.inkling.model.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole network in one picture, from left to right: the 28×28 picture, then a column for each
 * layer with its feature maps below each other, in as many rows as fit. All values of all maps are
 * squares of the same size, so the maps are to scale; the values of layers without height and width
 * are squares too, but never too small to point at.
 *
 * @param cell side of a map's value
 * @param columns the picture's, then one for each layer, in order
 */
public record NetworkLayout(double cell, List<Column> columns) {
  /** Between two maps, and as much as two columns are apart at least. */
  public static final double GAP = 2;

  private static final double COLUMN_GAP = 12;

  /** Side of a dense layer's value where maps have smaller ones. */
  private static final double SMALLEST_UNIT = 4;

  /** The precision of {@link #cell}. */
  private static final double PRECISION = 1 / 64.0;

  public NetworkLayout {
    columns = List.copyOf(columns);
  }

  /**
   * A layer's place.
   *
   * @param size its channels, and height and width of each in values
   * @param x left edge
   * @param y top edge; columns are centred on each other
   * @param cell side of a value
   * @param rows maps below each other, the first ones in the leftmost line
   */
  public record Column(Size size, double x, double y, double cell, int rows) {
    /** The place of a channel's map. */
    public Box box(int channel) {
      double width = size.width() * cell;
      double height = size.height() * cell;
      return new Box(
          x + channel / rows * (width + GAP), y + channel % rows * (height + GAP), width, height);
    }

    /** Width of all maps together. */
    public double width() {
      int lines = (size.channels() + rows - 1) / rows;
      return lines * (size.width() * cell + GAP) - GAP;
    }

    /** Height of all maps together. */
    public double height() {
      return rows * (size.height() * cell + GAP) - GAP;
    }
  }

  /**
   * The largest layout that fits.
   *
   * @param stages layers to show, all of a network or some
   * @param width of the place there is, in any unit
   * @param height of the place there is
   */
  public static NetworkLayout of(List<Stage> stages, double width, double height) {
    List<Size> sizes = new ArrayList<>();
    sizes.add(Stage.IMAGE);
    stages.forEach(stage -> sizes.add(stage.output()));
    double cell = height / Stage.IMAGE.height();
    NetworkLayout layout = place(sizes, cell, height);
    while (layout.width() > width && cell > PRECISION) {
      cell -= PRECISION;
      layout = place(sizes, cell, height);
    }
    return layout;
  }

  private static NetworkLayout place(List<Size> sizes, double mapCell, double height) {
    List<Column> columns = new ArrayList<>();
    double x = 0;
    for (Size size : sizes) {
      boolean isMap = size.height() * size.width() > 1;
      double cell = isMap ? mapCell : Math.max(SMALLEST_UNIT, mapCell);
      int fitting = (int) ((height + GAP) / (size.height() * cell + GAP));
      int rows = Math.clamp(fitting, 1, size.channels());
      double y = (height - (rows * (size.height() * cell + GAP) - GAP)) / 2;
      Column column = new Column(size, x, y, cell, rows);
      columns.add(column);
      x += column.width() + COLUMN_GAP;
    }
    return new NetworkLayout(mapCell, columns);
  }

  /** Width of the whole. */
  public double width() {
    return columns.getLast().x() + columns.getLast().width();
  }
}
