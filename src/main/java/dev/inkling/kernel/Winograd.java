package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.Product.Factors;
import dev.inkling.kernel.Product.Finish;
import dev.inkling.kernel.Product.Results;
import dev.inkling.kernel.Product.Windows;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * Filters of 3×3 with 16 multiplications for each 2×2 places instead of 36 (Winograd's minimal
 * filtering; Lavin and Gray, 2016): windows of 4×4, a tile, and filters are transformed, multiplied
 * number by number, which is a product for each of the 16, and the sums are transformed back.
 */
final class Winograd implements Filtering {
  /** Side of a tile, and of the filters. */
  private static final int TILE = 4;

  private static final int KERNEL = 3;

  /** Numbers of a transformed tile. */
  static final int PARTS = TILE * TILE;

  /** Channels from which on the transformations are little beside the products. */
  private static final int MANY = 16;

  /** Vectors of transformed tiles and sums that stay in the second cache. */
  private static final int ROOM = 1 << 14;

  private final int channels;
  private final int rows;
  private final Grid in;
  private final Grid out;
  private final Grid gate;
  private final Finish finish;

  /** Tiles in a row, all of them, and those that are taken together. */
  private final int across;

  private final int tiles;
  private final int strip;

  private final float[] zeros;
  private final Memory.Room transformed;
  private final Memory.Room sums;
  private final float[] scratch = new float[PARTS * LANES];
  private final List<Product> products = new ArrayList<>();

  /** Where maps are: the first place, how far to the next row and channel, and their size. */
  record Grid(int first, int rowLength, int stride, int height, int width) {
    int at(int channel, int y, int x) {
      return first + channel * stride + y * rowLength + x * LANES;
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
    across = Math.ceilDiv(out.width, 2);
    tiles = across * Math.ceilDiv(out.height, 2);
    int most = ROOM / PARTS / (channels + Product.rows(rows)) / Product.COLUMNS * Product.COLUMNS;
    strip = Math.max(most, Product.COLUMNS);
    zeros = new float[Product.rows(rows)];
    transformed = memory.take(PARTS * channels * strip);
    sums = memory.take(PARTS * Product.rows(rows) * strip);
    for (int part = 0; part < PARTS; part++) {
      products.add(product(part));
    }
  }

  /** True for filters for which this is quicker than a product. */
  static boolean suits(int kernel, int channels, int filters) {
    return kernel == KERNEL && channels >= MANY && filters >= MANY;
  }

  private Product product(int part) {
    int length = strip * LANES;
    int from = transformed.first() + part * channels * length;
    int to = sums.first() + part * Product.rows(rows) * length;
    Results results = new Results(Vectors.steps(to, strip, LANES), length);
    return new Product(
        rows,
        Factors.packed(channels).from(part * Product.rows(rows) * channels),
        new Windows(Vectors.steps(channels, length), Vectors.steps(from, strip, LANES)),
        results,
        results,
        Finish.SET);
  }

  /**
   * Transforms a filter.
   *
   * @param weights has its nine weights from an index on, in steps of 1 or −1
   * @param to gets a number for each part, so far from each other
   */
  static void transform(float[] weights, int from, int step, float[] to, int first, int distance) {
    float[] half = new float[TILE * KERNEL];
    for (int x = 0; x < KERNEL; x++) {
      spread(weights, from + x * step, KERNEL * step, half, x, KERNEL);
    }
    for (int y = 0; y < TILE; y++) {
      spread(half, y * KERNEL, 1, to, first + y * TILE * distance, distance);
    }
  }

  private static void spread(float[] g, int from, int step, float[] to, int first, int distance) {
    float outer = (g[from] + g[from + 2 * step]) / 2;
    float inner = g[from + step] / 2;
    to[first] = g[from];
    to[first + distance] = outer + inner;
    to[first + 2 * distance] = outer - inner;
    to[first + 3 * distance] = g[from + 2 * step];
  }

  @Override
  public void compute(float[] factors, float[] bias, float[] x, float[] to, float[] gates) {
    for (int tile = 0; tile < tiles; tile += strip) {
      int count = Math.min(strip, tiles - tile);
      for (int channel = 0; channel < channels; channel++) {
        for (int i = 0; i < count; i++) {
          takeIn(x, channel, tile + i, i);
        }
      }
      for (Product product : products) {
        product.compute(factors, zeros, transformed.numbers(), sums.numbers(), sums.numbers());
      }
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < count; i++) {
          putOut(bias[row], row, tile + i, i, to, gates);
        }
      }
    }
  }

  /** Transforms a tile of a channel. */
  private void takeIn(float[] x, int channel, int tile, int i) {
    int y = tile / across * 2;
    int from = in.first + channel * in.stride + y * in.rowLength + tile % across * 2 * LANES;
    for (int column = 0; column < TILE; column++) {
      takeIn(x, from + column * LANES, in.rowLength, scratch, column * LANES, TILE * LANES);
    }
    int part = channels * strip * LANES;
    int to = transformed.first() + (channel * strip + i) * LANES;
    for (int row = 0; row < TILE; row++) {
      takeIn(
          scratch, row * TILE * LANES, LANES, transformed.numbers(), to + row * TILE * part, part);
    }
  }

  private static void takeIn(float[] x, int at, int step, float[] to, int first, int distance) {
    FloatVector a = fromArray(SPECIES, x, at);
    FloatVector b = fromArray(SPECIES, x, at + step);
    FloatVector c = fromArray(SPECIES, x, at + 2 * step);
    FloatVector d = fromArray(SPECIES, x, at + 3 * step);
    a.sub(c).intoArray(to, first);
    b.add(c).intoArray(to, first + distance);
    c.sub(b).intoArray(to, first + 2 * distance);
    b.sub(d).intoArray(to, first + 3 * distance);
  }

  /** Transforms the sums of a tile of a row back. */
  private void putOut(float bias, int row, int tile, int i, float[] to, float[] gates) {
    int part = Product.rows(rows) * strip * LANES;
    int from = sums.first() + (row * strip + i) * LANES;
    float[] own = sums.numbers();
    for (int column = 0; column < TILE; column++) {
      int at = from + column * part;
      int down = TILE * part;
      FloatVector b = fromArray(SPECIES, own, at + down);
      FloatVector c = fromArray(SPECIES, own, at + 2 * down);
      fromArray(SPECIES, own, at).add(b).add(c).intoArray(scratch, column * LANES);
      b.sub(c)
          .sub(fromArray(SPECIES, own, at + 3 * down))
          .intoArray(scratch, (TILE + column) * LANES);
    }
    int y = tile / across * 2;
    int x = tile % across * 2;
    for (int dy = 0; dy < 2 && y + dy < out.height; dy++) {
      int at = dy * TILE * LANES;
      FloatVector b = fromArray(SPECIES, scratch, at + LANES);
      FloatVector c = fromArray(SPECIES, scratch, at + 2 * LANES);
      FloatVector begin = broadcast(SPECIES, bias);
      fromArray(SPECIES, scratch, at).add(b).add(c).add(begin).intoArray(scratch, at);
      b.sub(c)
          .sub(fromArray(SPECIES, scratch, at + 3 * LANES))
          .add(begin)
          .intoArray(scratch, at + LANES);
      int place = out.at(row, y + dy, x);
      int gateAt = gate.at(row, y + dy, x);
      finish.put(scratch, at, to, place, gates, gateAt);
      if (x + 1 < out.width) {
        finish.put(scratch, at + LANES, to, place + LANES, gates, gateAt + LANES);
      }
    }
  }
}
