package dev.inkling.diagram;

import dev.inkling.chart.Box;
import dev.inkling.chart.Look;
import dev.inkling.explain.NetworkLayout;
import dev.inkling.explain.NetworkLayout.Column;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;
import java.util.Optional;

/**
 * Where everything is in the picture of a network: a column for the 28×28 picture, one for each
 * block, captions above them, and the outputs as a column of bars at the right.
 *
 * @param blocks of the network
 * @param maps all columns but the outputs, below the captions
 * @param width of the whole, in logical pixels
 * @param height of the whole, in logical pixels
 * @param scale of what is written: 1 for letters as on {@link Look#PAPER}, 2 for twice as large
 *     ones
 */
public record DiagramLayout(
    List<Block> blocks, NetworkLayout maps, double width, double height, double scale) {
  /** From a line of a caption to the next; this and the next three at a scale of 1. */
  static final double LINE = 13;

  /** Height of the captions, which have seven lines at most. */
  static final double TOP = 96;

  /** Width of the outputs: a cell, a digit, a bar and a percentage. */
  static final double OUTPUTS = 136;

  /** Width that a caption needs. */
  private static final double SLOT = 52;

  /** Height in which ten outputs can be read. */
  private static final double READABLE = 140;

  /** Between the last layer and the outputs. */
  private static final double GAP = 14;

  /** Height of an output, where there is room. */
  private static final double ROW = 40;

  /**
   * The layout of some columns in a size in logical pixels.
   *
   * @param letters size of what is written, in logical pixels, see {@link Look#size}
   */
  public static DiagramLayout of(List<Block> blocks, double width, double height, double letters) {
    double scale = scale(letters);
    List<Stage> shown =
        blocks.subList(0, blocks.size() - 1).stream()
            .map(block -> block.stages().getLast())
            .toList();
    double room = Math.max(100, width - scale * OUTPUTS - GAP);
    double high = Math.max(40, height - scale * TOP);
    NetworkLayout maps = NetworkLayout.of(shown, room, high, scale * SLOT);
    return new DiagramLayout(blocks, maps, width, height, scale);
  }

  private static double scale(double letters) {
    return letters / Look.PAPER.size();
  }

  /** The width below which captions would lie on each other. */
  public static double minWidth(int blocks, double letters) {
    return blocks * (scale(letters) * SLOT + 4) + scale(letters) * OUTPUTS + GAP;
  }

  /** The height below which outputs would lie on each other. */
  public static double minHeight(double letters) {
    return scale(letters) * (TOP + READABLE);
  }

  /** Height of the captions. */
  double top() {
    return scale * TOP;
  }

  /** Width of the outputs. */
  private double outputs() {
    return scale * OUTPUTS;
  }

  /** Number of columns, with the picture's and the outputs'. */
  public int columns() {
    return blocks.size() + 1;
  }

  /** Whether a column is the last one, which has bars. */
  public boolean isOutput(int column) {
    return column == blocks.size();
  }

  /** Size of what a column shows. */
  public Size size(int column) {
    return column == 0 ? Stage.IMAGE : blocks.get(column - 1).size();
  }

  /** Place of all that belongs to a column, its caption too. */
  public Box column(int column) {
    if (isOutput(column)) {
      return new Box(width - outputs(), 0, outputs(), height);
    }
    Column place = maps.columns().get(column);
    double wide = Math.max(scale * SLOT, place.width());
    return new Box(place.x() - (wide - place.width()) / 2, 0, wide, height);
  }

  /** Width that a column's caption can have. */
  double captionWidth(int column) {
    Box place = column(column);
    double left = column == 0 ? place.x() : place.x() - column(column - 1).right();
    double right = isOutput(column) ? 0 : column(column + 1).x() - place.right();
    return place.width() + Math.max(0, Math.min(left, right) - 6);
  }

  /** Place of a column's values alone. */
  public Box values(int column) {
    if (isOutput(column)) {
      Box first = map(column, 0);
      Box last = map(column, size(column).channels() - 1);
      return new Box(first.x(), first.y(), first.width(), last.bottom() - first.y());
    }
    Column place = maps.columns().get(column);
    return new Box(place.x(), top() + place.y(), place.width(), place.height());
  }

  /** Place of a feature map; of a layer without height and width, of one value. */
  public Box map(int column, int channel) {
    if (isOutput(column)) {
      Box row = row(channel);
      double side = Math.min(scale * 16, row.height() - 2);
      return new Box(row.x(), row.y() + (row.height() - side) / 2, side, side);
    }
    Box box = maps.columns().get(column).box(channel);
    return new Box(box.x(), top() + box.y(), box.width(), box.height());
  }

  /** Place of an output with its bar. */
  public Box row(int output) {
    int count = size(blocks.size()).channels();
    double high = Math.min(scale * ROW, (height - top()) / count);
    double first = top() + (height - top() - count * high) / 2;
    return new Box(width - outputs(), first + output * high, outputs(), high);
  }

  /** Place of a value. */
  public Box cell(Spot spot) {
    return part(spot.column(), spot.cell().channel(), spot.cell().x(), spot.cell().y(), 1, 1);
  }

  /** Place of some of a map's values. */
  Box part(int column, int channel, int x, int y, int wide, int high) {
    Box map = map(column, channel);
    double cellWidth = map.width() / size(column).width();
    double cellHeight = map.height() / size(column).height();
    return new Box(
        map.x() + x * cellWidth, map.y() + y * cellHeight, wide * cellWidth, high * cellHeight);
  }

  /** The value at a place, if there is one. */
  public Optional<Spot> at(double x, double y) {
    for (int column = 0; column < columns(); column++) {
      for (int channel = 0; channel < size(column).channels(); channel++) {
        Box box = isOutput(column) ? row(channel) : map(column, channel);
        if (box.contains(x, y)) {
          return Optional.of(new Spot(column, cell(column, channel, x, y)));
        }
      }
    }
    return Optional.empty();
  }

  private Cell cell(int column, int channel, double x, double y) {
    Box map = map(column, channel);
    Size size = size(column);
    int cellX = (int) ((x - map.x()) / map.width() * size.width());
    int cellY = (int) ((y - map.y()) / map.height() * size.height());
    return new Cell(
        channel, Math.clamp(cellY, 0, size.height() - 1), Math.clamp(cellX, 0, size.width() - 1));
  }
}
