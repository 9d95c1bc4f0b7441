package dev.inkling.diagram;

import dev.inkling.layer.Cell;
import dev.inkling.layer.Size;
import dev.inkling.layer.Stage;
import java.util.List;

/**
 * From value to value, as the arrow keys go; at an end one stays.
 *
 * @param blocks the columns behind that of the picture
 */
public record Walk(List<Block> blocks) {
  public Walk {
    blocks = List.copyOf(blocks);
  }

  /** Size of what a column shows. */
  public Size size(int column) {
    return column == 0 ? Stage.IMAGE : blocks.get(column - 1).size();
  }

  /** Whether a column is the last one, with the outputs. */
  public boolean isOutput(int column) {
    return column == blocks.size();
  }

  /** Where one begins: in the middle of the picture. */
  public Spot start() {
    Size size = size(0);
    return new Spot(0, new Cell(0, size.height() / 2, size.width() / 2));
  }

  /** Some columns to the right, in the same part of what that column shows. */
  public Spot toColumn(Spot from, int by) {
    int column = Math.clamp(from.column() + by, 0, blocks.size());
    return column == from.column() ? from : new Spot(column, within(from, size(column)));
  }

  private Cell within(Spot from, Size size) {
    Size before = size(from.column());
    Cell cell = from.cell();
    return new Cell(
        cell.channel() * size.channels() / before.channels(),
        (2 * cell.y() + 1) * size.height() / (2 * before.height()),
        (2 * cell.x() + 1) * size.width() / (2 * before.width()));
  }

  /** Some maps, or units, down. */
  public Spot toChannel(Spot from, int by) {
    int last = size(from.column()).channels() - 1;
    int channel = Math.clamp(from.cell().channel() + by, 0, last);
    return new Spot(from.column(), new Cell(channel, from.cell().y(), from.cell().x()));
  }

  /** To another value of the same map. */
  public Spot toCell(Spot from, int right, int down) {
    Size size = size(from.column());
    int x = Math.clamp(from.cell().x() + right, 0, size.width() - 1);
    int y = Math.clamp(from.cell().y() + down, 0, size.height() - 1);
    return new Spot(from.column(), new Cell(from.cell().channel(), y, x));
  }
}
