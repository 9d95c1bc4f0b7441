package dev.inkling.kernel;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;

/** Every input to every output; the maps that come in have no border. */
final class Dense implements Step {
  private static final int LANES = Product.LANES;
  private static final int[] ONE = {0};

  private final Maps in;
  private final Maps out;
  private final Parameters parameters;
  private final Parameters gradients;
  private final boolean goesBack;
  private final Product product;
  private final Product weightGradient;
  private final Product inputGradient;

  /** Values and gradients with a row for each image. */
  private final float[] inputRows;

  private final float[] gradientRows;

  Dense(Maps in, Maps out, Parameters parameters, Parameters gradients, boolean goesBack) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    this.gradients = gradients;
    this.goesBack = goesBack;
    int inputs = parameters.columns;
    int units = parameters.rows;
    int length = parameters.rowLength;
    int whole = Product.rows(units);
    inputRows = new float[LANES * length];
    gradientRows = new float[LANES * whole];
    Results outputs = new Results(ONE, LANES);
    product =
        new Product(
            units,
            Factors.rowMajor(inputs, length),
            new Windows(Product.steps(inputs, LANES), ONE),
            outputs,
            outputs,
            out.isRectified ? Finish.RECTIFY : Finish.SET);
    int[] vectors = Product.steps(length / LANES, LANES);
    Results weights = new Results(vectors, length);
    weightGradient =
        new Product(
            units,
            Factors.columnMajor(LANES, whole),
            new Windows(Product.steps(LANES, length), vectors),
            weights,
            weights,
            Finish.ADD);
    inputGradient =
        new Product(
            inputs,
            Factors.columnMajor(units, length),
            new Windows(Product.steps(units, LANES), ONE),
            outputs,
            outputs,
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
    transpose(in.values, parameters.columns, inputRows, parameters.rowLength);
    transpose(out.gradient, parameters.rows, gradientRows, Product.rows(parameters.rows));
    float[] weights = gradients.weights;
    weightGradient.compute(gradientRows, inputRows, weights, weights);
    for (int unit = 0; unit < parameters.rows; unit++) {
      gradients.bias[unit] += Product.sumOfLanes(out.gradient, unit * LANES);
    }
    if (goesBack) {
      inputGradient.compute(parameters.weights, out.gradient, in.gradient, in.values);
    }
  }

  private static void transpose(float[] from, int count, float[] to, int rowLength) {
    for (int lane = 0; lane < LANES; lane++) {
      int row = lane * rowLength;
      for (int i = 0; i < count; i++) {
        to[row + i] = from[i * LANES + lane];
      }
    }
  }
}
