package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Formula.Input;
import java.util.List;
import java.util.Map;

/**
 * Gaussian error linear unit: x · Φ(x), with Φ the normal distribution (Hendrycks and Gimpel,
 * 2016).
 */
public record Gelu() implements Primitive {
  static final Kind KIND = Kind.plain(new Gelu());

  @Override
  public String text() {
    return "gelu";
  }

  @Override
  public Family family() {
    return Family.ACTIVATION;
  }

  @Override
  public String label() {
    return "GELU";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return tensors.input().getNDArrayInternal().gelu();
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    return nodes.node("LeakyReLU", Map.of("act_type", "gelu"));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    // x · (1 + erf(x / √2)) / 2: the operator set has no node for the whole.
    String x = nodes.input();
    String scale = nodes.constant("scale", (float) Math.sqrt(0.5));
    String one = nodes.constant("one", 1);
    String half = nodes.constant("half", 0.5f);
    String scaled = nodes.step("scaled", "Mul", List.of(x, scale), Map.of());
    String erf = nodes.step("erf", "Erf", List.of(scaled), Map.of());
    String sum = nodes.step("sum", "Add", List.of(erf, one), Map.of());
    String twice = nodes.step("twice", "Mul", List.of(x, sum), Map.of());
    nodes.output("Mul", List.of(twice, half), Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer("nn.GELU()");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.Activation(\"gelu\")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    Input x = numbers.input(cell);
    return new Formula.Applied(x, "%s · Φ(%s)", x.value() * normal(x.value()));
  }

  /**
   * The normal distribution, by the error function as a sum and, for large numbers, a continued
   * fraction (Abramowitz and Stegun 7.1.6 and 7.1.14).
   */
  static double normal(double x) {
    double z = Math.abs(x) / Math.sqrt(2);
    double upper = z < 2.5 ? (1 - series(z)) / 2 : fraction(z) / 2;
    return x < 0 ? upper : 1 - upper;
  }

  /** erf. */
  private static double series(double z) {
    double term = 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * z;
    double sum = 0;
    for (int n = 1; term > 1e-18; n++) {
      sum += term;
      term *= 2 * z * z / (2 * n + 1);
    }
    return sum;
  }

  /** 1 − erf. */
  private static double fraction(double z) {
    double below = z;
    for (int n = 60; n > 0; n--) {
      below = z + n / 2.0 / below;
    }
    return Math.exp(-z * z) / Math.sqrt(Math.PI) / below;
  }
}
