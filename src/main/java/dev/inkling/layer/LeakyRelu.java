package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Formula.Input;
import java.util.List;
import java.util.Map;

/**
 * What is negative becomes less so, in place of 0 as with {@link Relu}.
 *
 * @param slope factor of what is negative, 0…1
 */
public record LeakyRelu(double slope) implements Primitive {
  static final Kind KIND =
      new Kind(
          "leaky-relu [SLOPE]",
          "leaky-relu 0.01",
          "leaky-relu(?: (?<slope>" + Kind.DECIMAL + "))?",
          matcher -> {
            String slope = matcher.group("slope");
            return new LeakyRelu(slope == null ? 0.01 : Double.parseDouble(slope));
          });

  @Override
  public String text() {
    return "leaky-relu " + slope;
  }

  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.part("slope", slope, LeakyRelu::new));
  }

  @Override
  public String label() {
    return "leaky ReLU";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.input().getNDArrayInternal().leakyRelu((float) slope);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    Map<String, String> attributes = Map.of("act_type", "leaky", "slope", String.valueOf(slope));
    return nodes.node("LeakyReLU", attributes);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output("LeakyRelu", Map.of("alpha", (float) slope));
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.LeakyReLU(" + slope + ")");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.LeakyReLU(negative_slope=" + slope + ")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    Input x = numbers.input(cell);
    return new Formula.Applied(
        x, "max(%s, " + slope + " · %s)", Math.max(x.value(), slope * x.value()));
  }

  @Override
  public double slope(float input) {
    return input > 0 ? 1 : slope;
  }
}
