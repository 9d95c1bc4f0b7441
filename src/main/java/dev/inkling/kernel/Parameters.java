package dev.inkling.kernel;

import java.util.Arrays;

/**
 * Weights and biases of a layer, or their gradients. There is room for the rows of whole blocks;
 * what is too much stays 0.
 */
final class Parameters {
  /** Rows behind the last one, where a block of columns may reach. */
  private static final int ROOM = 8;

  final int rows;

  /** Numbers in a row of weights, and from one row to the next. */
  final int columns;

  final int rowLength;

  /** Row-major. */
  final float[] weights;

  final float[] bias;

  Parameters(int rows, int columns, int rowLength) {
    this.rows = rows;
    this.columns = columns;
    this.rowLength = rowLength;
    weights = new float[(Product.rows(rows) + ROOM) * rowLength];
    bias = new float[Product.rows(rows)];
  }

  /** As large, all 0. */
  Parameters alike() {
    return new Parameters(rows, columns, rowLength);
  }

  void writeWeights(float[] from) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, row * columns, weights, row * rowLength, columns);
    }
  }

  void readWeights(float[] into) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(weights, row * rowLength, into, row * columns, columns);
    }
  }

  void readBias(float[] into) {
    System.arraycopy(bias, 0, into, 0, rows);
  }

  /** Sets all to 0. */
  void clear() {
    Arrays.fill(weights, 0);
    Arrays.fill(bias, 0);
  }

  /** Adds all of another's, and leaves zeros there. */
  void take(Parameters other) {
    take(weights, other.weights);
    take(bias, other.bias);
  }

  private static void take(float[] sum, float[] other) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    Arrays.fill(other, 0);
  }
}
