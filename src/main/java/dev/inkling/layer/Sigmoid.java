package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Formula.Input;
import java.util.Map;

/** Sigmoid: to between 0 and 1. */
public record Sigmoid() implements Primitive {
  static final Kind KIND = Kind.plain(new Sigmoid());

  @Override
  public String text() {
    return "sigmoid";
  }

  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public String label() {
    return "sigmoid";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.input().getNDArrayInternal().sigmoid();
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    return nodes.node("Activation", Map.of("act_type", "sigmoid"));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("Sigmoid", Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.Sigmoid()");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.Activation(\"sigmoid\")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    Input x = numbers.input(cell);
    return new Formula.Applied(x, "1 / (1 + exp(−%s))", 1 / (1 + Math.exp(-x.value())));
  }

  @Override
  public double slope(float input) {
    double y = 1 / (1 + Math.exp(-input));
    return y * (1 - y);
  }

  @Override
  public boolean isFlatAt(float output) {
    return output * (1 - output) < 0.25 / 20;
  }
}
