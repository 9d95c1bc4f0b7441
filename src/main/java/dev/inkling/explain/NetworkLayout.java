package dev.inkling.explain;

import dev.inkling.chart.Box;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole network in one picture, from left to right: the 28×28 picture, then a column for each
 * layer with its feature maps below each other, in as many rows as fit. All values of all maps are
 * squares of the same size, so the maps are to scale; the values of layers without height and width
 * are squares too, but never too small to point at. Columns stand apart as far as there is room.
 *
 * @param cell side of a map's value
 * @param columns the picture's, then one for each layer, in order
 * @param width of the whole
 */
public record NetworkLayout(double cell, List<Column> columns, double width) {
  /** Between two maps, and as much as two columns are apart at least. */
  public static final double GAP = 2;

  private static final double COLUMN_GAP = 10;

  /** Side of a dense layer's value where maps have smaller ones. */
  private static final double SMALLEST_UNIT = 4;

  /** The precision of {@link #cell}. */
  private static final double PRECISION = 1 / 32.0;

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
      int line = channel / rows;
      return new Box(x + line * (width + GAP), y + channel % rows * (height + GAP), width, height);
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
   * @param slot width that a column has at least, for what is written above it
   */
  public static NetworkLayout of(List<Stage> stages, double width, double height, double slot) {
    List<Size> sizes = new ArrayList<>();
    sizes.add(Stage.IMAGE);
    stages.forEach(stage -> sizes.add(stage.output()));
    double cell = height / Stage.IMAGE.height();
    NetworkLayout layout = place(sizes, cell, height, slot, COLUMN_GAP);
    while (layout.width() > width && cell > PRECISION) {
      cell -= PRECISION;
      layout = place(sizes, cell, height, slot, COLUMN_GAP);
    }
    double spare = Math.max(0, width - layout.width()) / Math.max(1, stages.size());
    return place(sizes, cell, height, slot, COLUMN_GAP + spare);
  }

  private static NetworkLayout place(
      List<Size> sizes, double mapCell, double height, double slot, double gap) {
    List<Column> columns = new ArrayList<>();
    double x = 0;
    for (Size size : sizes) {
      boolean isMap = size.height() * size.width() > 1;
      double cell = isMap ? mapCell : Math.max(SMALLEST_UNIT, mapCell);
      int fitting = (int) ((height + GAP) / (size.height() * cell + GAP));
      int most = Math.clamp(fitting, 1, size.channels());
      int lines = (size.channels() + most - 1) / most;
      int rows = (size.channels() + lines - 1) / lines; // lines of the same length
      double y = (height - (rows * (size.height() * cell + GAP) - GAP)) / 2;
      double width = new Column(size, 0, y, cell, rows).width();
      double inset = Math.max(0, slot - width) / 2;
      columns.add(new Column(size, x + inset, y, cell, rows));
      x += width + 2 * inset + gap;
    }
    return new NetworkLayout(mapCell, columns, x - gap);
  }
}
