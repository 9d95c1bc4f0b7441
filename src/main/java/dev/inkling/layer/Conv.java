package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Parameter.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Square filters that look at all channels.
 *
 * @param kernel width and height of a filter
 * @param hasBias whether each filter has a bias; behind it, batch norm has one
 */
public record Conv(int filters, int kernel, int stride, int padding, boolean hasBias)
    implements Primitive {
  /** What may follow the size of a kernel. */
  static final String SLIDING =
      "(?: stride (?<stride>[1-9]))?(?: pad (?<padding>\\d{1,2})| (?<same>same))?"
          + "(?<plain> no-bias)?";

  static final Kind KIND =
      new Kind(
          "conv FILTERS@KxK [stride S] [pad P | same] [no-bias]",
          "conv 8@3x3 same",
          "conv (?<filters>[1-9]\\d{0,3})@(?<kernel>[1-9]\\d?)x\\k<kernel>" + SLIDING,
          Conv::read);

  /** With a stride of 1 and biases. */
  public Conv(int filters, int kernel, int padding) {
    this(filters, kernel, 1, padding, true);
  }

  private static Conv read(Matcher matcher) {
    int kernel = Kind.number(matcher, "kernel", 1);
    return new Conv(
        Kind.number(matcher, "filters", 1),
        kernel,
        Kind.number(matcher, "stride", 1),
        Kind.padding(matcher, kernel),
        matcher.group("plain") == null);
  }

  @Override
  public String text() {
    return "conv " + filters + "@" + kernel + "x" + kernel + sliding(window(), hasBias);
  }

  /** What follows the size of a kernel; nothing where all is as usual. */
  static String sliding(Window window, boolean hasBias) {
    String stride = window.stride() == 1 ? "" : " stride " + window.stride();
    String padding = window.padding() == 0 ? "" : " pad " + window.padding();
    return stride + padding + (hasBias ? "" : " no-bias");
  }

  private Window window() {
    return new Window(kernel, stride, padding);
  }

  @Override
  public Size output(Size input) {
    return window().output(input, filters);
  }

  @Override
  public Optional<Window> slides() {
    return Optional.of(window());
  }

  @Override
  public Layer sliding(Window window) {
    return new Conv(filters, window.side(), window.stride(), window.padding(), hasBias);
  }

  @Override
  public boolean needsMaps() {
    return true;
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public Optional<Layer> withOutputs(int count) {
    return Optional.of(new Conv(count, kernel, stride, padding, hasBias));
  }

  @Override
  public List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        Setting.whole(
            "filters", 1, 9_999, filters, n -> new Conv(n, kernel, stride, padding, hasBias)));
    settings.addAll(window().settings(this::sliding));
    settings.add(
        Setting.flag("bias", hasBias, is -> new Conv(filters, kernel, stride, padding, is)));
    return settings;
  }

  @Override
  public Layer withNormFolded() {
    return new Conv(filters, kernel, stride, padding, true);
  }

  @Override
  public List<Parameter> parameters(Size input) {
    return parameters(filters, input.channels(), kernel, hasBias);
  }

  /** Filters that look at so many channels. */
  static List<Parameter> parameters(int filters, int channels, int kernel, boolean hasBias) {
    long inputs = (long) channels * kernel * kernel;
    Parameter weight =
        new Parameter("weight", Start.RANDOM, inputs, filters, channels, kernel, kernel);
    return hasBias
        ? List.of(weight, new Parameter("bias", Start.RANDOM, inputs, filters))
        : List.of(weight);
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
    return new Size(input.channels(), kernel, kernel);
  }

  @Override
  public Box field(Size input, Box box, int channel) {
    return window().field(input, box);
  }

  @Override
  public String label() {
    return "conv";
  }

  @Override
  public String caption(Size input) {
    return window().caption();
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return convolve(tensors, window(), 1);
  }

  /** With as many groups of channels, each of which sees itself alone. */
  static NDArray convolve(Tensors tensors, Window window, int groups) {
    return Conv2d.conv2d(
            tensors.input(),
            tensors.parameter("weight"),
            tensors.parameter("bias"),
            square(window.stride()),
            square(window.padding()),
            square(1),
            groups)
        .singletonOrThrow();
  }

  private static Shape square(int side) {
    return new Shape(side, side);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    int all = nodes.lanes(filters);
    Symbol weight = nodes.parameter("weight", all, nodes.input().channels(), kernel, kernel);
    return convolve(nodes, window(), all, 1, weight, hasBias);
  }

  static Symbol convolve(
      SymbolNodes nodes, Window window, int filters, int groups, Symbol weight, boolean hasBias) {
    Map<String, String> attributes = new HashMap<>(window.symbol());
    attributes.put("num_filter", String.valueOf(filters));
    attributes.put("num_group", String.valueOf(groups));
    attributes.put("no_bias", hasBias ? "False" : "True");
    Symbol input = nodes.input();
    return hasBias
        ? nodes.node(
            "Convolution", attributes, filters, input, weight, nodes.parameter("bias", filters))
        : nodes.node("Convolution", attributes, filters, input, weight);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    convolve(nodes, window(), 1, hasBias);
  }

  static void convolve(OnnxNodes nodes, Window window, int groups, boolean hasBias) {
    Map<String, Object> attributes = new HashMap<>(window.onnx());
    attributes.put("group", groups);
    List<String> weights =
        hasBias
            ? List.of(nodes.input(), nodes.parameter("weight"), nodes.parameter("bias"))
            : List.of(nodes.input(), nodes.parameter("weight"));
    nodes.output("Conv", weights, attributes);
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    nodes.layer(pytorch(window(), nodes.stage().input().channels(), filters, 1, hasBias));
  }

  /** The module that slides filters. */
  static String pytorch(Window window, int inputs, int filters, int groups, boolean hasBias) {
    return "nn.Conv2d("
        + (inputs + ", " + filters + ", kernel_size=" + window.side())
        + (window.stride() == 1 ? "" : ", stride=" + window.stride())
        + (window.padding() == 0 ? "" : ", padding=" + window.padding())
        + (groups == 1 ? "" : ", groups=" + groups)
        + (hasBias ? ")" : ", bias=False)");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    List<Cell> seen = window().cells(cell, 0, numbers.stage().input().channels());
    return numbers.weighted(cell.channel(), numbers.inputs(seen), hasBias);
  }
}
