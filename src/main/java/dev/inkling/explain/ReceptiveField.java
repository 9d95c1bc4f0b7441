package dev.inkling.explain;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Cell;
import dev.inkling.layer.Primitive.Channels;
import dev.inkling.layer.Stage;
import java.util.ArrayList;
import java.util.List;

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
    List<Box> boxes = new ArrayList<>();
    Box box = new Box(cell.x(), cell.y(), 1, 1);
    int channel = cell.channel();
    for (Stage stage : stages.subList(0, layer + 1).reversed()) {
      box = stage.layer().field(stage.input(), box, channel);
      boxes.addFirst(box);
      channel = stage.layer().channels() == Channels.ALONE ? channel : ALL;
    }
    return List.copyOf(boxes);
  }
}
