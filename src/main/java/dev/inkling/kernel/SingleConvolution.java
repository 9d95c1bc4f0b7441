package dev.inkling.kernel;

import static dev.inkling.kernel.Vectors.LANES;

import dev.inkling.kernel.SingleImage.Part.Filters;

/** Square filters over the maps of one image, tap by tap. */
final class SingleConvolution implements Pieces {
  private final SingleMaps in;
  private final SingleMaps out;
  private final SingleProduct product;
  private final Memory.Room weights;
  private final Memory.Room bias;

  SingleConvolution(Memory memory, SingleMaps in, SingleMaps out, Filters filters) {
    this.in = in;
    this.out = out;
    int kernel = filters.kernel();
    SingleProduct.Shape shape =
        new SingleProduct.Shape(filters.count(), in.channels * kernel * kernel);
    int[] windows = in.windows(out.height, out.width, filters.stride(), filters.padding());
    // Where no place has channels too many, a row of a window is one run.
    boolean areRows = in.stride == in.channels;
    product =
        new SingleProduct(
            shape,
            areRows ? rows(kernel) : places(kernel),
            areRows ? kernel * in.channels : in.channels,
            windows,
            out.places(),
            filters.slope());
    weights = memory.take(shape.size());
    pack(filters, shape);
    bias = bias(memory, filters.bias(), shape.room());
  }

  private int[] rows(int kernel) {
    return Vectors.steps(kernel, in.rowLength);
  }

  private int[] places(int kernel) {
    int[] places = new int[kernel * kernel];
    for (int i = 0; i < places.length; i++) {
      places[i] = i / kernel * in.rowLength + i % kernel * in.stride;
    }
    return places;
  }

  /** A filter's weights go channel by channel, its taps place by place. */
  private void pack(Filters filters, SingleProduct.Shape shape) {
    int area = filters.kernel() * filters.kernel();
    for (int filter = 0; filter < filters.count(); filter++) {
      for (int tap = 0; tap < shape.taps(); tap++) {
        int channel = tap % in.channels;
        int from = (filter * in.channels + channel) * area + tap / in.channels;
        weights.numbers()[weights.first() + shape.at(filter, tap)] = filters.weights()[from];
      }
    }
  }

  /** Biases with room for so many vectors; all 0 where there are none. */
  static Memory.Room bias(Memory memory, float[] values, int vectors) {
    Memory.Room room = memory.take(vectors);
    System.arraycopy(
        values, 0, room.numbers(), room.first(), Math.min(values.length, vectors * LANES));
    return room;
  }

  @Override
  public int count() {
    return product.blocks();
  }

  @Override
  public void run(int worker, int from, int to) {
    product.compute(
        from,
        to,
        weights.numbers(),
        weights.first(),
        bias.numbers(),
        bias.first(),
        in.values,
        0,
        out.values,
        0);
  }
}
