package dev.inkling.kernel;

import static dev.inkling.kernel.Transform.PARTS;
import static dev.inkling.kernel.Transform.TILE;
import static dev.inkling.kernel.Transform.WINDOW_SIDE;
import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.SingleImage.Part.Filters;
import dev.inkling.kernel.SingleMaps.Border;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/** {@link Winograd}'s filters over the maps of one image, tile by tile. */
final class SingleWinograd {
  /** Channels and filters from which on the transformations are little beside the products. */
  private static final int MANY = 16;

  /** Tiles from which on they are worth that there are four times as many weights to read. */
  private static final int TILES = 4;

  private final SingleMaps in;
  private final SingleMaps out;
  private final int padding;
  private final float slope;
  private final int across;
  private final int count;

  /** From a part to the next of windows, sums and weights. */
  private final int windowPart;

  private final int sumPart;
  private final int weightPart;

  private final Memory.Room windows;
  private final Memory.Room sums;
  private final Memory.Room weights;
  private final Memory.Room bias;
  private final Memory.Room zeros;
  private final SingleProduct product;

  /** Of each worker. */
  private final List<Memory.Room> scratch;

  private final List<Memory.Room> square;

  SingleWinograd(Memory memory, SingleMaps in, SingleMaps out, Filters filters) {
    this.in = in;
    this.out = out;
    padding = filters.padding();
    slope = filters.slope();
    across = Math.ceilDiv(out.width, TILE);
    count = across * Math.ceilDiv(out.height, TILE);
    SingleProduct.Shape shape = new SingleProduct.Shape(filters.count(), in.channels);
    // A vector more: parts a power of two apart compete for their places in a cache.
    windowPart = count * in.stride + LANES;
    sumPart = count * out.stride + LANES;
    weightPart = shape.size() * LANES;
    windows = memory.take(PARTS * windowPart / LANES);
    sums = memory.take(PARTS * sumPart / LANES);
    weights = memory.take(PARTS * shape.size());
    bias = SingleConvolution.bias(memory, filters.bias(), shape.room());
    zeros = memory.take(shape.room());
    scratch = List.of(memory.take(PARTS), memory.take(PARTS));
    square = List.of(memory.take(TILE * TILE), memory.take(TILE * TILE));
    product =
        new SingleProduct(
            shape,
            new int[] {0},
            in.channels,
            Vectors.steps(windows.first(), count, in.stride),
            Vectors.steps(sums.first(), count, out.stride),
            1);
    pack(filters, shape);
  }

  /** True for filters for which this is quicker. */
  static boolean suits(Filters filters, int channels, int height, int width) {
    int around = 2 * filters.padding() - 2;
    int tiles = Math.ceilDiv(height + around, TILE) * Math.ceilDiv(width + around, TILE);
    return filters.kernel() == 3
        && filters.stride() == 1
        && channels >= MANY
        && filters.count() >= MANY
        && tiles >= TILES;
  }

  /** What the last tiles' windows reach of maps of a size. */
  static Border border(int padding, int height, int width) {
    int down = Math.ceilDiv(height + 2 * padding - 2, TILE) * TILE + 2 - padding - height;
    int right = Math.ceilDiv(width + 2 * padding - 2, TILE) * TILE + 2 - padding - width;
    return new Border(padding, Math.max(down, right));
  }

  private void pack(Filters filters, SingleProduct.Shape shape) {
    int area = 9;
    float[] lanes = new float[area * LANES];
    for (int filter = 0; filter < filters.count(); filter += LANES) {
      for (int channel = 0; channel < in.channels; channel++) {
        for (int lane = 0; lane < Math.min(LANES, filters.count() - filter); lane++) {
          int from = ((filter + lane) * in.channels + channel) * area;
          for (int i = 0; i < area; i++) {
            lanes[i * LANES + lane] = filters.weights()[from + i];
          }
        }
        int to = weights.first() + shape.at(filter, channel);
        transform(
            0, Transform.FILTER, lanes, 0, 3 * LANES, LANES, weights.numbers(), to, weightPart);
      }
    }
  }

  private void transform(
      int worker,
      Transform by,
      float[] x,
      int at,
      int row,
      int column,
      float[] to,
      int first,
      int distance) {
    Memory.Room own = scratch.get(worker);
    by.square(x, at, row, column, to, first, distance, own.numbers(), own.first());
  }

  /** All that is done, one after the other. */
  List<Pieces> works() {
    return List.of(
        new Work(count, this::takeIn),
        new Work(PARTS, this::multiply),
        new Work(count, this::putOut));
  }

  /** A method does some of so many pieces. */
  private record Work(int count, Some some) implements Pieces {
    @Override
    public void run(int worker, int from, int to) {
      some.run(worker, from, to);
    }
  }

  private interface Some {
    void run(int worker, int from, int to);
  }

  private void multiply(int worker, int from, int to) {
    for (int part = from; part < to; part++) {
      // The part at 1 of both directions counts alike in all sums.
      Memory.Room begin = part == WINDOW_SIDE + 1 ? bias : zeros;
      product.compute(
          0,
          product.blocks(),
          weights.numbers(),
          weights.first() + part * weightPart,
          begin.numbers(),
          begin.first(),
          windows.numbers(),
          part * windowPart,
          sums.numbers(),
          part * sumPart);
    }
  }

  private void takeIn(int worker, int from, int to) {
    for (int tile = from; tile < to; tile++) {
      takeIn(worker, tile);
    }
  }

  private void takeIn(int worker, int tile) {
    int at = in.at(tile / across * TILE - padding, tile % across * TILE - padding);
    int to = windows.first() + tile * in.stride;
    for (int channel = 0; channel < in.stride; channel += LANES) {
      transform(
          worker,
          Transform.WINDOW,
          in.values,
          at + channel,
          in.rowLength,
          in.stride,
          windows.numbers(),
          to + channel,
          windowPart);
    }
  }

  private void putOut(int worker, int from, int to) {
    for (int tile = from; tile < to; tile++) {
      putOut(worker, tile);
    }
  }

  private void putOut(int worker, int tile) {
    Memory.Room own = square.get(worker);
    int at = sums.first() + tile * out.stride;
    for (int filter = 0; filter < out.stride; filter += LANES) {
      int line = WINDOW_SIDE * sumPart;
      transform(
          worker,
          Transform.SUMS,
          sums.numbers(),
          at + filter,
          line,
          sumPart,
          own.numbers(),
          own.first(),
          LANES);
      put(own, tile / across * TILE, tile % across * TILE, filter);
    }
  }

  /** Puts a tile's sums where they belong, but for those that are beyond the map's edge. */
  private void put(Memory.Room square, int y, int x, int filter) {
    int right = Math.min(TILE, out.width - x);
    int down = Math.min(TILE, out.height - y);
    for (int dy = 0; dy < down; dy++) {
      int to = out.at(y + dy, x) + filter;
      for (int dx = 0; dx < right; dx++) {
        int from = square.first() + (dy * TILE + dx) * LANES;
        FloatVector sum = fromArray(SPECIES, square.numbers(), from);
        sum.max(sum.mul(slope)).intoArray(out.values, to + dx * out.stride);
      }
    }
  }
}
