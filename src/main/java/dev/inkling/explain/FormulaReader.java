package dev.inkling.explain;

import dev.inkling.explain.Formula.Input;
import dev.inkling.explain.Formula.Term;
import dev.inkling.model.Layer;
import dev.inkling.model.Layer.Conv;
import dev.inkling.model.Layer.Plain;
import dev.inkling.model.Layer.Pool;
import dev.inkling.model.Layer.Size;
import dev.inkling.model.Network;
import dev.inkling.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fills a layer's formula in for one cell. */
final class FormulaReader {
  private final ForwardPass pass;
  private final int layer;
  private final Stage stage;

  FormulaReader(ForwardPass pass, int layer) {
    this.pass = pass;
    this.layer = layer;
    stage = pass.layers().get(layer).stage();
  }

  Formula read(Cell cell) {
    return switch (stage.layer()) {
      case Conv conv -> weighted(kernelInputs(conv, cell), cell.channel());
      case Layer.Dense _ -> weighted(allInputs(), cell.channel());
      case Pool pool when pool.max() -> new Formula.Maximum(windowInputs(pool, cell));
      case Pool pool -> new Formula.Mean(windowInputs(pool, cell));
      case Plain.BATCH_NORM -> normalized(cell);
      case Plain.RELU -> new Formula.Rectified(input(cell));
      case Plain.LOG_SOFTMAX -> new Formula.LogSoftmax(input(cell), allInputs());
      case Layer.Dropout _ -> new Formula.Unchanged(input(cell));
    };
  }

  private Input input(Cell cell) {
    return new Input(cell, pass.inputOf(layer, cell));
  }

  /** What a convolution's kernel lies on, in the order of its weights. */
  private List<Input> kernelInputs(Conv conv, Cell cell) {
    int top = cell.y() - conv.padding();
    int left = cell.x() - conv.padding();
    Size kernel = new Size(stage.input().channels(), conv.kernel(), conv.kernel());
    return inputs(kernel, 0, top, left);
  }

  private List<Input> windowInputs(Pool pool, Cell cell) {
    Size window = new Size(1, pool.window(), pool.window());
    return inputs(window, cell.channel(), cell.y() * pool.window(), cell.x() * pool.window());
  }

  private List<Input> allInputs() {
    return inputs(stage.input(), 0, 0, 0);
  }

  /** The inputs of a block, row-major. */
  private List<Input> inputs(Size size, int channel, int top, int left) {
    return IntStream.range(0, size.count())
        .mapToObj(i -> Cell.at(i, size))
        .map(at -> input(new Cell(channel + at.channel(), top + at.y(), left + at.x())))
        .toList();
  }

  private Formula weighted(List<Input> inputs, int filter) {
    float[] weights = parameter("weight");
    List<Term> terms = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      terms.add(new Term(weights[filter * inputs.size() + terms.size()], input));
    }
    return new Formula.WeightedSum(terms, parameter("bias")[filter]);
  }

  private Formula normalized(Cell cell) {
    int c = cell.channel();
    return new Formula.Normalized(
        input(cell),
        parameter("gamma")[c],
        parameter("beta")[c],
        parameter("mean")[c],
        parameter("variance")[c],
        Network.NORM_EPSILON);
  }

  private float[] parameter(String part) {
    return pass.model().weights().tensor(stage.parameter(part)).values();
  }
}
