package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Formula.Input;
import java.util.Map;

/** Hyperbolic tangent: to between −1 and 1. */
public record Tanh() implements Primitive {
  static final Kind KIND = Kind.plain(new Tanh());

  @Override
  public String text() {
    return "tanh";
  }

  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public String label() {
    return "tanh";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.input().tanh();
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    return nodes.node("Activation", Map.of("act_type", "tanh"));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("Tanh", Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.Tanh()");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.Activation(\"tanh\")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    Input x = numbers.input(cell);
    return new Formula.Applied(x, "tanh(%s)", Math.tanh(x.value()));
  }

  @Override
  public double slope(float input) {
    double y = Math.tanh(input);
    return 1 - y * y;
  }

  @Override
  public boolean isFlatAt(float output) {
    return 1 - output * output < 1.0 / 20;
  }
}
