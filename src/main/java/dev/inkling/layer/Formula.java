package dev.inkling.layer;

import java.util.List;

/** How a layer computes one value, with all numbers filled in. */
public sealed interface Formula {
  /** The value that the numbers give, computed in double precision. */
  double value();

  /**
   * A value that a layer reads.
   *
   * @param cell in what the layer before puts out; outside of it in the padding
   * @param value 0 in the padding
   */
  record Input(Cell cell, float value) {}

  /** One summand: weight × input. */
  record Term(float weight, Input input) {
    /** What it adds to the sum. */
    public double product() {
      return (double) weight * input.value();
    }
  }

  /**
   * Σ w·x + b, of a convolution or a dense layer.
   *
   * @param terms by input channel, row and column, as the kernel lies
   */
  record WeightedSum(List<Term> terms, float bias) implements Formula {
    public WeightedSum {
      terms = List.copyOf(terms);
    }

    @Override
    public double value() {
      return bias + terms.stream().mapToDouble(Term::product).sum();
    }
  }

  /** The largest of a window. */
  record Maximum(List<Input> inputs) implements Formula {
    public Maximum {
      inputs = List.copyOf(inputs);
    }

    /** The input that is passed on; the first of equals. */
    public Input winner() {
      Input winner = inputs.getFirst();
      for (Input input : inputs) {
        winner = input.value() > winner.value() ? input : winner;
      }
      return winner;
    }

    @Override
    public double value() {
      return winner().value();
    }
  }

  /** The mean of a window. */
  record Mean(List<Input> inputs) implements Formula {
    public Mean {
      inputs = List.copyOf(inputs);
    }

    @Override
    public double value() {
      return inputs.stream().mapToDouble(Input::value).average().orElseThrow();
    }
  }

  /** Batch norm: γ · (x − μ) / √(σ² + ε) + β. */
  record Normalized(Input input, float gamma, float beta, float mean, float variance, float epsilon)
      implements Formula {
    /** Of another value of the same channel. */
    Normalized with(Input other) {
      return new Normalized(other, gamma, beta, mean, variance, epsilon);
    }

    /** √(σ² + ε). */
    double deviation() {
      return Math.sqrt((double) variance + epsilon);
    }

    /** The input shifted and scaled, before γ and β. */
    double normalized() {
      return (input.value() - (double) mean) / deviation();
    }

    @Override
    public double value() {
      return gamma * normalized() + beta;
    }
  }

  /**
   * x + what was there before, or Σ w·x of it.
   *
   * @param input x
   * @param before what is added; with a weight of 1 where it is one value as it is
   */
  record Added(Input input, List<Term> before) implements Formula {
    public Added {
      before = List.copyOf(before);
    }

    @Override
    public double value() {
      return input.value() + before.stream().mapToDouble(Term::product).sum();
    }
  }

  /**
   * A function of one input, such as ReLU.
   *
   * @param form how it is written, in the signs of mathematics, with %s for the input
   */
  record Applied(Input input, String form, double value) implements Formula {}

  /**
   * x − log Σ exp.
   *
   * @param input x
   * @param all what is summed over, x among it
   */
  record LogSoftmax(Input input, List<Input> all) implements Formula {
    public LogSoftmax {
      all = List.copyOf(all);
    }

    @Override
    public double value() {
      // All relative to x: exp of a large number alone would not be finite.
      double sum = all.stream().mapToDouble(i -> Math.exp(i.value() - input.value())).sum();
      return -Math.log(sum);
    }
  }

  /** What is passed on as it is: by dropout, which does nothing outside of training. */
  static Formula unchanged(Input input) {
    return new Applied(input, "x", input.value());
  }
}
