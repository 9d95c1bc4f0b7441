package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import dev.inkling.image.GreyImage.Box;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every input to every output, with a bias each. Flattens what it is given. */
public record Dense(int units) implements Primitive {
  static final Kind KIND =
      new Kind(
          "dense UNITS",
          "dense 10",
          "dense (?<units>" + Kind.WHOLE + ")",
          matcher -> new Dense(Kind.number(matcher, "units", 1)));

  @Override
  public String text() {
    return "dense " + units;
  }

  @Override
  public Size output(Size input) {
    return new Size(units, 1, 1);
  }

  @Override
  public boolean flattens() {
    return true;
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public Optional<Layer> withOutputs(int count) {
    return Optional.of(new Dense(count));
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.whole("units", 1, 99_999, units, Dense::new));
  }

  @Override
  public List<Parameter> parameters(Size input) {
    long inputs = input.values();
    return List.of(Parameter.weight(inputs, units, units, inputs), Parameter.bias(inputs, units));
  }

  @Override
  public Channels channels() {
    return Channels.WEIGHED;
  }

  @Override
  public boolean isPointwise() {
    return false;
  }

  @Override
  public Size window(Size input) {
    return input;
  }

  @Override
  public Box field(Size input, Box box, int channel) {
    return new Box(0, 0, input.width(), input.height());
  }

  @Override
  public String label() {
    return "dense";
  }

  @Override
  public String caption(Size input) {
    return input.count() + "→" + units;
  }

  @Override
  public NDArray compute(Tensors tensors) {
    NDArray flat = Flatten.flat(tensors.input());
    return Linear.linear(flat, tensors.parameter("weight"), tensors.parameter("bias"))
        .singletonOrThrow();
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    Size size = nodes.stage().input();
    int all = nodes.lanes(units);
    int inputs = nodes.input().channels() * size.height() * size.width();
    Symbol weight = nodes.parameter("weight", all, inputs);
    Symbol bias = nodes.parameter("bias", all);
    Map<String, String> attributes = Map.of("num_hidden", String.valueOf(all));
    return nodes.node("FullyConnected", attributes, all, nodes.input(), weight, bias);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    List<String> inputs =
        List.of(nodes.flatInput(), nodes.parameter("weight"), nodes.parameter("bias"));
    nodes.output("Gemm", inputs, Map.of("transB", 1));
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    String module = nodes.made("nn.Linear(" + nodes.stage().input().count() + ", " + units + ")");
    nodes.output(module + "(" + nodes.flatInput() + ")");
  }

  @Override
  public void keras(PythonNodes nodes) {
    nodes.output(nodes.made("layers.Dense(" + units + ")") + "(" + nodes.flatInput() + ")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    List<Cell> all = Cell.all(numbers.stage().input());
    return numbers.weighted(cell.channel(), numbers.inputs(all), true);
  }

  @Override
  public Chain chain(Flow flow, int image, Cell input) {
    Size size = flow.stage().input();
    float[] weights = flow.numbers(image).parameter("weight");
    int at = input.index(size);
    return flow.products(
        image,
        Cell.all(flow.stage().output()).stream(),
        unit -> (double) weights[unit.channel() * size.count() + at]);
  }

  @Override
  public Chain chain(Flow flow, String part, int index) {
    if (part.equals("bias")) {
      return flow.shared(index, (_, _) -> 1);
    }
    Size size = flow.stage().input();
    Cell input = Cell.at(index % size.count(), size);
    return flow.shared(index / size.count(), (image, _) -> flow.input(image, input));
  }
}
