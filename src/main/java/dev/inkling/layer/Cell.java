package dev.inkling.layer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A place in what a layer puts out. A dense layer's unit n is channel n at y 0, x 0.
 *
 * @param channel counted from 0
 * @param y row, from the top
 * @param x column, from the left
 */
public record Cell(int channel, int y, int x) {
  /** The cell at an index of row-major values, the channel outermost. */
  public static Cell at(int index, Size size) {
    int map = size.height() * size.width();
    return new Cell(index / map, index % map / size.width(), index % size.width());
  }

  /** All cells of a size, row-major, the channel outermost. */
  public static List<Cell> all(Size size) {
    return IntStream.range(0, size.count()).mapToObj(i -> at(i, size)).toList();
  }

  /** True when a layer of this size has the cell; a convolution also looks at padding around it. */
  public boolean isWithin(Size size) {
    return channel >= 0
        && channel < size.channels()
        && y >= 0
        && y < size.height()
        && x >= 0
        && x < size.width();
  }

  /** Its index in row-major values, the channel outermost. */
  public int index(Size size) {
    if (!isWithin(size)) {
      throw new IndexOutOfBoundsException(this + " of " + size);
    }
    return (channel * size.height() + y) * size.width() + x;
  }
}
