package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * Square filters that look at all channels.
 *
 * @param kernel width and height of a filter
 * @param hasBias whether each filter has a bias; behind it, batch norm has one
 */
public record Conv(int filters, int kernel, int stride, int padding, boolean hasBias)
    implements Sliding {
  /** What may follow the size of a kernel. */
  static final String SLIDING =
      "(?: stride (?<stride>"
          + Kind.WHOLE
          + "))?(?: pad (?<padding>"
          + Kind.WHOLE
          + ")| (?<same>same))?"
          + "(?<plain> no-bias)?";

  static final Kind KIND =
      new Kind(
          "conv FILTERS@KxK [stride S] [pad P | same] [no-bias]",
          "conv 8@3x3 same",
          "conv (?<filters>" + Kind.WHOLE + ")@" + Kind.SQUARE + SLIDING,
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
    return "conv " + filters + "@" + kernel + "x" + kernel + sliding(square(), hasBias);
  }

  /** What follows the size of a kernel; nothing where all is as usual. */
  static String sliding(Window window, boolean hasBias) {
    String stride = window.stride() == 1 ? "" : " stride " + window.stride();
    String padding = window.padding() == 0 ? "" : " pad " + window.padding();
    return stride + padding + (hasBias ? "" : " no-bias");
  }

  @Override
  public Window square() {
    return new Window(kernel, stride, padding);
  }

  @Override
  public Size output(Size input) {
    return square().output(input, filters);
  }

  @Override
  public Layer sliding(Window window) {
    return new Conv(filters, window.side(), window.stride(), window.padding(), hasBias);
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
    settings.addAll(square().settings(this::sliding));
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
    return parameters(filters, input.channels(), 1, kernel, hasBias);
  }

  /** Filters for as many groups of channels, each of which sees itself alone. */
  static List<Parameter> parameters(
      int filters, int channels, int groups, int kernel, boolean hasBias) {
    int seen = channels / groups;
    long places = (long) kernel * kernel;
    long inputs = seen * places;
    Parameter weight =
        Parameter.weight(inputs, filters / groups * places, filters, seen, kernel, kernel);
    return hasBias ? List.of(weight, Parameter.bias(inputs, filters)) : List.of(weight);
  }

  @Override
  public Channels channels() {
    return Channels.WEIGHED;
  }

  @Override
  public Size window(Size input) {
    return new Size(input.channels(), kernel, kernel);
  }

  @Override
  public String label() {
    return "conv";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return convolve(tensors, tensors.input(), square(), 1);
  }

  /** With as many groups of channels, each of which sees itself alone. */
  static NDArray convolve(Tensors tensors, NDArray x, Window window, int groups) {
    return Conv2d.conv2d(
            x,
            tensors.parameter("weight"),
            tensors.parameter("bias"),
            pair(window.stride()),
            pair(window.padding()),
            pair(1),
            groups)
        .singletonOrThrow();
  }

  private static Shape pair(int side) {
    return new Shape(side, side);
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    int all = nodes.lanes(filters);
    Symbol weight = nodes.parameter("weight", all, nodes.input().channels(), kernel, kernel);
    return convolve(nodes, nodes.input(), square(), 1, weight, hasBias);
  }

  /** As many filters as the weights have channels. */
  static Symbol convolve(
      SymbolNodes nodes, Symbol x, Window window, int groups, Symbol weight, boolean hasBias) {
    int filters = weight.channels();
    Map<String, String> attributes = new HashMap<>(window.symbol());
    attributes.put("num_filter", String.valueOf(filters));
    attributes.put("num_group", String.valueOf(groups));
    attributes.put("no_bias", hasBias ? "False" : "True");
    return hasBias
        ? nodes.node(
            "Convolution", attributes, filters, x, weight, nodes.parameter("bias", filters))
        : nodes.node("Convolution", attributes, filters, x, weight);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    convolve(nodes, square(), 1, hasBias);
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
    nodes.layer(pytorch(square(), nodes.stage().input().channels(), filters, 1, hasBias));
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
  public void keras(PythonNodes nodes) {
    keras(nodes, square(), "Conv2D(" + filters + ", ", hasBias);
  }

  /**
   * The layer that slides filters.
   *
   * @param begin of how it is made, before the size of a filter
   */
  static void keras(PythonNodes nodes, Window window, String begin, boolean hasBias) {
    int padding = window.padding();
    boolean isSame = padding > 0 && window.stride() == 1 && window.keepsSize();
    if (padding > 0 && !isSame) { // what Keras pads by itself is not the same on all sides
      nodes.output("layers.ZeroPadding2D(" + padding + ")(" + nodes.input() + ")");
    }
    nodes.layer(
        ("layers." + begin + window.side())
            + (window.stride() == 1 ? "" : ", strides=" + window.stride())
            + (isSame ? ", padding=\"same\"" : "")
            + (hasBias ? ")" : ", use_bias=False)"));
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    List<Cell> seen = square().cells(cell, 0, numbers.stage().input().channels());
    return numbers.weighted(cell.channel(), numbers.inputs(seen), hasBias);
  }

  @Override
  public Chain chain(Flow flow, int image, Cell input) {
    float[] weights = flow.numbers(image).parameter("weight");
    int channels = flow.stage().input().channels();
    return flow.products(
        image,
        IntStream.range(0, filters)
            .boxed()
            .flatMap(filter -> square().places(input, flow.stage().output(), filter)),
        cell -> {
          int map = cell.channel() * channels + input.channel();
          return (double) weights[map * kernel * kernel + square().index(input, cell)];
        });
  }

  @Override
  public Chain chain(Flow flow, String part, int index) {
    int channels = flow.stage().input().channels();
    int map = index / (kernel * kernel);
    return part.equals("bias")
        ? flow.shared(index, (_, _) -> 1)
        : weight(flow, square(), map / channels, map % channels, index % (kernel * kernel));
  }

  /** By a weight: what it is multiplied with at each place, times what came back there. */
  static Chain weight(Flow flow, Window window, int filter, int channel, int index) {
    return flow.shared(
        filter, (image, place) -> flow.input(image, window.seen(channel, index, place)));
  }
}
