package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Formula.Input;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Logarithms of probabilities, over all channels of a place. */
public record LogSoftmax() implements Primitive {
  static final Kind KIND = Kind.plain(new LogSoftmax());

  @Override
  public String text() {
    return "log-softmax";
  }

  @Override
  public Channels channels() {
    return Channels.RELATED;
  }

  @Override
  public boolean isPointwise() {
    return false;
  }

  /** It goes with the outputs, which it leaves in their order. */
  @Override
  public boolean isFolded() {
    return true;
  }

  @Override
  public Size window(Size input) {
    return new Size(input.channels(), 1, 1);
  }

  @Override
  public String label() {
    return "log-softmax";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.input().logSoftmax(1);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    return nodes.node("log_softmax", Map.of("axis", "1"));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("LogSoftmax", Map.of("axis", 1));
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.LogSoftmax(dim=1)");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.Activation(\"log_softmax\")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    List<Input> all =
        IntStream.range(0, numbers.stage().input().channels())
            .mapToObj(channel -> numbers.input(new Cell(channel, cell.y(), cell.x())))
            .toList();
    return new Formula.LogSoftmax(numbers.input(cell), all);
  }
}
