package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static dev.inkling.kernel.Vectors.steps;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;

/** The way back through {@link Dense}. */
final class DenseGradient implements Step {
  private final Maps in;
  private final Maps out;
  private final Parameters parameters;
  private final Sums sums;
  private final boolean goesBack;
  private final MatrixProduct weightGradient;
  private final Product inputGradient;

  /** Values and gradients with a row for each image. */
  private final Memory.Room inputRows;

  private final float[] gradientRows;

  /**
   * The way back.
   *
   * @param sums of the parameters' gradients
   * @param goesBack whether somebody needs the gradient by what came in
   */
  DenseGradient(
      Memory memory, Maps in, Maps out, Parameters parameters, Sums sums, boolean goesBack) {
    this.in = in;
    this.out = out;
    this.parameters = parameters;
    this.sums = sums;
    this.goesBack = goesBack;
    int length = parameters.rowLength;
    int units = Product.rows(parameters.rows);
    inputRows = memory.take(length);
    gradientRows = new float[LANES * units];
    weightGradient = new MatrixProduct(1, units, length, LANES, length, LANES);
    inputGradient =
        new Product(
            parameters.columns,
            Factors.columnMajor(length),
            new Windows(steps(parameters.rows, LANES), new int[] {out.firstGradient}),
            new Results(new int[] {in.firstGradient}, LANES),
            new Results(new int[] {in.firstValue}, LANES),
            in.isRectified ? Finish.GATE : Finish.SET);
  }

  @Override
  public void run() {
    takeRows();
    int length = parameters.rowLength;
    for (int unit = 0; unit < parameters.rows; unit += MatrixProduct.ROWS) {
      weightGradient.compute(
          gradientRows,
          unit,
          inputRows.numbers(),
          inputRows.first(),
          LANES,
          length / LANES,
          sums.weights.numbers(),
          sums.weights.first() + unit * length,
          !sums.isEmpty());
    }
    sums.addToBias(out.gradient, parameters.rows, LANES, new int[] {out.firstGradient}, LANES);
    sums.hold();
    if (goesBack) {
      inputGradient.compute(parameters.weights, out.gradient, in.gradient, in.values);
    }
  }

  private void takeRows() {
    int units = Product.rows(parameters.rows);
    int[] lanes = steps(LANES, parameters.rowLength);
    for (int i = 0; i < parameters.columns; i++) {
      fromArray(SPECIES, in.values, in.firstValue + i * LANES)
          .intoArray(inputRows.numbers(), inputRows.first() + i, lanes, 0);
    }
    for (int i = 0; i < parameters.rows; i++) {
      for (int lane = 0; lane < LANES; lane++) {
        gradientRows[lane * units + i] = out.gradient[out.firstGradient + i * LANES + lane];
      }
    }
  }
}
