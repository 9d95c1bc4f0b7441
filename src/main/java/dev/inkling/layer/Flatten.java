package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.image.GreyImage.Box;
import java.util.List;
import java.util.Map;

/** Maps as a row of numbers, channel after channel. A dense layer does it by itself. */
public record Flatten() implements Primitive {
  static final Kind KIND = Kind.plain(new Flatten());

  @Override
  public String text() {
    return "flatten";
  }

  @Override
  public Size output(Size input) {
    return new Size(input.count(), 1, 1);
  }

  @Override
  public boolean flattens() {
    return true;
  }

  @Override
  public boolean isPointwise() {
    return false;
  }

  @Override
  public Box field(Size input, Box box, int channel) {
    if (channel < 0) {
      return new Box(0, 0, input.width(), input.height());
    }
    Cell cell = Cell.at(channel, input);
    return new Box(cell.x(), cell.y(), 1, 1);
  }

  @Override
  public String label() {
    return "flatten";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return flat(tensors.input());
  }

  static NDArray flat(NDArray x) {
    return x.getShape().dimension() == 2 ? x : x.reshape(x.getShape().get(0), -1);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    Size size = nodes.stage().input();
    int all = nodes.input().channels() * size.height() * size.width();
    return nodes.node("Flatten", Map.of(), all, nodes.input());
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("Flatten", List.of(nodes.input()), Map.of("axis", 1));
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.Flatten()");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.output(nodes.flatInput());
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    return Formula.unchanged(numbers.input(Cell.at(cell.channel(), numbers.stage().input())));
  }
}
