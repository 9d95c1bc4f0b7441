package dev.inkling.kernel;

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

  /** Weights of a filter over one channel; 0 where there are no filters. */
  private final int area;

  private final boolean isWinograd;

  /** The filters' weights as {@link Filtering} takes them, forward and back. */
  final float[] packed;

  final float[] turned;

  private Parameters(int rows, int columns, int rowLength, int area) {
    this.rows = rows;
    this.columns = columns;
    this.rowLength = rowLength;
    this.area = area;
    weights = new float[(Product.rows(rows) + ROOM) * rowLength];
    bias = new float[Product.rows(rows)];
    int channels = area == 0 ? 0 : columns / area;
    isWinograd = area > 0 && Winograd.suits((int) Math.sqrt(area), channels, rows);
    int each = isWinograd ? Winograd.PARTS : area;
    packed = new float[each * Product.rows(rows) * channels];
    turned = new float[each * Product.rows(channels) * rows];
  }

  /** Of a layer that takes every input to every output. */
  static Parameters dense(int units, int inputs, int rowLength) {
    return new Parameters(units, inputs, rowLength, 0);
  }

  /** Of filters. */
  static Parameters filters(int count, int channels, int kernel) {
    int columns = channels * kernel * kernel;
    return new Parameters(count, columns, columns, kernel * kernel);
  }

  /** As large, all 0, for gradients, which no filter takes. */
  Parameters alike() {
    return new Parameters(rows, columns, rowLength, 0);
  }

  void writeWeights(float[] from) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, row * columns, weights, row * rowLength, columns);
    }
  }

  /**
   * Lays the filters' weights out anew, a share of them. Back, a channel is a row, and each filter
   * is turned by half a turn.
   *
   * @param share every so manieth filter from this one on
   */
  void pack(int share, int shares) {
    if (isWinograd) {
      transform(share, shares);
    } else if (area > 0) {
      layOut(share, shares);
    }
  }

  private void transform(int share, int shares) {
    int channels = columns / area;
    Product.Factors forward = Product.Factors.packed(channels);
    Product.Factors back = Product.Factors.packed(rows);
    int forwardPart = Product.rows(rows) * channels;
    int backPart = Product.rows(channels) * rows;
    for (int row = share; row < rows; row += shares) {
      for (int channel = 0; channel < channels; channel++) {
        int from = row * rowLength + channel * area;
        Winograd.transform(weights, from, 1, packed, forward.at(row, channel), forwardPart);
        int last = from + area - 1;
        Winograd.transform(weights, last, -1, turned, back.at(channel, row), backPart);
      }
    }
  }

  private void layOut(int share, int shares) {
    Product.Factors forward = Product.Factors.packed(columns);
    Product.Factors back = Product.Factors.packed(rows * area);
    for (int row = share; row < rows; row += shares) {
      int to = forward.at(row, 0);
      for (int column = 0; column < columns; column++) {
        packed[to + column * forward.tap()] = weights[row * rowLength + column];
      }
      for (int channel = 0; channel < columns / area; channel++) {
        int last = back.at(channel, row * area + area - 1);
        int from = row * rowLength + channel * area;
        for (int i = 0; i < area; i++) {
          turned[last - i * back.tap()] = weights[from + i];
        }
      }
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
}
