package dev.inkling.explain;

import dev.inkling.image.GreyImage.Box;
import dev.inkling.model.Layer;
import dev.inkling.model.Layer.Plain;
import dev.inkling.model.Layer.Size;
import dev.inkling.model.Stage;
import java.util.ArrayList;
import java.util.List;

/** Which part of all that comes before it a cell depends on. */
public final class ReceptiveField {
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
    for (Stage stage : stages.subList(0, layer + 1).reversed()) {
      box = before(stage, box);
      boxes.addFirst(box);
    }
    return List.copyOf(boxes);
  }

  private static Box before(Stage stage, Box box) {
    return switch (stage.layer()) {
      case Layer.Conv conv -> window(box, stage.input(), conv.kernel(), 1, conv.padding());
      case Layer.Pool pool -> window(box, stage.input(), pool.window(), pool.window(), 0);
      case Layer.Dense _ -> whole(stage.input());
      case Plain.LOG_SOFTMAX -> whole(stage.input());
      case Plain.RELU, Plain.BATCH_NORM -> box;
      case Layer.Dropout _ -> box;
    };
  }

  private static Box whole(Size size) {
    return new Box(0, 0, size.width(), size.height());
  }

  private static Box window(Box box, Size size, int side, int stride, int padding) {
    int left = Math.max(0, box.x() * stride - padding);
    int top = Math.max(0, box.y() * stride - padding);
    int right = (box.x() + box.width() - 1) * stride - padding + side;
    int bottom = (box.y() + box.height() - 1) * stride - padding + side;
    return new Box(
        left, top, Math.min(right, size.width()) - left, Math.min(bottom, size.height()) - top);
  }
}
