package dev.inkling.layer;

import dev.inkling.image.GreyImage.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A square that slides over maps.
 *
 * @param side its width and height
 * @param stride from one place to the next
 * @param padding values of 0 around the maps, on each side
 */
public record Window(int side, int stride, int padding) {
  /** Size of what it makes of maps, with so many channels. */
  Size output(Size input, int channels) {
    return new Size(channels, places(input.height()), places(input.width()));
  }

  private int places(int length) {
    return Math.floorDiv(length + 2 * padding - side, stride) + 1;
  }

  /** What it lies on at the places of a box, without padding. */
  Box field(Size input, Box box) {
    int left = Math.max(0, box.x() * stride - padding);
    int top = Math.max(0, box.y() * stride - padding);
    int right = (box.x() + box.width() - 1) * stride - padding + side;
    int bottom = (box.y() + box.height() - 1) * stride - padding + side;
    // What lies in the padding alone sees nothing; a box is not empty.
    return new Box(
        Math.min(left, input.width() - 1),
        Math.min(top, input.height() - 1),
        Math.max(1, Math.min(right, input.width()) - left),
        Math.max(1, Math.min(bottom, input.height()) - top));
  }

  /** What it lies on at one place, by channel, row and column; some may be in the padding. */
  List<Cell> cells(Cell at, int firstChannel, int channels) {
    List<Cell> cells = new ArrayList<>(channels * side * side);
    for (int channel = firstChannel; channel < firstChannel + channels; channel++) {
      for (int i = 0; i < side * side; i++) {
        int y = at.y() * stride - padding + i / side;
        int x = at.x() * stride - padding + i % side;
        cells.add(new Cell(channel, y, x));
      }
    }
    return cells;
  }

  /**
   * What can be set in a kernel.
   *
   * @param with the layer with another kernel
   */
  List<Setting> settings(Function<Window, Layer> with) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        Setting.whole(
            "kernel",
            1,
            99,
            side,
            n -> with.apply(new Window(n, stride, keepsSize() ? n / 2 : padding))));
    settings.add(
        Setting.whole("stride", 1, 9, stride, n -> with.apply(new Window(side, n, padding))));
    settings.add(
        Setting.whole("padding", 0, 99, padding, n -> with.apply(new Window(side, stride, n))));
    if (side % 2 == 1) {
      settings.add(
          Setting.flag(
              "same", keepsSize(), is -> with.apply(new Window(side, stride, is ? side / 2 : 0))));
    }
    return settings;
  }

  /** True for the padding that keeps the size of maps, but for the stride. */
  boolean keepsSize() {
    return side % 2 == 1 && padding == side / 2;
  }

  /** Its settings for MXNet, which has no padding and a stride of 1 where nothing is said. */
  Map<String, String> symbol() {
    return Map.of(
        "kernel",
        SymbolNodes.pair(side),
        "stride",
        SymbolNodes.pair(stride),
        "pad",
        SymbolNodes.pair(padding));
  }

  /** Its settings for ONNX. */
  Map<String, List<Integer>> onnx() {
    return Map.of(
        "kernel_shape",
        List.of(side, side),
        "strides",
        List.of(stride, stride),
        "pads",
        List.of(padding, padding, padding, padding));
  }

  /** As it is written in a picture: 3×3, or 3×3/2 with a stride of 2. */
  String caption() {
    return side + "×" + side + (stride == 1 ? "" : "/" + stride);
  }
}
