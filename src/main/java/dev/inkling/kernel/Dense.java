package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.steps;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;

/** Every input to every output; the maps that come in have no border. */
final class Dense implements Step {
  private final Maps in;
  private final Maps out;
  private final Parameters parameters;
  private final Product product;

  Dense(Maps in, Maps out, Parameters parameters) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    Results outputs = new Results(new int[] {out.firstValue}, LANES);
    product =
        new Product(
            parameters.rows,
            Factors.rowMajor(parameters.rowLength),
            new Windows(steps(parameters.columns, LANES), new int[] {in.firstValue}),
            outputs,
            outputs,
            out.isRectified ? Finish.RECTIFY : Finish.SET);
  }

  /** Numbers in a row of weights for so many inputs: whole blocks of vectors. */
  static int rowLength(int inputs) {
    return MatrixProduct.places(Math.ceilDiv(inputs, LANES)) * LANES;
  }

  @Override
  public void run() {
    product.compute(parameters.weights, parameters.bias, in.values, out.values, out.values);
  }
}
