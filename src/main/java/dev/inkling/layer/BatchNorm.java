package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.layer.Parameter.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Batch norm: each channel is shifted and scaled to a mean of 0 and a variance of 1, those of the
 * batch while training and running ones otherwise, and then by what is learned.
 */
public record BatchNorm() implements Primitive {
  static final Kind KIND = Kind.plain(new BatchNorm());

  /** What keeps a variance off zero; DJL's default. */
  public static final float EPSILON = 1e-5f;

  /** Of the running mean and variance; DJL's default. */
  private static final float MOMENTUM = 0.9f;

  private static final List<String> PARTS = List.of("gamma", "beta", "mean", "variance");

  @Override
  public String text() {
    return "batch-norm";
  }

  @Override
  public String word() {
    return "norm";
  }

  @Override
  public List<Parameter> parameters(Size input) {
    return PARTS.stream().map(part -> parameter(part, input.channels())).toList();
  }

  private static Parameter parameter(String part, int channels) {
    boolean isScale = part.equals("gamma") || part.equals("variance");
    return Parameter.constant(part, isScale ? Start.ONE : Start.ZERO, channels);
  }

  @Override
  public String label() {
    return "norm";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return ai.djl.nn.norm.BatchNorm.batchNorm(
            tensors.input(),
            tensors.parameter("mean"),
            tensors.parameter("variance"),
            tensors.parameter("gamma"),
            tensors.parameter("beta"),
            1,
            MOMENTUM,
            EPSILON,
            tensors.isTraining())
        .head();
  }

  /**
   * What each channel is multiplied with outside of training: γ/√(σ² + ε).
   *
   * @param parameter gives the numbers of a part such as gamma
   */
  public static float[] scales(Function<String, float[]> parameter) {
    float[] scales = parameter.apply("gamma").clone();
    float[] variance = parameter.apply("variance");
    for (int i = 0; i < scales.length; i++) {
      scales[i] /= (float) Math.sqrt(variance[i] + EPSILON);
    }
    return scales;
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    int channels = nodes.input().channels();
    List<Symbol> inputs = new ArrayList<>(List.of(nodes.input()));
    PARTS.forEach(part -> inputs.add(nodes.parameter(part, channels)));
    Map<String, String> attributes =
        Map.of(
            "eps", String.valueOf(EPSILON),
            "momentum", String.valueOf(MOMENTUM),
            "fix_gamma", "False");
    return nodes.node("BatchNorm", attributes, channels, inputs.toArray(Symbol[]::new));
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    List<String> inputs = new ArrayList<>(List.of(nodes.input()));
    PARTS.forEach(part -> inputs.add(nodes.parameter(part)));
    nodes.output("BatchNormalization", inputs, Map.of("epsilon", EPSILON));
  }

  /** PyTorch's momentum is the part of what is new. */
  @Override
  public void pytorch(PythonNodes nodes) {
    String module = nodes.isFlat() ? "nn.BatchNorm1d(" : "nn.BatchNorm2d(";
    nodes.layer(module + nodes.stage().input().channels() + ", eps=1e-5, momentum=0.1)");
  }

  /** Keras’ momentum is the part of what was. */
  @Override
  public void keras(PythonNodes nodes) {
    nodes.layer("layers.BatchNormalization(epsilon=1e-5, momentum=0.9)");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    return normalized(numbers, cell);
  }

  private static Formula.Normalized normalized(Numbers numbers, Cell cell) {
    int c = cell.channel();
    return new Formula.Normalized(
        numbers.input(cell),
        numbers.parameter("gamma")[c],
        numbers.parameter("beta")[c],
        numbers.parameter("mean")[c],
        numbers.parameter("variance")[c],
        EPSILON);
  }

  @Override
  public Chain chain(Flow flow, int image, Cell input) {
    int c = input.channel();
    Chain.Products all = (Chain.Products) chain(flow, "gamma", c);
    double count = all.links().size();
    double mean = all.links().stream().mapToDouble(Chain.Link::gradient).sum() / count;
    Formula.Normalized norm = normalized(flow.numbers(image), input);
    return new Chain.Normalized(
        norm.gamma() / norm.deviation(),
        flow.gradient(image, input),
        mean,
        norm.normalized(),
        all.value() / count);
  }

  @Override
  public Chain chain(Flow flow, String part, int index) {
    if (part.equals("beta")) {
      return flow.shared(index, (_, _) -> 1);
    }
    // One for all: a channel has many values, each of which would look for its numbers anew.
    Formula.Normalized norm = normalized(flow.numbers(0), new Cell(index, 0, 0));
    return flow.shared(
        index, (image, cell) -> norm.with(flow.numbers(image).input(cell)).normalized());
  }
}
