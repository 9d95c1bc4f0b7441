package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.inkling.layer.Formula.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Maximum or mean of square windows; what does not fill one is cut.
 *
 * @param max whether it is the maximum
 * @param stride from one window to the next; as wide as a window, they do not overlap
 */
public record Pool(boolean max, int window, int stride) implements Sliding {
  static final Kind MAXIMUM = kind("max-pool");
  static final Kind MEAN = kind("avg-pool");

  /** Windows that do not overlap. */
  public Pool(boolean max, int window) {
    this(max, window, window);
  }

  private static Kind kind(String word) {
    return new Kind(
        word + " WINDOW [stride S]",
        word + " 2",
        word + " (?<window>" + Kind.WHOLE + ")(?: stride (?<stride>" + Kind.WHOLE + "))?",
        matcher -> read(word.equals("max-pool"), matcher));
  }

  private static Pool read(boolean max, Matcher matcher) {
    int window = Kind.number(matcher, "window", 1);
    return new Pool(max, window, Kind.number(matcher, "stride", window));
  }

  @Override
  public String text() {
    String text = (max ? "max-pool " : "avg-pool ") + window;
    return stride == window ? text : text + " stride " + stride;
  }

  @Override
  public Window square() {
    return new Window(window, stride, 0);
  }

  @Override
  public Size output(Size input) {
    return square().output(input, input.channels());
  }

  @Override
  public Family family() {
    return Family.POOLING;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.whole(
            "window", 1, 99, window, n -> new Pool(max, n, stride == window ? n : stride)),
        Setting.whole("stride", 1, 99, stride, n -> new Pool(max, window, n)));
  }

  @Override
  public Layer sliding(Window other) {
    return new Pool(max, other.side(), other.stride());
  }

  @Override
  public Size window(Size input) {
    return new Size(1, window, window);
  }

  @Override
  public String label() {
    return max ? "max" : "mean";
  }

  @Override
  public String caption(Size input) {
    return stride == window ? window + "×" + window : square().caption();
  }

  @Override
  public NDArray compute(Tensors tensors) {
    Shape side = new Shape(window, window);
    Shape step = new Shape(stride, stride);
    Shape none = new Shape(0, 0);
    return max
        ? ai.djl.nn.pooling.Pool.maxPool2d(tensors.input(), side, step, none, false)
        : ai.djl.nn.pooling.Pool.avgPool2d(tensors.input(), side, step, none, false, true);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    Map<String, String> attributes = new HashMap<>(square().symbol());
    attributes.put("pool_type", max ? "max" : "avg");
    return nodes.node("Pooling", attributes);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    nodes.output(max ? "MaxPool" : "AveragePool", square().onnx());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    String apart = stride == window ? "" : ", stride=" + stride;
    nodes.layer((max ? "nn.MaxPool2d(" : "nn.AvgPool2d(") + window + apart + ")");
  }

  @Override
  public void keras(PythonNodes nodes) {
    String apart = stride == window ? "" : ", strides=" + stride;
    String word = max ? "MaxPooling2D(" : "AveragePooling2D(";
    nodes.layer("layers." + word + window + apart + ")");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    List<Input> inputs = numbers.inputs(square().cells(cell, cell.channel(), 1));
    return max ? new Formula.Maximum(inputs) : new Formula.Mean(inputs);
  }

  /** To a maximum all goes back to the largest value of a window, to a mean to all alike. */
  @Override
  public Chain chain(Flow flow, int image, Cell input) {
    return flow.products(
        image,
        square().places(input, flow.stage().output(), input.channel()),
        cell -> max ? won(flow.numbers(image), cell, input) : 1.0 / (window * window));
  }

  private double won(Numbers numbers, Cell cell, Cell input) {
    List<Input> inputs = numbers.inputs(square().cells(cell, cell.channel(), 1));
    return new Formula.Maximum(inputs).winner().cell().equals(input) ? 1 : 0;
  }
}
