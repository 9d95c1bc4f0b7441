package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * One square filter for each channel, which looks at that channel alone: followed by a 1×1
 * convolution it does much of what a convolution does with a fraction of the weights (Howard et
 * al., MobileNets, 2017).
 *
 * @param kernel width and height of a filter
 * @param hasBias whether each filter has a bias; behind it, batch norm has one
 */
public record Depthwise(int kernel, int stride, int padding, boolean hasBias) implements Sliding {
  static final Kind KIND =
      new Kind(
          "depthwise KxK [stride S] [pad P | same] [no-bias]",
          "depthwise 3x3 same",
          "depthwise " + Kind.SQUARE + Conv.SLIDING,
          Depthwise::read);

  private static Depthwise read(Matcher matcher) {
    int kernel = Kind.number(matcher, "kernel", 1);
    return new Depthwise(
        kernel,
        Kind.number(matcher, "stride", 1),
        Kind.padding(matcher, kernel),
        matcher.group("plain") == null);
  }

  @Override
  public String text() {
    return "depthwise " + kernel + "x" + kernel + Conv.sliding(square(), hasBias);
  }

  @Override
  public Window square() {
    return new Window(kernel, stride, padding);
  }

  @Override
  public Size output(Size input) {
    return square().output(input, input.channels());
  }

  @Override
  public Layer sliding(Window other) {
    return new Depthwise(other.side(), other.stride(), other.padding(), hasBias);
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public Layer withNormFolded() {
    return new Depthwise(kernel, stride, padding, true);
  }

  @Override
  public List<Setting> settings() {
    List<Setting> settings = new ArrayList<>(square().settings(this::sliding));
    settings.add(Setting.flag("bias", hasBias, is -> new Depthwise(kernel, stride, padding, is)));
    return settings;
  }

  @Override
  public List<Parameter> parameters(Size input) {
    int channels = input.channels();
    return Conv.parameters(channels, channels, channels, kernel, hasBias);
  }

  @Override
  public Size window(Size input) {
    return new Size(1, kernel, kernel);
  }

  @Override
  public String label() {
    return "depthwise";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    return Conv.convolve(
        tensors, tensors.input(), square(), (int) tensors.input().getShape().get(1));
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    int channels = nodes.input().channels();
    Symbol weight = nodes.parameter("weight", channels, 1, kernel, kernel);
    return Conv.convolve(nodes, nodes.input(), square(), channels, weight, hasBias);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    Conv.convolve(nodes, square(), nodes.stage().input().channels(), hasBias);
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    int channels = nodes.stage().input().channels();
    nodes.layer(Conv.pytorch(square(), channels, channels, channels, hasBias));
  }

  @Override
  public void keras(PythonNodes nodes) {
    Conv.keras(nodes, square(), "DepthwiseConv2D(", hasBias);
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    List<Cell> seen = square().cells(cell, cell.channel(), 1);
    return numbers.weighted(cell.channel(), numbers.inputs(seen), hasBias);
  }

  @Override
  public Chain chain(Flow flow, int image, Cell input) {
    float[] weights = flow.numbers(image).parameter("weight");
    int first = input.channel() * kernel * kernel;
    return flow.products(
        image,
        square().places(input, flow.stage().output(), input.channel()),
        cell -> (double) weights[first + square().index(input, cell)]);
  }

  @Override
  public Chain chain(Flow flow, String part, int index) {
    int channel = index / (kernel * kernel);
    return part.equals("bias")
        ? flow.shared(index, (_, _) -> 1)
        : Conv.weight(flow, square(), channel, channel, index % (kernel * kernel));
  }
}
