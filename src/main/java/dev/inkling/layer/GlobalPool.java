package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Formula.Input;
import java.util.List;
import java.util.Map;

/** The mean of each map (Lin et al., Network in Network, 2013). */
public record GlobalPool() implements Primitive {
  static final Kind KIND = Kind.plain(new GlobalPool());

  @Override
  public String text() {
    return "global-avg-pool";
  }

  @Override
  public Size output(Size input) {
    return new Size(input.channels(), 1, 1);
  }

  @Override
  public Family family() {
    return Family.POOLING;
  }

  @Override
  public boolean needsMaps() {
    return true;
  }

  @Override
  public boolean isPointwise() {
    return false;
  }

  @Override
  public Size window(Size input) {
    return new Size(1, input.height(), input.width());
  }

  @Override
  public Box field(Size input, Box box, int channel) {
    return new Box(0, 0, input.width(), input.height());
  }

  @Override
  public String label() {
    return "mean";
  }

  @Override
  public String caption(Size input) {
    return input.height() + "×" + input.width();
  }

  @Override
  public NDArray compute(Tensors tensors) {
    // One after the other: PyTorch through DJL takes one axis at a time.
    return tensors.input().mean(new int[] {3}, true).mean(new int[] {2}, true);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    return nodes.node(
        "Pooling", Map.of("kernel", "(1,1)", "global_pool", "True", "pool_type", "avg"));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("GlobalAveragePool", Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.AdaptiveAvgPool2d(1)");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.GlobalAveragePooling2D(keepdims=True)");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    Size size = numbers.stage().input();
    List<Input> inputs =
        Cell.all(new Size(1, size.height(), size.width())).stream()
            .map(at -> numbers.input(new Cell(cell.channel(), at.y(), at.x())))
            .toList();
    return new Formula.Mean(inputs);
  }
}
