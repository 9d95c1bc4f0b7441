package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Formula.Input;
import java.util.Map;

/** Rectified linear unit: what is negative becomes 0. */
public record Relu() implements Primitive {
  static final Kind KIND = Kind.plain(new Relu());

  @Override
  public String text() {
    return "relu";
  }

  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public String label() {
    return "ReLU";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.input().getNDArrayInternal().relu();
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    return nodes.node("Activation", Map.of("act_type", "relu"));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("Relu", Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.ReLU()");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.ReLU()");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    Input x = numbers.input(cell);
    return new Formula.Applied(x, "max(0, %s)", Math.max(0, x.value()));
  }

  /** 0 at 0, as engines have it. */
  @Override
  public double slope(float input) {
    return input > 0 ? 1 : 0;
  }

  @Override
  public boolean isFlatAt(float output) {
    return !(output > 0);
  }

  /** On the way back it rectifies once more (Springenberg et al., 2015). */
  @Override
  public boolean isRectifier() {
    return true;
  }
}
