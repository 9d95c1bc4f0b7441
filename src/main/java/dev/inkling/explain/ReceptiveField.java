package dev.inkling.explain;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Primitive;
import dev.inkling.layer.Primitive.Channels;
import dev.inkling.layer.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of all that comes before it a cell depends on. */
public final class ReceptiveField {
  /** In place of a channel where all are asked for. */
  private static final int ALL = -1;

  private ReceptiveField() {}

  /**
   * The parts, in every channel the same, without padding.
   *
   * @param layer index of the cell's layer
   * @return {@code layer + 1} boxes: the first on the 28×28 picture, then one on each earlier
   *     layer's output, the last on what the cell's own layer reads
   */
  public static List<Box> of(List<Stage> stages, int layer, Cell cell) {
    Box[] boxes = new Box[layer + 2]; // the last is the cell
    boxes[layer + 1] = new Box(cell.x(), cell.y(), 1, 1);
    int channel = cell.channel();
    for (int i = layer; i >= 0; i--) {
      Primitive primitive = stages.get(i).layer();
      boxes[i] = union(boxes[i], primitive.field(stages.get(i).input(), boxes[i + 1], channel));
      if (primitive.back() > 0) {
        int before = i - primitive.back();
        boxes[before] = union(boxes[before], primitive.fieldBefore(boxes[i + 1]));
      }
      channel = primitive.channels() == Channels.ALONE ? channel : ALL;
    }
    return List.of(boxes).subList(0, layer + 1);
  }

  /** The smallest box around both; the first may be missing. */
  private static Box union(@Nullable Box one, Box other) {
    if (one == null) {
      return other;
    }
    int x = Math.min(one.x(), other.x());
    int y = Math.min(one.y(), other.y());
    int right = Math.max(one.x() + one.width(), other.x() + other.width());
    int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
    return new Box(x, y, right - x, bottom - y);
  }
}
