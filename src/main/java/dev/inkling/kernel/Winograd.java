package dev.inkling.kernel;

import static dev.inkling.kernel.Transform.PARTS;
import static dev.inkling.kernel.Transform.TILE;
import static dev.inkling.kernel.Vectors.LANES;

import dev.inkling.kernel.Product.Finish;

/**
 * Filters of 3×3 with 36 multiplications for each 4×4 places instead of 144 (Winograd's minimal
 * filtering; Lavin and Gray, 2016): windows of 6×6 and filters are transformed, multiplied number
 * by number, which is a matrix product for each of the 36 parts, and the sums are transformed back.
 */
final class Winograd implements Filtering {
  /** Channels and filters from which on the transformations are little beside the products. */
  private static final int MANY = 16;

  /** Rows whose sums are computed and transformed back while they are in the second cache. */
  private static final int BAND = 32;

  private final int channels;
  private final int rows;
  private final Grid in;
  private final Grid out;
  private final Grid gate;
  private final Finish finish;
  private final Tiles tiles;

  /** From a part to the next of windows and of sums. */
  private final int windowPart;

  private final int sumPart;

  private final Memory.Room windows;
  private final Memory.Room sums;
  private final MatrixProduct product;
  private final float[] scratch = new float[PARTS * LANES];
  private final float[] square = new float[TILE * TILE * LANES];

  /** Where maps are: the first place, how far to the next row and channel, and their size. */
  record Grid(int first, int rowLength, int stride, int height, int width) {
    int at(int channel, int y, int x) {
      return first + channel * stride + y * rowLength + x * LANES;
    }

    /** The same, but from another place on. */
    Grid from(int other) {
      return new Grid(other, rowLength, stride, height, width);
    }

    /** Vectors of so many channels, and of what the last tiles' windows may reach behind them. */
    int vectors(int channels) {
      return (channels * stride + Maps.reach(rowLength)) / LANES;
    }
  }

  /**
   * Filters for maps that are given each time.
   *
   * @param in windows: its first place is the first of the first window
   * @param gate read only for {@link Finish#GATE}
   */
  Winograd(Memory memory, int channels, int rows, Grid in, Grid out, Grid gate, Finish finish) {
    this.channels = channels;
    this.rows = rows;
    this.in = in;
    this.out = out;
    this.gate = gate;
    this.finish = finish;
    tiles = Tiles.of(out, channels + BAND);
    int strip = tiles.strip();
    // An odd number of vectors: parts a power of two apart compete for their places in a cache.
    windowPart = (channels * strip + 1) * LANES;
    sumPart = (BAND * strip + 1) * LANES;
    windows = memory.take(PARTS * windowPart / LANES);
    sums = memory.take(PARTS * sumPart / LANES);
    product = new MatrixProduct(1, LANES, strip * LANES, LANES, strip * LANES, LANES);
  }

  /**
   * True for filters for which this is quicker than a product. The rows that a product computes at
   * once are lanes of one vector here, which narrow vectors, of four numbers, have too few of.
   */
  static boolean suits(int kernel, int channels, int filters) {
    return kernel == 3 && LANES % MatrixProduct.ROWS == 0 && suits(channels) && suits(filters);
  }

  private static boolean suits(int count) {
    return count >= MANY && count % LANES == 0;
  }

  /** From a part to the next of filters that are laid out for this, likewise. */
  static int part(int rows, int channels) {
    return rows * channels + LANES;
  }

  /**
   * Where a filter's number of a channel is in a part, of those that are laid out for this.
   *
   * @param taps channels of a filter
   */
  static int factor(int row, int channel, int taps) {
    return (row / LANES * taps + channel) * LANES + row % LANES;
  }

  @Override
  public void compute(float[] factors, float[] bias, float[] x, float[] to, float[] gates) {
    for (int tile = 0; tile < tiles.count(); tile += tiles.strip()) {
      int count = Math.min(tiles.strip(), tiles.count() - tile);
      takeIn(x, tile, count);
      for (int row = 0; row < rows; row += BAND) {
        int band = Math.min(BAND, rows - row);
        multiply(factors, row, band, count);
        putOut(bias, row, band, tile, count, to, gates);
      }
    }
  }

  private void takeIn(float[] x, int tile, int count) {
    float[] to = windows.numbers();
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < count; i++) {
        int at = in.at(channel, tiles.y(tile + i), tiles.x(tile + i));
        int first = windows.first() + (channel * tiles.strip() + i) * LANES;
        Transform.WINDOW.square(x, at, in.rowLength, LANES, to, first, windowPart, scratch);
      }
    }
  }

  private void multiply(float[] factors, int first, int band, int count) {
    for (int part = 0; part < PARTS; part++) {
      int at = windows.first() + part * windowPart;
      int to = sums.first() + part * sumPart;
      int own = part * part(rows, channels);
      for (int row = 0; row < band; row += MatrixProduct.ROWS) {
        int factor = own + factor(first + row, 0, channels);
        int sum = to + row * tiles.strip() * LANES;
        product.compute(
            factors, factor, windows.numbers(), at, channels, count, sums.numbers(), sum, false);
      }
    }
  }

  private void putOut(
      float[] bias, int first, int band, int tile, int count, float[] to, float[] gates) {
    float[] own = sums.numbers();
    // The parts at 1 of both directions count alike in all sums.
    int all = (Transform.WINDOW_SIDE + 1) * sumPart;
    for (int row = 0; row < band; row++) {
      for (int i = 0; i < count; i++) {
        int at = sums.first() + (row * tiles.strip() + i) * LANES;
        Vectors.add(own, at + all, bias[first + row]);
        int line = Transform.WINDOW_SIDE * sumPart;
        Transform.SUMS.square(own, at, line, sumPart, square, 0, LANES, scratch);
        put(first + row, tiles.y(tile + i), tiles.x(tile + i), to, gates);
      }
    }
  }

  /** Puts a tile's sums where they belong, but for those that are beyond the map's edge. */
  private void put(int row, int y, int x, float[] to, float[] gates) {
    int width = Math.min(TILE, out.width - x);
    for (int dy = 0; dy < TILE && y + dy < out.height; dy++) {
      int gateAt = gate.at(row, y + dy, x);
      int from = dy * TILE * LANES;
      finish.put(square, from, width, to, out.at(row, y + dy, x), gates, gateAt);
    }
  }
}
