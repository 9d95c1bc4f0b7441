package dev.inkling.layer;

import ai.djl.ndarray.NDArray;
import dev.inkling.image.GreyImage.Box;
import dev.inkling.layer.Formula.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds what a layer before was given, the only one that looks further back than one. It is a part
 * of {@link Residual}.
 *
 * @param back how many stages before this one that layer is
 * @param inputs channels that it was given where they are projected by 1×1 filters; 0 where they
 *     are added as they are
 * @param stride of the projection
 */
public record Sum(int back, int inputs, int stride) implements Primitive {
  @Override
  public String text() {
    return "sum";
  }

  /** Whether what is added goes through 1×1 filters first. */
  public boolean isProjected() {
    return inputs > 0;
  }

  private Window window() {
    return new Window(1, stride, 0);
  }

  @Override
  public List<Parameter> parameters(Size input) {
    return isProjected()
        ? List.of(Parameter.weight(inputs, input.channels(), input.channels(), inputs, 1, 1))
        : List.of();
  }

  @Override
  public Size window(Size input) {
    return new Size(Math.max(1, inputs), 1, 1);
  }

  @Override
  public Box fieldBefore(Box box) {
    int width = (box.width() - 1) * stride + 1;
    int height = (box.height() - 1) * stride + 1;
    return new Box(box.x() * stride, box.y() * stride, width, height);
  }

  @Override
  public String label() {
    return "sum";
  }

  @Override
  public NDArray compute(Tensors tensors) {
    NDArray before = tensors.input(back);
    if (!isProjected()) {
      return tensors.input().add(before);
    }
    return tensors.input().add(Conv.convolve(tensors, before, window(), 1));
  }

  @Override
  public Symbol symbol(SymbolNodes nodes) {
    Symbol input = nodes.input();
    Symbol before = nodes.input(back);
    if (isProjected()) {
      Symbol weight = nodes.parameter("weight", input.channels(), before.channels(), 1, 1);
      before = Conv.convolve(nodes, before, window(), 1, weight, false);
    }
    if (before.channels() != input.channels()) { // those too many are 0 on both sides
      int channels = nodes.stage().input().channels();
      before = first(nodes, channels, before);
      input = first(nodes, channels, input);
    }
    return nodes.node("elemwise_add", Map.of(), input.channels(), input, before);
  }

  private static Symbol first(SymbolNodes nodes, int channels, Symbol of) {
    Map<String, String> attributes =
        Map.of("axis", "1", "begin", "0", "end", String.valueOf(channels));
    return of.channels() == channels ? of : nodes.node("slice_axis", attributes, channels, of);
  }

  @Override
  public void onnx(OnnxNodes nodes) {
    String before = nodes.input(back);
    if (isProjected()) {
      List<String> weights = List.of(before, nodes.parameter("weight"));
      before = nodes.step("projection", "Conv", weights, window().onnx());
    }
    nodes.output("Add", List.of(nodes.input(), before), Map.of());
  }

  @Override
  public void pytorch(PythonNodes nodes) {
    String before = nodes.input(back);
    if (isProjected()) {
      int filters = nodes.stage().output().channels();
      before = nodes.made(Conv.pytorch(window(), inputs, filters, 1, false)) + "(" + before + ")";
    }
    nodes.output(nodes.input() + " + " + before);
  }

  @Override
  public void keras(PythonNodes nodes) {
    String before = nodes.input(back);
    if (isProjected()) {
      String strides = stride == 1 ? "" : ", strides=" + stride;
      int filters = nodes.stage().output().channels();
      String filter = "layers.Conv2D(" + filters + ", 1" + strides + ", use_bias=False)";
      before = nodes.made(filter) + "(" + before + ")";
    }
    nodes.output("layers.Add()([" + nodes.input() + ", " + before + "])");
  }

  @Override
  public Formula formula(Numbers numbers, Cell cell) {
    if (!isProjected()) {
      List<Term> same = List.of(new Term(1, numbers.input(back, cell)));
      return new Formula.Added(numbers.input(cell), same);
    }
    List<Term> terms = new ArrayList<>(inputs);
    float[] weights = numbers.parameter("weight");
    for (Cell seen : window().cells(cell, 0, inputs)) {
      float weight = weights[cell.channel() * inputs + terms.size()];
      terms.add(new Term(weight, numbers.input(back, seen)));
    }
    return new Formula.Added(numbers.input(cell), terms);
  }
}
