package dev.inkling.layer;

import dev.inkling.layer.Formula.Input;
import dev.inkling.layer.Formula.Term;
import java.util.ArrayList;
import java.util.List;

/** What went through a stage for one picture. */
public interface Numbers {
  /** The stage. */
  Stage stage();

  /** A value that the stage was given; 0 in the padding around. */
  default Input input(Cell cell) {
    return input(0, cell);
  }

  /** A value that the stage so many before this one was given. */
  Input input(int back, Cell cell);

  /** The values of a parameter of the stage. */
  float[] parameter(String part);

  /** Values that the stage was given. */
  default List<Input> inputs(List<Cell> cells) {
    return cells.stream().map(this::input).toList();
  }

  /** Inputs with the weights of one filter or unit. */
  default List<Term> terms(int filter, List<Input> inputs) {
    float[] weights = parameter("weight");
    List<Term> terms = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      terms.add(new Term(weights[filter * inputs.size() + terms.size()], input));
    }
    return terms;
  }

  /** Inputs weighed by one filter or unit, and its bias where there are biases. */
  default Formula weighted(int filter, List<Input> inputs, boolean hasBias) {
    return new Formula.WeightedSum(terms(filter, inputs), hasBias ? parameter("bias")[filter] : 0);
  }
}
