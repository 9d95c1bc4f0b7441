package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

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

  final boolean isWinograd;

  /** The filters' weights as {@link Filtering} takes them, forward and back. */
  final float[] packed;

  final float[] turned;

  private Parameters(
      int rows, int columns, int rowLength, int area, boolean isTaken, boolean goesBack) {
    this.rows = rows;
    this.columns = columns;
    this.rowLength = rowLength;
    this.area = area;
    weights = new float[(Product.rows(rows) + ROOM) * rowLength];
    bias = new float[Product.rows(rows)];
    int channels = area == 0 ? 0 : columns / area;
    isWinograd = area > 0 && Winograd.suits((int) Math.sqrt(area), channels, rows);
    packed = new float[isTaken ? packed(rows, channels) : 0];
    turned = new float[goesBack ? packed(channels, rows) : 0];
  }

  private int packed(int rows, int channels) {
    return isWinograd
        ? Transform.PARTS * Winograd.part(rows, channels)
        : area * Product.rows(rows) * channels;
  }

  /** Of a layer that takes every input to every output. */
  static Parameters dense(int units, int inputs, int rowLength) {
    return new Parameters(units, inputs, rowLength, 0, false, false);
  }

  /**
   * Of filters.
   *
   * @param goesBack whether they are taken back, too
   */
  static Parameters filters(int count, int channels, int kernel, boolean goesBack) {
    int columns = channels * kernel * kernel;
    return new Parameters(count, columns, columns, kernel * kernel, true, goesBack);
  }

  /** Channels of a filter. */
  int channels() {
    return columns / area;
  }

  /** Weights of a filter over one channel. */
  int area() {
    return area;
  }

  /** As large, all 0, for gradients, which no filter takes. */
  Parameters alike() {
    return new Parameters(rows, columns, rowLength, area, false, false);
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

  /** For each filter or, back, channel of a vector's lanes: its weights, which lie a step apart. */
  private void transform(int share, int shares) {
    int channels = channels();
    int[] rowLanes = Vectors.steps(LANES, rowLength);
    int[] channelLanes = Vectors.steps(LANES, area);
    Room room = new Room(new float[area * LANES], new float[Transform.PARTS * LANES]);
    for (int row = share * LANES; row < rows; row += shares * LANES) {
      for (int channel = 0; channel < channels; channel++) {
        int from = row * rowLength + channel * area;
        int to = Winograd.factor(row, channel, channels);
        transform(from, 1, rowLanes, packed, to, room);
      }
    }
    int back = turned.length > 0 ? channels : 0;
    for (int channel = share * LANES; channel < back; channel += shares * LANES) {
      for (int row = 0; row < rows; row++) {
        int last = row * rowLength + channel * area + area - 1;
        int to = Winograd.factor(channel, row, rows);
        transform(last, -1, channelLanes, turned, to, room);
      }
    }
  }

  /** What {@link #transform} needs for itself. */
  private record Room(float[] filters, float[] scratch) {}

  private void transform(int from, int step, int[] lanes, float[] to, int first, Room room) {
    for (int i = 0; i < area; i++) {
      fromArray(SPECIES, weights, from + i * step, lanes, 0).intoArray(room.filters, i * LANES);
    }
    int distance = Winograd.part(rows, channels());
    int row = LANES * 3;
    Transform.FILTER.square(room.filters, 0, row, LANES, to, first, distance, room.scratch);
  }

  private void layOut(int share, int shares) {
    Product.Factors forward = Product.Factors.packed(columns);
    for (int row = share; row < rows; row += shares) {
      int to = forward.at(row, 0);
      for (int column = 0; column < columns; column++) {
        packed[to + column * forward.tap()] = weights[row * rowLength + column];
      }
      if (turned.length > 0) {
        layOutTurned(row);
      }
    }
  }

  private void layOutTurned(int row) {
    Product.Factors back = Product.Factors.packed(rows * area);
    for (int channel = 0; channel < columns / area; channel++) {
      int last = back.at(channel, row * area + area - 1);
      int from = row * rowLength + channel * area;
      for (int i = 0; i < area; i++) {
        turned[last - i * back.tap()] = weights[from + i];
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
