package dev.inkling.kernel;

import static dev.inkling.kernel.Transform.PARTS;
import static dev.inkling.kernel.Transform.TILE;
import static dev.inkling.kernel.Vectors.LANES;
import static dev.inkling.kernel.Vectors.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import dev.inkling.kernel.Winograd.Grid;
import jdk.incubator.vector.FloatVector;

/**
 * The gradient of the weights of filters that {@link Winograd} computes, part by part: the sum over
 * all tiles and images of the gradient by a sum's part times the window's. So that images are what
 * is summed over, the maps are turned first: a lane for each channel, a channel for each image.
 */
final class WinogradGradient implements WeightGradient {
  private static final int BAND = 32;

  private final int channels;
  private final int filters;
  private final Grid in;
  private final Grid out;
  private final Sums sums;
  private final Tiles tiles;
  private final int windowPart;
  private final int gradientPart;
  private final Memory.Room turned;
  private final Memory.Room windows;
  private final Memory.Room gradients;
  private final MatrixProduct product;
  private final int[] lanes;
  private final float[] scratch = new float[PARTS * LANES];
  private final float[] square = new float[TILE * TILE * LANES];

  /**
   * For maps that are given each time.
   *
   * @param in windows, as for {@link Winograd}
   * @param out gradients by the sums
   * @param sums to add to
   */
  WinogradGradient(Memory memory, int channels, int filters, Grid in, Grid out, Sums sums) {
    this.channels = channels;
    this.filters = filters;
    this.in = in;
    this.out = out;
    this.sums = sums;
    tiles = Tiles.of(out, channels + BAND);
    int strip = tiles.strip();
    int blocks = MatrixProduct.places(channels / LANES);
    windowPart = (blocks * strip * LANES + 1) * LANES;
    gradientPart = (BAND * strip + 1) * LANES;
    lanes = Vectors.steps(LANES, in.stride());
    turned = memory.take(in.vectors(channels));
    windows = memory.take(PARTS * windowPart / LANES);
    gradients = memory.take(PARTS * gradientPart / LANES);
    product =
        new MatrixProduct(
            strip * LANES, 1, LANES, strip * LANES * LANES, Sums.row(channels), LANES);
  }

  @Override
  public void add(float[] gradient, float[] x) {
    turn(x);
    for (int tile = 0; tile < tiles.count(); tile += tiles.strip()) {
      int count = Math.min(tiles.strip(), tiles.count() - tile);
      takeWindows(tile, count);
      for (int filter = 0; filter < filters; filter += BAND) {
        int band = Math.min(BAND, filters - filter);
        takeGradients(gradient, filter, band, tile, count);
        multiply(filter, band, count, tile > 0 || !sums.isEmpty());
      }
    }
  }

  private void turn(float[] x) {
    int length = in.stride() / LANES;
    for (int channel = 0; channel < channels; channel += LANES) {
      for (int i = 0; i < length; i++) {
        int at = channel * in.stride() + i * LANES;
        Vectors.turn(x, in.first() + at, lanes, turned.numbers(), turned.first() + at, in.stride());
      }
    }
  }

  private void takeWindows(int tile, int count) {
    Grid own = in.from(turned.first());
    for (int channel = 0; channel < channels; channel++) {
      int block = channel / LANES * tiles.strip() * LANES + channel % LANES;
      for (int i = 0; i < count; i++) {
        int at = own.at(channel, tiles.y(tile + i), tiles.x(tile + i));
        int to = windows.first() + (block + i * LANES) * LANES;
        Transform.WINDOW.square(
            turned.numbers(),
            at,
            in.rowLength(),
            LANES,
            windows.numbers(),
            to,
            windowPart,
            scratch);
      }
    }
  }

  private void takeGradients(float[] gradient, int first, int band, int tile, int count) {
    for (int row = 0; row < band; row++) {
      for (int i = 0; i < count; i++) {
        take(gradient, first + row, tiles.y(tile + i), tiles.x(tile + i));
        int to = gradients.first() + (row * tiles.strip() + i) * LANES;
        Transform.SUMS_GRADIENT.square(
            square, 0, TILE * LANES, LANES, gradients.numbers(), to, gradientPart, scratch);
      }
    }
  }

  /** Copies a tile's gradients, 0 beyond the map's edge. */
  private void take(float[] gradient, int filter, int y, int x) {
    for (int i = 0; i < TILE * TILE; i++) {
      int dy = i / TILE;
      int dx = i % TILE;
      boolean isInside = y + dy < out.height() && x + dx < out.width();
      FloatVector own =
          isInside
              ? fromArray(SPECIES, gradient, out.at(filter, y + dy, x + dx))
              : FloatVector.zero(SPECIES);
      own.intoArray(square, i * LANES);
    }
  }

  private void multiply(int first, int band, int count, boolean adds) {
    for (int part = 0; part < PARTS; part++) {
      int at = windows.first() + part * windowPart;
      int from = gradients.first() + part * gradientPart;
      for (int row = 0; row < band; row += MatrixProduct.ROWS) {
        product.compute(
            gradients.numbers(),
            from + row * tiles.strip() * LANES,
            windows.numbers(),
            at,
            count * LANES,
            channels / LANES,
            sums.weights.numbers(),
            sums.weights.first() + Sums.part(part, first + row, filters, channels),
            adds);
      }
    }
  }
}
