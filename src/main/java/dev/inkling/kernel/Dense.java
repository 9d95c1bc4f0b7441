package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static dev.inkling.kernel.Vectors.steps;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;
import java.util.Arrays;

/** Every input to every output; the maps that come in have no border. */
final class Dense implements Step {
  private final Maps in;
  private final Maps out;
  private final Parameters parameters;
  private final Sums gradients;
  private final boolean goesBack;
  private final Product product;
  private final Product weightGradient;
  private final Product inputGradient;

  /** Values and gradients with a row for each image. */
  private final Memory.Room inputRows;

  private final float[] gradientRows;

  Dense(Memory memory, Maps in, Maps out, Parameters parameters, Sums gradients, boolean goesBack) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    this.gradients = gradients;
    this.goesBack = goesBack;
    int inputs = parameters.columns;
    int units = parameters.rows;
    int length = parameters.rowLength;
    int whole = Product.rows(units);
    inputRows = memory.take(length);
    gradientRows = new float[LANES * whole];
    Results outputs = new Results(new int[] {out.firstValue}, LANES);
    product =
        new Product(
            units,
            Factors.rowMajor(length),
            new Windows(steps(inputs, LANES), new int[] {in.firstValue}),
            outputs,
            outputs,
            out.isRectified ? Finish.RECTIFY : Finish.SET);
    int[] vectors = steps(length / LANES, LANES);
    Results weights =
        new Results(
            Arrays.stream(vectors).map(i -> i + gradients.weights.first()).toArray(), length);
    int[] images = Arrays.stream(steps(LANES, length)).map(i -> i + inputRows.first()).toArray();
    weightGradient =
        new Product(
            units,
            Factors.columnMajor(whole),
            new Windows(images, vectors),
            weights,
            weights,
            Finish.ADD);
    inputGradient =
        new Product(
            inputs,
            Factors.columnMajor(length),
            new Windows(steps(units, LANES), new int[] {out.firstGradient}),
            new Results(new int[] {in.firstGradient}, LANES),
            new Results(new int[] {in.firstValue}, LANES),
            in.isRectified ? Finish.GATE : Finish.SET);
  }

  /** Numbers in a row of weights for so many inputs: whole blocks of vectors. */
  static int rowLength(int inputs) {
    int block = Product.COLUMNS * LANES;
    return Math.ceilDiv(inputs, block) * block;
  }

  @Override
  public void forward() {
    product.compute(parameters.weights, parameters.bias, in.values, out.values, out.values);
  }

  @Override
  public void backward() {
    float[] rows = inputRows.numbers();
    int whole = Product.rows(parameters.rows);
    for (int lane = 0; lane < LANES; lane++) {
      int row = inputRows.first() + lane * parameters.rowLength;
      for (int i = 0; i < parameters.columns; i++) {
        rows[row + i] = in.values[in.firstValue + i * LANES + lane];
      }
      for (int i = 0; i < parameters.rows; i++) {
        gradientRows[lane * whole + i] = out.gradient[out.firstGradient + i * LANES + lane];
      }
    }
    float[] weights = gradients.weights.numbers();
    weightGradient.compute(gradientRows, rows, weights, weights);
    for (int unit = 0; unit < parameters.rows; unit++) {
      float[] bias = gradients.bias.numbers();
      int at = gradients.bias.first() + unit * LANES;
      fromArray(SPECIES, bias, at)
          .add(fromArray(SPECIES, out.gradient, out.firstGradient + unit * LANES))
          .intoArray(bias, at);
    }
    if (goesBack) {
      inputGradient.compute(parameters.weights, out.gradient, in.gradient, in.values);
    }
  }
}
